"""Writers: a memo's blocks become the bytes of a file."""
