"""Templates: where they are found, what they may name, and how one turns a brief into a memo."""
