"""The middle part of a card: one module for each activity type."""
