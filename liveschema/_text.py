"""Temporary: replaced by the strict reader."""

import json

UNREADABLE = object()


def read_json(source):
    return json.loads(source), []
