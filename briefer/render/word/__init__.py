"""The Word writer: a memo becomes a .docx."""
