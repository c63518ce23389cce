"""How periods look on the page of a client."""
