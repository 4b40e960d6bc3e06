"""The rules of the contract: one object in one file each, with its documentation, its message and its test."""
