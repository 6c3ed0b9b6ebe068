"""Dates as people write them: in full, in part, or as seen from the day of writing.

A grammar of its own rather than a library: dateparser takes 0.7 s for its first date, gives "in April" a day, knows
no stretch of time ("Q3", "mid-November", "12 to 14 May", "by the end of the month"), and never says what it guessed.
"""

from briefer.text.dates.near import NearDay, near_days
from briefer.text.dates.periods import Period
from briefer.text.dates.spoken import spoken
from briefer.text.dates.understood import Understood, understood

__all__ = ["NearDay", "Period", "Understood", "near_days", "spoken", "understood"]
