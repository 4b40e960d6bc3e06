"""The readers of JSON and JSON Lines files."""
