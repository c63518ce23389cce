"""What arrives from the public side, and the mailbox that an anonymous writer comes back to.

`letterbox` is all that the public side may do: drop something in, sealed, and read answers with a
code. Whoever is on duty sorts what arrived into conversations, each under a key of its own,
and answers. A conversation ends in an answer, in a referral, or in being erased.
"""
