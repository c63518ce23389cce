"""Reports: drafted, checked by a second person, published, corrected by a new version.

A release freezes the facts it counted and the tables it made of them, in rows that the database
refuses to change; printed again next year it gives the same numbers. `rendering` turns the frozen
tables into pages, files and print, from their public side only: the true value of a hidden cell
is not there to be shown.
"""
