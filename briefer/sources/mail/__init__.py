"""Mails: newsletters, forwarded articles, letters."""
