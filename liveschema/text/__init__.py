"""Strict reading of JSON text: its value, its faults, and the position of each value."""
