"""The contract: what a Live Activity request may hold, as the service documents it.

Plain declarations, for a reader who knows Live Activities: the `vocabulary`,
the `parts` of a payload, the `states` of the activity types, the `requests` of
the operations, and the `rules`, one a file. The engine reads all else from them.
"""
