"""Where paragraphs, sentences, words, names and quotations are in a text: the functions in one place.

All take and give code points; a span is (start, end).
"""

from briefer.text.names import name_at
from briefer.text.quotations import next_quotation, quotation_at, split_quotation
from briefer.text.sentences import paragraph_at, paragraph_spans, sentence_at, sentence_spans, word_at
from briefer.text.spans import Span, trim_span, word_count

__all__ = [
    "Span",
    "name_at",
    "next_quotation",
    "paragraph_at",
    "paragraph_spans",
    "quotation_at",
    "sentence_at",
    "sentence_spans",
    "split_quotation",
    "trim_span",
    "word_at",
    "word_count",
]
