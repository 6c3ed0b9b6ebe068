"""Web pages: saved, archived with their parts, or copied in part."""
