"""What is particular to Kazakh and Russian (pure): the order of letters, dates, numbers."""

from plugins.language.dates import feed_date, long_date
from plugins.language.numbers import decimal_number, percent, tenge
from plugins.language.ordering import sort_key

__all__ = ["decimal_number", "feed_date", "long_date", "percent", "sort_key", "tenge"]
