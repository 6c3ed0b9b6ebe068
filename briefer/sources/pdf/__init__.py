"""PDF files: from letters at places on a page to paragraphs in their order."""
