"""What has to hold before a second person can confirm a release."""
