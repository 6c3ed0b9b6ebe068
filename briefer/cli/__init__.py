"""The command line: every feature without a display."""

COMMANDS = ("new", "export", "annotate", "suggest", "check", "sample", "templates")
