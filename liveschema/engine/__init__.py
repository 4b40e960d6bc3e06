"""The engine: fields, objects, tagged unions, modes and problems, for any contract.

A contract is declared with it (`declare`, `constraints`, `rules`), and the
engine gives the predicate, the report, the builder, the dump and the JSON
Schema. It knows nothing of what the contract is about, and imports nothing of
it. This package imports nothing by itself, so that a verdict starts at once.
"""
