"""One record for a human being, whatever the role.

Who somebody is lies here, sealed, apart from what happened to them: referrals, clients and
periods point at a person and never repeat a name. A person is found again by the parts of the
name and by the birth date, through the blind index.
"""
