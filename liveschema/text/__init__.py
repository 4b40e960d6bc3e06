"""JSON text, read strictly: what it holds, its faults, and where each value stands in it."""
