"""The command line: every feature without a display."""

COMMANDS = ("new", "export", "check", "sample", "templates")
