"""The rules that only files can break: one object in one file each."""
