"""What everybody may read: where help is found, and the published reports.

Pages of this room know no session, set no cookie and ask nothing of another host.
"""
