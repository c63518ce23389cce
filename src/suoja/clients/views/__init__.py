"""The pages of the clients' room: the list, the file, and what is written into it."""
