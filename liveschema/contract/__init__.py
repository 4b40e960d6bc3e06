"""The contract: what Live Activity requests may contain, as the service documents it.

It consists of declarations: the `vocabulary`, the `parts` of a payload, the
`states` of the activity types, the `requests` of the operations, and the
`rules`, one per file. The engine derives everything else from them.
"""
