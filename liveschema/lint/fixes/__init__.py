"""Fixes of findings: which to make, the edits of the text that make them, and the files with these edits."""
