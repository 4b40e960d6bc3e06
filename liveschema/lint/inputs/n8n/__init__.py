"""The reader of n8n workflows."""
