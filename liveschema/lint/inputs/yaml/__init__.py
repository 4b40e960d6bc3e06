"""The reader of YAML files."""
