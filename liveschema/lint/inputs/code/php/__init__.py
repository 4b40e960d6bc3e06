"""The language PHP, and what the official SDK does in it."""
