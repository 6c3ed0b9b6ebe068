"""A memo saved as a template: which of its words become fields, and which stay."""
