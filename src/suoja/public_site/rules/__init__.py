"""What may be on the referral form, and in which order it is asked."""
