"""Numbers, money and rates as they are written in each language."""

from decimal import Decimal

NO_BREAK_SPACE = "\u00a0"


def decimal_number(value: int | Decimal, language: str) -> str:
    """Return the number with the language's decimal comma and grouping: `12 650,5`."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - telling a language does not wait for Babel

    return format_decimal(value, locale=language)


def tenge(value: int | Decimal, language: str) -> str:
    """Return a sum in tenge: `350 000 ₸`. Babel would write KZT in Russian, so the sign is set here."""
    return f"{decimal_number(value, language)}{NO_BREAK_SPACE}₸"


def percent(fraction: Decimal, language: str) -> str:
    """Return a fraction as per cent: 0.072 is `7,2 %`."""
    return f"{decimal_number((fraction * 100).normalize(), language)}{NO_BREAK_SPACE}%"


def percent_range(low: Decimal, high: Decimal, language: str) -> str:
    """Return two fractions as a range with one sign: 0.214 and 0.221 are `21,4–22,1 %`; equal ones are one rate."""
    if low == high:
        return percent(low, language)
    return f"{decimal_number((low * 100).normalize(), language)}–{percent(high, language)}"
