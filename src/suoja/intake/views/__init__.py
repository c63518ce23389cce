"""The pages of what arrives."""
