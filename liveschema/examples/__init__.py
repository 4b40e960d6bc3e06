"""Example payloads, made from the contract and from the good examples of the rules."""
