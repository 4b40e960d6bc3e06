"""The input of a run: the configuration, the files to check and the baseline."""
