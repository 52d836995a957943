"""Numbers written in words, and their values: `он төрт`, `четырнадцать`, `жартысы`, `полтора миллиона`, `үшінші`.

Forms are listed, not guessed from endings: `онда` is "there" and no ten, `семью` is a family and no seven.
"""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from fractions import Fraction
from functools import cache
from typing import NamedTuple


class Role(IntEnum):
    """What a word does within a number; the order is that of the words."""

    UNIT = 0
    """One to nine; eleven to nineteen in Russian."""
    TEN = 1
    HUNDRED = 2
    SCALE = 3
    """A thousand and more, which multiplies."""
    FRACTION = 4
    """A number by itself: a half, `двухкомнатная`, `оба`."""
    HALF_MORE = 5
    """`жарым`: adds a half."""


class NumberWord(NamedTuple):
    """A form of a word, and what it says."""

    value: Fraction
    role: Role
    may_go_on: bool = True
    """Whether the number goes on after it: not so after an ending of Kazakh."""
    is_certain: bool = True
    """Whether it states a count: not so for one, an ordinal, `оба`."""


_KK_STEMS = """
1 бір 2 екі 3 үш 4 төрт 5 бес 6 алты 7 жеті 8 сегіз 9 тоғыз 10 он 20 жиырма 30 отыз 40 қырық 50 елу 60 алпыс 70 жетпіс
80 сексен 90 тоқсан 100 жүз 1000 мың 1000000 миллион 1000000 млн 1000000000 миллиард 1000000000 млрд
"""
_KK_CASES = "ның нің дың дің тың тің ны ні ды ді ты ті ға ге қа ке да де та те дан ден тан тен нан нен мен бен пен дай дей тай тей"
_KK_OTHER_WORDS = "онда ондай алтының алтыны алтыда жүзді жүзде жүзбен жүзге жүздей мыңдай бірге бірде бірден бірдей"
"""Forms that are spelled as other words: there, gold, a face, together."""

_KK_ORDINALS = """
1 бірінші 2 екінші 3 үшінші 4 төртінші 5 бесінші 6 алтыншы 7 жетінші 8 сегізінші 9 тоғызыншы 10 оныншы 20 жиырмасыншы
30 отызыншы 40 қырқыншы 50 елуінші 60 алпысыншы 70 жетпісінші 80 сексенінші 90 тоқсаныншы 100 жүзінші
"""
_KK_ORDINAL_ENDINGS = "сі ден де ге ні нің сінде сін сіне дан да ға ны ның сы сын сында сына"
_KK_COLLECTIVE = "2 екеу 3 үшеу 4 төртеу 5 бесеу 6 алтау 7 жетеу"
_KK_COLLECTIVE_ENDINGS = "і міз ңіз сі нің не ні н інің міздің ін іне ден інен мен"
_KK_HALVES = "жарты жартысы жартысын жартысына жартысынан жартысының жартысында"
_KK_VAGUE = "2 қос 2 егіз 3 үшем 10 ондаған 100 жүздеген 1000 мыңдаған"

_RU_CARDINALS = """
1 один одна одно одного одной одному одним одном одну
2 два две двух двум двумя двое двоих двоим двоими
3 три трех трем тремя трое троих троим троими
4 четыре четырех четырем четырьмя четверо четверых четверым
5 пять пяти пятью пятеро пятерых
6 шесть шести шестью шестеро шестерых
7 семь семи семеро семерых
8 восемь восьми восемью восьмью
9 девять девяти девятью
10 десять десяти десятью
40 сорок сорока
90 девяносто девяноста
100 сто ста
200 двести двухсот двумстам двумястами двухстах
300 триста трехсот тремстам тремястами трехстах
400 четыреста четырехсот четыремстам четырьмястами четырехстах
500 пятьсот пятисот пятистам пятьюстами пятистах
600 шестьсот шестисот шестистам шестьюстами
700 семьсот семисот семистам семьюстами
800 восемьсот восьмисот восьмистам восемьюстами
900 девятьсот девятисот девятистам девятьюстами
1000 тысяча тысячи тысяч тысячу тысячей тысяче тысячам тысячами тыс
1000000 миллион миллиона миллионов миллиону миллионом миллионе миллионам млн
1000000000 миллиард миллиарда миллиардов миллиарду миллиардом миллиарде млрд
"""
_RU_TEENS = """
11 одиннадцат 12 двенадцат 13 тринадцат 14 четырнадцат 15 пятнадцат 16 шестнадцат 17 семнадцат 18 восемнадцат
19 девятнадцат 20 двадцат 30 тридцат
"""
_RU_TENS = "50 пят 60 шест 70 сем 80 восем"
_RU_ORDINALS = """
1 перв 2 втор 4 четверт 5 пят 6 шест 7 седьм 8 восьм 9 девят 10 десят 40 сороков 50 пятидесят 60 шестидесят
70 семидесят 80 восьмидесят 90 девяност 100 сот
"""
_RU_ORDINAL_ENDINGS = "ый ой ая ое ого ому ым ом ую ые ых ыми"
_RU_THIRD = "третий третья третье третьего третьему третьим третьем третьей третьи третьих"
_RU_PREFIXES = """
2 двух 3 трех 4 четырех 5 пяти 6 шести 7 семи 8 восьми 9 девяти 10 десяти 12 двенадцати 14 четырнадцати 15 пятнадцати
20 двадцати 30 тридцати 40 сорока 100 сто
"""
_RU_MEASURED = "комнатн этажн месячн летн дневн недельн процентн кратн минутн сторонн часов"
_RU_ADJECTIVE_ENDINGS = "ый ой ая ое ого ому ым ом ую ые ых ыми ий яя ее его ему им ем юю ие их ими"
_RU_FRACTIONS = """
1/2 половина половины половине половину половиной пол наполовину вполовину полгода полугода полчаса
1/3 треть трети третью третей
1/4 четверть четверти четвертью четвертей
3/2 полтора полторы полутора
"""
_RU_TIMES = "2 дважды 3 трижды 4 четырежды"
_RU_VAGUE = """
2 оба обе обоих обеих обеими вдвое вдвоем двойной двойная двойное двойного двойном двойную пара пары пару
3 втрое втроем тройной тройная тройное тройного
10 десяток десятка десятков
100 сотня сотню сотни сотен
"""


@cache
def number_words(language: str) -> Mapping[str, NumberWord]:
    """Return every form of a number in words; Russian without ё."""
    return dict(_kazakh() if language == "kk" else _russian())


def _kazakh() -> Iterator[tuple[str, NumberWord]]:
    others = set(_KK_OTHER_WORDS.split())
    for value, stem in _pairs(_KK_STEMS):
        yield stem, _cardinal(value)
        joined = _cardinal(value)._replace(may_go_on=False)
        yield from ((stem + case, joined) for case in _KK_CASES.split() if stem + case not in others)
    for value, stem in _pairs(_KK_ORDINALS):
        yield from ((stem + ending, _ordinal(value)) for ending in ("", *_KK_ORDINAL_ENDINGS.split()))
    for value, stem in _pairs(_KK_COLLECTIVE):
        yield from ((stem + ending, _ordinal(value)) for ending in ("", *_KK_COLLECTIVE_ENDINGS.split()))
    yield from ((form, NumberWord(Fraction(1, 2), Role.FRACTION, may_go_on=False)) for form in _KK_HALVES.split())
    yield "жарым", NumberWord(Fraction(1, 2), Role.HALF_MORE)
    yield from ((form, _vague(value)) for value, form in _pairs(_KK_VAGUE))


def _russian() -> Iterator[tuple[str, NumberWord]]:
    for value, form in _rows(_RU_CARDINALS):
        yield form, _cardinal(value)
    for value, stem in _pairs(_RU_TEENS):
        yield from ((stem + ending, _cardinal(value)) for ending in ("ь", "и", "ью"))
        yield from ((stem + ending, _ordinal(value)) for ending in _RU_ORDINAL_ENDINGS.split())
    for value, stem in _pairs(_RU_TENS):
        genitive = {"восем": "восьми"}.get(stem, f"{stem}и")
        yield from ((form, _cardinal(value)) for form in (f"{stem}ьдесят", f"{genitive}десяти", f"{stem}ьюдесятью"))
    for value, stem in _pairs(_RU_ORDINALS):
        yield from ((stem + ending, _ordinal(value)) for ending in _RU_ORDINAL_ENDINGS.split())
    yield from ((form, _ordinal(Fraction(3))) for form in _RU_THIRD.split())
    for value, prefix in _pairs(_RU_PREFIXES):
        measured = NumberWord(value, Role.FRACTION, may_go_on=False)
        for stem in _RU_MEASURED.split():
            yield from ((prefix + stem + ending, measured) for ending in _RU_ADJECTIVE_ENDINGS.split())
    for value, form in _rows(_RU_FRACTIONS):
        yield form, NumberWord(value, Role.FRACTION, may_go_on=value > 1)  # полтора миллиона
    yield from ((form, NumberWord(value, Role.FRACTION, may_go_on=False)) for value, form in _pairs(_RU_TIMES))
    yield from ((form, _vague(value)) for value, form in _rows(_RU_VAGUE))


def _cardinal(value: Fraction) -> NumberWord:
    return NumberWord(value, _role(value), is_certain=value > 1)


def _ordinal(value: Fraction) -> NumberWord:
    return NumberWord(value, _role(value), may_go_on=False, is_certain=False)


def _vague(value: Fraction) -> NumberWord:
    return NumberWord(value, Role.FRACTION, may_go_on=False, is_certain=False)


def _role(value: Fraction) -> Role:
    above = ((1000, Role.SCALE), (100, Role.HUNDRED), (20, Role.TEN))
    is_kazakh_ten = value == 10  # `он бес`; no Russian word stands after `десять`
    return next((role for least, role in above if value >= least), Role.TEN if is_kazakh_ten else Role.UNIT)


def _pairs(table: str) -> Iterator[tuple[Fraction, str]]:
    """Yield values and stems of a table `1 бір 2 екі`."""
    parts = table.split()
    return ((Fraction(value), stem) for value, stem in zip(parts[::2], parts[1::2], strict=True))


def _rows(table: str) -> Iterator[tuple[Fraction, str]]:
    """Yield the value of each line with each of its forms."""
    for line in table.strip().split("\n"):
        value, *forms = line.split()
        yield from ((Fraction(value), form) for form in forms)
