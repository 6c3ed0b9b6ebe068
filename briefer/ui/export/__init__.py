"""The export dialog: what becomes of the memo, and what to look at before it is sent."""
