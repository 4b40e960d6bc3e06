"""The subcommands of ``liveschema``, one per module."""
