"""The readers of GitHub workflows and actions, and of the scripts in them and in other CI configurations."""
