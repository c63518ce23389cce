"""Who works here, in which role, and how they prove it.

One person has one role; `permissions.TABLE` says what each role may do.
Sign-in takes a password and a code from a second device; nobody passes without both.
"""
