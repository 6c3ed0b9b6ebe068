"""The editor of Markdown templates: text, fields to put in, pages, and what is wrong."""
