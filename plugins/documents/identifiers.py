"""Check digits of numbers that identify a person or a company (pure)."""

import re


def is_iin(digits: str) -> bool:
    """Return whether twelve digits are an IIN or a BIN: a possible date or year and month, and the right check digit."""
    if len(digits) != 12 or not digits.isdigit() or not 1 <= int(digits[2:4]) <= 12:
        return False
    of_person = 1 <= int(digits[4:6]) <= 31 and digits[6] in "0123456"  # day of birth, then century and sex
    if not of_person and not re.match(r"[456][0-3]", digits[4:]):  # kind of organisation, then head office or branch
        return False
    numbers = [int(digit) for digit in digits]
    check = sum(weight * number for weight, number in zip(range(1, 12), numbers[:11], strict=True)) % 11
    if check == 10:
        weights = (*range(3, 12), 1, 2)
        check = sum(weight * number for weight, number in zip(weights, numbers[:11], strict=True)) % 11
    return check == numbers[11] and check != 10


def is_card_number(digits: str) -> bool:
    """Return whether the digits pass the Luhn check (ISO/IEC 7812-1)."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return len(set(digits)) > 1 and sum(number // 10 + number % 10 for number in doubled) % 10 == 0
