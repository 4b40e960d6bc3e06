"""The language Go, and what the official SDK does in it."""
