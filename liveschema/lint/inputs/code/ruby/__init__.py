"""The language Ruby, and what the official SDK does in it."""
