"""Reflection and recovery periods.

A reflection period lets a victim without a right of residence stay, recover and decide; the
police are always told of it. A recovery period did the same for those who stay legally, from
July 2015 until November 2018. How long and by whom is asked of `law`, for the day of granting.
"""
