"""The rules of the contract, one per file, each with its documentation, message and test."""
