"""The subcommands of ``liveschema``: one a module."""
