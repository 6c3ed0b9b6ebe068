"""Briefer: a desktop editor for briefing notes whose every claim leads back to its source."""

__version__ = "0.1.0"
