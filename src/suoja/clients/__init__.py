"""People admitted, their children, and witnesses.

A positive decision opens a spell: the time from admission to removal. Who is taken in again
gets a new spell and is no new client. Exploitations, residence statuses and notes are written
into the person's file; a child beside a client has a spell that leans on the guardian's.
"""
