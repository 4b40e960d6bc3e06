# Made by tools/emit.py from liveschema/contract; change that, not this.
"""What is made from the contract: predicates, builders and dumps."""
