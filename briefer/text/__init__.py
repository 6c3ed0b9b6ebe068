"""Functions on ``str``: clean, segment, locate, escape. They know nothing of briefs."""
