"""Wrong values of every kind: where they are found, and what is reported of them."""

from pathlib import Path

import pytest

from tests.plugins.model.edits import problems_of, replaced, written

NEWS, LOAN, LESSON = "news/meeting/facts.yaml", "loans/mortgage/facts.yaml", "education/contract/facts.yaml"
FAQ, ABOUT, HISTORY = "faq/how-to-join/facts.yaml", "pages/about/facts.yaml", "history/origins/facts.yaml"
HONOR, CASE = "honor-board/sample/facts.yaml", "testimonials/sample/facts.yaml"
LAWYER, CHARITY = "lawyer/who-admits/facts.yaml", "charity/elders/facts.yaml"
TEXT, LESSON_TEXT = "news/meeting/index.kk.md", "education/contract/index.ru.md"

DAY, PORTRAIT, LENDER = "date: 2025-11-28", "portrait: {file: portrait.svg}", "lender: {kk: Банк, ru: Банк}"
TITLE, SUMMARY = "title: Атауы news/meeting", "summary: Бет туралы."
LAWS = 'laws:\n  - {act: 197-II, articles: ["13"]}\n'
RATE, TERM, AMOUNT = "nominal: {from: 0.07, to: 0.07}", "term_months: {to: 300}", "amount_kzt: {to: 36000000}"
FAQ_TOPICS = "@one-of joining money waiting risk governance leaving checking"

# file, what stands there, what is written instead, line, column, key, what was found, what was expected
WRONG = {
    "day that no calendar has": (NEWS, DAY, "date: 2026-13-02", 1, 7, "date", "2026-13-02", "@date"),
    "day written with points": (NEWS, DAY, "date: 28.11.2025", 1, 7, "date", "28.11.2025", "@date"),
    "day in other digits": (NEWS, DAY, "date: ٢٠٢٥-11-28", 1, 7, "date", "٢٠٢٥-11-28", "@date"),
    "time stamp": (NEWS, DAY, "date: 1764288000", 1, 7, "date", "1764288000", "@date"),
    "day with a time": (NEWS, DAY, "date: 2025-11-28T10:00:00", 1, 7, "date", "2025-11-28T10:00:00", "@date"),
    "nothing for a day": (NEWS, DAY, "date:", 1, 6, "date", "—", "@date"),
    "null for a day": (NEWS, DAY, "date: null", 1, 7, "date", "—", "@date"),
    "list for a day": (NEWS, DAY, "date: [2025, 11]", 1, 7, "date", "2025, 11", "@date"),
    "season for a day": (NEWS, "published: 2025-11-28", "published: күз", 5, 16, "sources.published", "күз", "@date"),
    "words for a number": (LESSON, "minutes: 5", "minutes: 5 мин", 2, 10, "minutes", "5 мин", "@integer"),
    "half a number": (LESSON, "minutes: 5", "minutes: 5.5", 2, 10, "minutes", "5.5", "@integer"),
    "list for a number": (LESSON, "minutes: 5", "minutes: [5]", 2, 10, "minutes", "5", "@integer"),
    "number below its limit": (LESSON, "minutes: 5", "minutes: 0", 2, 10, "minutes", "0", "@at-least 1"),
    "year before its limit": (HISTORY, "year: 1761", "year: 1499", 3, 19, "timeline.fenwick.year", "1499", "@at-least 1500"),
    "year after its limit": (HISTORY, "until: 1873", "until: 2101", 3, 32, "timeline.fenwick.until", "2101", "@at-most 2100"),
    "rate with a comma": (LOAN, RATE, "nominal:\n  from: 0,07", 5, 9, "nominal.from", "0,07", "@decimal"),
    "rate in per cent": (LOAN, RATE, "nominal: {from: 7%}", 4, 17, "nominal.from", "7%", "@decimal"),
    "list for a rate": (LOAN, RATE, "nominal: {from: [7]}", 4, 17, "nominal.from", "7", "@decimal"),
    "rate without a limit": (LOAN, RATE, "nominal: {from: NaN}", 4, 17, "nominal.from", "NaN", "@decimal"),
    "rate below nothing": (LOAN, RATE, "nominal: {from: -0.1}", 4, 17, "nominal.from", "-0.1", "@at-least 0"),
    "rate as if per cent": (LOAN, RATE, "nominal: {from: 10}", 4, 17, "nominal.from", "10", "@fraction"),
    "share above the whole": (LOAN, AMOUNT, "down_payment: {from: 20}", 7, 22, "down_payment.from", "20", "@at-most 1"),
    "word for true": (HONOR, "sample: true", "sample: иә", 3, 9, "sample", "иә", "@boolean"),
    "yes for true": (HONOR, "sample: true", "sample: yes", 3, 9, "sample", "yes", "@boolean"),
    "a letter for true": (HONOR, "sample: true", "sample: t", 3, 9, "sample", "t", "@boolean"),
    "one for true": (HONOR, "sample: true", "sample: 1", 3, 9, "sample", "1", "@boolean"),
    "on for true": (HONOR, "sample: true", "sample: on", 3, 9, "sample", "on", "@boolean"),
    "true in capitals": (HONOR, "sample: true", "sample: True", 3, 9, "sample", "True", "@boolean"),
    "a whole number with a point": (LESSON, "minutes: 5", "minutes: 5.0", 2, 10, "minutes", "5.0", "@integer"),
    "a number with a low line": (LESSON, "minutes: 5", "minutes: 1_0", 2, 10, "minutes", "1_0", "@integer"),
    "a number with a sign": (LESSON, "minutes: 5", "minutes: +5", 2, 10, "minutes", "+5", "@integer"),
    "a number with a leading nought": (LESSON, "minutes: 5", "minutes: 05", 2, 10, "minutes", "05", "@integer"),
    "a number in Arabic digits": (LESSON, "minutes: 5", "minutes: ٥", 2, 10, "minutes", "٥", "@integer"),
    "a rate in Arabic digits": (LOAN, RATE, "nominal: {from: ٠.٠٧}", 4, 17, "nominal.from", "٠.٠٧", "@decimal"),
    "a rate without a nought": (LOAN, RATE, "nominal: {from: .07}", 4, 17, "nominal.from", ".07", "@decimal"),
    "a rate with an exponent": (LOAN, RATE, "nominal: {from: 7e-2}", 4, 17, "nominal.from", "7e-2", "@decimal"),
    "a comma between braces, first": (LOAN, RATE, "nominal: {from: 0,072, to: 0.08}", 4, 17, "nominal.from", "0,072", "@decimal"),
    "a comma between braces, last": (LOAN, RATE, "nominal: {from: 0.07, to: 0,08}", 4, 27, "nominal.to", "0,08", "@decimal"),
    "list for true": (HONOR, "sample: true", "sample: [true]", 3, 9, "sample", "true", "@boolean"),
    "nothing for true": (CHARITY, "to_confirm: true", "to_confirm:", 2, 12, "to_confirm", "—", "@boolean"),
    "unknown topic": (FAQ, "topic: joining", "topic: мүшелік", 2, 8, "topic", "мүшелік", FAQ_TOPICS),
    "topic in capitals": (FAQ, "topic: joining", "topic: Joining", 2, 8, "topic", "Joining", FAQ_TOPICS),
    "unknown way of checking": (NEWS, "checked_in: copy", "checked_in: көшірме", 7, 17, "sources.checked_in", "көшірме", "@one-of copy live"),
    "unknown role of a law": (FAQ, '["13"]}', '["13"], role: past}', 4, 43, "laws.role", "past", "@one-of relied-on history"),
    "list for words": (TEXT, TITLE, "title: [Ақ, қара]", 2, 8, "title", "Ақ, қара", "@text"),
    "keys for words": (TEXT, TITLE, "title: {ақ: қара}", 2, 8, "title", "{ақ}", "@text"),
    "empty words": (TEXT, TITLE, 'title: ""', 2, 8, "title", "", "@text"),
    "words of spaces": (TEXT, TITLE, 'title: "  "', 2, 8, "title", "  ", "@text"),
    "nothing for words": (TEXT, SUMMARY, "summary:", 3, 9, "summary", "—", "@text"),
    "words for a list": (NEWS, "checked_in: copy", "checked_in: copy\nlaws: 197-II", 8, 7, "laws", "197-II", "@list"),
    "keys for a list": (FAQ, LAWS, "laws: {act: 197-II}\n", 3, 7, "laws", "{act}", "@list"),
    "nothing for a list": (FAQ, LAWS, "laws:\n", 3, 6, "laws", "—", "@list"),
    "number for a list of phones": ("site.yaml", "phones: {to_confirm: true}", "phones: {value: 8}", 9, 17, "phones.value", "8", "@list"),
    "empty list": (LESSON_TEXT, "[Читать договор]", "[]", 4, 11, "outcomes", "", "@longer-list"),
    "words for keys": (LOAN, LENDER, "lender: Қаржы банкі", 2, 9, "lender", "Қаржы банкі", "@mapping"),
    "list for keys": (LOAN, LENDER, "lender: [Банк]", 2, 9, "lender", "Банк", "@mapping"),
    "words for an entry of a list": (FAQ, LAWS, "laws: [197-II]\n", 3, 8, "laws", "197-II", "@mapping"),
    "words for a map": (HISTORY, "\n  fenwick: {year: 1761, until: 1873}", " 1761", 2, 11, "timeline", "1761", "@mapping"),
    "words for an act": ("acts.yaml", "197-II:\n  number: 197-II", "31-V: заң\n197-II:\n  number: 197-II", 1, 7, "31-V", "заң", "@mapping"),
    "file in a folder": (HONOR, PORTRAIT, "portrait: {file: a/b.svg}", 1, 18, "portrait.file", "a/b.svg", "@file-name"),
    "file from the root": (HONOR, PORTRAIT, "portrait: {file: /b.svg}", 1, 18, "portrait.file", "/b.svg", "@file-name"),
    "folder for a file": (HONOR, PORTRAIT, "portrait: {file: ..}", 1, 18, "portrait.file", "..", "@file-name"),
    "no file name": (HONOR, PORTRAIT, 'portrait: {file: ""}', 1, 18, "portrait.file", "", "@text"),
    "address without https": (NEWS, "https://example.org/", "example.org", 4, 10, "sources.url", "example.org", "@web-address"),
    "address of another kind": (NEWS, "https://example.org/", "ftp://a.kz", 4, 10, "sources.url", "ftp://a.kz", "@web-address"),
    "address of the site": ("site.yaml", "https://small.example", "small.example", 2, 15, "site_address", "small.example", "@web-address"),
    "official address": ("acts.yaml", "{kk: https://", "{kk: www.", 8, 18, "197-II.official.kk", "www.adilet.zan.kz/kaz/docs/Z010000197_", "@web-address"),
    "path with its language": ("site.yaml", "[/about/,", "[/kk/About/,", 17, 13, "menu.paths", "/kk/About/", "@site-path"),
    "path without a slash": ("site.yaml", "/loans/]", "loans]", 17, 121, "menu.paths", "loans", "@site-path"),
    "slug with capitals": ("acts.yaml", "page: in-force", "page: In-Force", 11, 9, "197-II.page", "In-Force", "@identifier"),
    "key with capitals": (HISTORY, "fenwick: {", "Fenwick: {", 3, 12, "timeline.Fenwick", "{year, until}", "@identifier"),
    "key in Kazakh": (CASE, "paper: {", "қағаз: {", 6, 10, "pictures.қағаз", "{file}", "@identifier"),
    "key with a look-alike letter": (CASE, "paper: {", "pаper: {", 6, 10, "pictures.pаper", "{file}", "@identifier"),
    "reversed rates": (LOAN, RATE, "nominal: {from: 0.07, to: 0.06}", 4, 27, "nominal.to", "0.06", "@range"),
    "reversed months": (LOAN, TERM, "term_months: {from: 301, to: 300}", 6, 30, "term_months.to", "300", "@range"),
    "reversed shares": (LOAN, AMOUNT, "down_payment: {from: 0.3, to: 0.2}", 7, 31, "down_payment.to", "0.2", "@range"),
    "years that end before they begin": (HISTORY, "until: 1873", "until: 1760", 3, 32, "timeline.fenwick.until", "1760", "@range"),
    "two forms of a rate": (LOAN, RATE, "nominal: {rate: 0.07, from: 0.07}", 4, 10, "nominal", "{rate, from}", "@nominal-form"),
    "no form of a rate": (LOAN, RATE, "nominal: {}", 4, 10, "nominal", "{}", "@nominal-form"),
    "an upper end alone": (LOAN, RATE, "nominal: {rate: 0.07, to: 0.08}", 4, 10, "nominal", "{rate, to}", "@nominal-form"),
    "a rate that begins late": (
        LOAN, RATE, "nominal: {steps: [{from_instalment: 2, rate: 0.07}]}", 4, 10, "nominal", "{steps}", "@steps-order",
    ),
    "steps out of order": (
        LOAN, RATE,
        "nominal: {steps: [{from_instalment: 1, rate: 0.1}, {from_instalment: 9, rate: 0}, {from_instalment: 9, rate: 1}]}",
        4, 10, "nominal", "{steps}", "@steps-order",
    ),
    "a fee below nothing": (
        LOAN, AMOUNT, "fees: [{timing: monthly, base: fixed, value: -1}]", 7, 46, "fees.value", "-1", "@at-least 0",
    ),
    "a fee at another time": (
        LOAN, AMOUNT, "fees: [{timing: daily, base: fixed, value: 1}]", 7, 17, "fees.timing", "daily",
        "@one-of at-issue monthly yearly",
    ),
    "a fee in per cent": (
        LOAN, AMOUNT, "fees: [{timing: monthly, base: balance, value: 5}]", 7, 48, "fees.value", "5", "@fee-unit",
    ),
    "a fee of a part of a tiyn": (
        LOAN, AMOUNT, "fees: [{timing: monthly, base: fixed, value: 0.001}]", 7, 46, "fees.value", "0.001", "@fee-unit",
    ),
    "a term of a lifetime": (LOAN, TERM, "term_months: {to: 601}", 6, 19, "term_months.to", "601", "@at-most 600"),
    "a town nobody knows": (
        LOAN, AMOUNT, "only_in: [aktobe]", 7, 11, "only_in", "aktobe",
        "@one-of astana almaty shymkent aktau atyrau karaganda oskemen",
    ),
    "reversed amounts": (LOAN, AMOUNT, "amount_kzt: {from: 2, to: 1}", 7, 27, "amount_kzt.to", "1", "@range"),
    "ceilings that overlap": (
        "rate-ceilings.yaml", "mortgage:\n",
        "mortgage:\n  - {value: 0.2, valid_from: 2025-01-01, valid_to: 2026-01-05, act: {kk: Ә, ru: Ё}, "
        "source: {title: {kk: Ә, ru: Ё}, checked: 2026-11-22, checked_in: live}}\n",
        1, 1, "—", "{mortgage}", "@dated-order",
    ),
    "a ceiling that ends before it begins": (
        "rate-ceilings.yaml", "valid_from: 2026-01-05", "valid_from: 2026-01-05\n    valid_to: 2026-01-04",
        4, 15, "mortgage.valid_to", "2026-01-04", "@range",
    ),
    "repealed, but not when": (
        "acts.yaml", "  repealed_from: 2016-01-01\n", "", 17, 11, "450-I.status", "repealed", "@repeal",
    ),
    "in force, and repealed by another": (
        "acts.yaml", "  status: repealed\n", "  status: in-force\n", 17, 11, "450-I.status", "in-force", "@in-force-or-repealed",
    ),
    "in force, and repealed from a day": (
        "acts.yaml", "  status: in-force\n", "  status: in-force\n  repealed_from: 2026-11-22\n", 6, 11, "197-II.status", "in-force",
        "@in-force-or-repealed",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "column", "key", "found", "expected"), WRONG.values(), ids=WRONG
)
def test_a_wrong_value_is_reported_at_its_place_with_what_was_expected(
    content: Path, file: str, old: str, new: str, line: int, column: int, key: str, found: str, expected: str
) -> None:
    replaced(file, old, new)(content)
    assert problems_of(content) == [
        (file, line, column, "wrong-value", {"key": key, "found": found, "expected": expected})
    ]


RIGHT = {
    "year for a day of publication": (NEWS, "published: 2025-11-28", "published: 2025"),
    "day in quotes": (NEWS, DAY, 'date: "2025-11-28"'),
    "rate as a whole number": (LOAN, RATE, "nominal: {from: 0}"),
    "a constant rate": (LOAN, RATE, "nominal: {rate: 0.07}"),
    "a stepped rate": (
        LOAN,
        RATE,
        "nominal: {steps: [{from_instalment: 1, rate: 0.1}, {from_instalment: 2, rate: 0}]}",
    ),
    "no fees, as the source says": (LOAN, AMOUNT, "fees: []"),
    "equal limits": (LOAN, TERM, "term_months: {from: 300, to: 300}"),
    "nothing for a value that may be left out": (LOAN, AMOUNT, "amount_kzt:"),
    "tilde for a value that may be left out": (LOAN, AMOUNT, "amount_kzt: ~"),
    "quoted zero": (LOAN, RATE, 'nominal: {from: "0.07"}'),
    "article of a code with a hyphen": ("acts.yaml", "  articles: 40\n", '  known_articles: [13, "725-1"]\n'),
    "consent for a person": (HONOR, "sample: true", "consent: {what: Сурет, where: Сейф, until: 2030-01-01}"),
    "path of the home page": ("pages/home/index.kk.md", "link: /laws/", "link: /"),
}


@pytest.mark.parametrize(("file", "old", "new"), RIGHT.values(), ids=RIGHT)
def test_a_near_miss_is_a_good_value(content: Path, file: str, old: str, new: str) -> None:
    replaced(file, old, new)(content)
    assert problems_of(content) == []


@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "middle", "last"])
def test_one_wrong_value_of_several_is_reported_at_its_own_line(content: Path, place: int) -> None:
    days = ["2026-01-01", "2026-01-02", "2026-01-03"]
    days[place] = "ертең"
    sources = "".join(f"  - title: {{kk: Ә, ru: Ё}}\n    checked: {day}\n    checked_in: live\n" for day in days)
    written(ABOUT, f"sources:\n{sources}")(content)
    values = {"key": "sources.checked", "found": "ертең", "expected": "@date"}
    assert problems_of(content) == [(ABOUT, 3 + 3 * place, 14, "wrong-value", values)]


@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "middle", "last"])
def test_a_short_list_is_not_blamed_for_its_faulty_line(content: Path, place: int) -> None:
    outcomes = ["Оқу", "Жазу", "Санау"]
    outcomes[place] = '""'
    replaced(LESSON_TEXT, "[Читать договор]", f"[{', '.join(outcomes)}]")(content)
    column = 12 + sum(len(word) + 2 for word in outcomes[:place])
    values = {"key": "outcomes", "found": "", "expected": "@text"}
    assert problems_of(content) == [(LESSON_TEXT, 4, column, "wrong-value", values)]


def test_the_only_line_of_a_list_is_reported_once_when_it_is_faulty(content: Path) -> None:
    replaced(LESSON_TEXT, "[Читать договор]", '[""]')(content)
    values = {"key": "outcomes", "found": "", "expected": "@text"}
    assert problems_of(content) == [(LESSON_TEXT, 4, 12, "wrong-value", values)]


def test_a_long_value_is_shown_by_its_beginning(content: Path) -> None:
    replaced(NEWS, DAY, f"date: {'ұзақ ' * 30}")(content)
    ((*_, values),) = problems_of(content)
    assert values["found"] == "ұзақ " * 11 + "ұзақ…"


RULES_OF_THEIR_OWN = {
    "answer without an article": (LAWYER, ', articles: ["13"]', "", "answer-without-law"),
    "answer without a law": (LAWYER, LAWS, "", "answer-without-law"),
    "person without consent": (HONOR, "sample: true\n", "", "missing-consent"),
    "person who is no sample": (HONOR, "sample: true", "sample: false", "missing-consent"),
}


@pytest.mark.parametrize(("file", "old", "new", "rule"), RULES_OF_THEIR_OWN.values(), ids=RULES_OF_THEIR_OWN)
def test_a_fault_with_a_rule_of_its_own_is_reported_by_it(
    content: Path, file: str, old: str, new: str, rule: str
) -> None:
    replaced(file, old, new)(content)
    assert problems_of(content) == [(file, 1, 1, rule, {})]
