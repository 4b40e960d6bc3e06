"""The engine: fields, objects, tagged unions, modes and problems, for any contract.

A contract is declared with `declare`, the constraints (`scalars`, `containers`,
`unions`) and `rule`. From the declarations the engine derives predicates,
reports, builders, dumps and JSON Schemas. It does not depend on any particular
contract. Importing this package imports nothing else, which keeps the first
check of a payload fast.
"""
