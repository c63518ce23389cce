"""How identification looks on the page of a client."""
