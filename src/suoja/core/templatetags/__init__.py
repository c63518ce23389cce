"""Tags that write the parts of pages."""
