"""Sentences taken apart: verb groups, noun phrases and clauses, by the word lists of a language."""
