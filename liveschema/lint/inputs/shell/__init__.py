"""The reader of shell scripts."""
