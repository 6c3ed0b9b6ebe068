"""The templates: where they are, what they look like, what is wrong with them."""
