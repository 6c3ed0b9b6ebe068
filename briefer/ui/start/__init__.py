"""The start page: where a brief begins while there is none yet."""
