"""The report on payloads of which some parts are not known yet: only what is certainly wrong, whatever they become.

A partial payload stands for all whole payloads that it may become. A part that
is not known satisfies whatever one of its values satisfies. The usual report
knows nothing of this: here, each kind of constraint and of test says what is
certain, and the usual modules write the messages.
"""
