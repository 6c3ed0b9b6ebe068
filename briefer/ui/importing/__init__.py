"""Articles in, as the user meets them: files, folders, pastes and links, and a list of what becomes of them."""
