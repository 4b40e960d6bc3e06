"""The command line linter: finds payloads in files and reports their problems with their positions."""
