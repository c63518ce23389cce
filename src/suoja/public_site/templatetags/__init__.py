"""Tags that write the parts of public pages."""
