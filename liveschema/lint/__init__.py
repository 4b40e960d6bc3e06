"""The command: finds payloads in files, and reports their problems with their places."""
