DATE_FORMAT = "j.n.Y"
DATETIME_FORMAT = r"j.n.Y \k\l. H.i"
TIME_FORMAT = "H.i"
