"""By what is counted, one small function a dimension."""
