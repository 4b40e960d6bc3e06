"""A run: which request is meant, what is wrong with it, where that stands, and what of it is reported."""
