"""A run of the linter: recognise operations, check requests, find positions and select the findings to report."""
