"""Who is named or described in an article, and what stands beside the name."""
