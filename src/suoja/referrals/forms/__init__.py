"""What may be typed on the pages of referrals."""
