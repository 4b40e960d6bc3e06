"""The rules on a sequence of requests: one object in one file each."""
