"""Articles in: a file or pasted text becomes a source, read, cleaned and with its details guessed; see ``read``.

A new kind of file is a module with a ``Reader``, or a function for an ``ExtractedText``, and a suffix in ``READERS``.
"""
