"""Briefs on disk: read strictly, written in one step."""
