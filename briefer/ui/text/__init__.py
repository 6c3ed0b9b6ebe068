"""Fields for typing that leave undo to the brief's one history."""
