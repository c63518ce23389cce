"""The words that rooms share.

Forms of exploitation, places, residence statuses, referrers, countries, offices.
The codes are those of the published tables, so that a code is spelled the same in the
database, in a report and in open data; the labels are translated.
"""
