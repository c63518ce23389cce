"""Proposals for admission, one per person and time, and the director's decision on each.

A referral needs the person's consent. An adviser assesses it and may ask for more; the director
decides. A decided referral stays decided: who asks again makes a new referral, counted as the
second or third request of the same person (R044-R080).
"""
