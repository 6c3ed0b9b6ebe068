"""Edits: functions from one brief to the next, and their history."""
