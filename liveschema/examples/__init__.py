"""Example payloads, made from the declarations and from the good examples of the rules."""
