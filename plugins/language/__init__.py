"""Kazakh and Russian (pure): telling them apart, look-alike letters, alphabetical order, dates, numbers."""

from plugins.language.classify import Verdict, classify
from plugins.language.dates import feed_date, long_date, long_month
from plugins.language.numbers import decimal_number, percent, percent_range, tenge
from plugins.language.ordering import sort_key
from plugins.language.scripts import is_mixed_script, look_alikes, mend_mixed_script
from plugins.language.spans import foreign_spans

__all__ = [
    "Verdict",
    "classify",
    "decimal_number",
    "feed_date",
    "foreign_spans",
    "is_mixed_script",
    "long_date",
    "long_month",
    "look_alikes",
    "mend_mixed_script",
    "percent",
    "percent_range",
    "sort_key",
    "tenge",
]
