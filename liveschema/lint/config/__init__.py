"""What a run is told: the configuration, the files, the accepted findings."""
