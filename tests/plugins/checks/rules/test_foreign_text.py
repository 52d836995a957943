"""Foreign passages and parts: found in the first, middle and last place, in both languages."""

import pytest

from plugins.checks.passages import Kind, Passage
from plugins.checks.rules import foreign_block, foreign_sentence
from tests.plugins.checks.checked import together

FOREIGN = together(foreign_block.check, foreign_sentence.check)

KK = "Кооператив мүшелері жиналысқа келді."
KK_MORE = "Олар жылдық есепті тыңдап, басқарманы сайлады."
RU = "Члены кооператива пришли на общее собрание."
RU_MORE = "Они выслушали отчёт и выбрали правление."

CASES = {
    "Kazakh in Kazakh": ("kk", f"{KK} {KK_MORE}", []),
    "Russian in Russian": ("ru", f"{RU} {RU_MORE}", []),
    "Russian for Kazakh": ("kk", f"{RU} {RU_MORE}", [("foreign-block", 1)]),
    "Kazakh for Russian": ("ru", f"{KK} {KK_MORE}", [("foreign-block", 1)]),
    "first sentence": ("kk", f"{RU} {KK} {KK_MORE}", [("foreign-sentence", 1)]),
    "middle sentence": ("kk", f"{KK} {RU} {KK_MORE}", [("foreign-sentence", len(KK) + 2)]),
    "last sentence": ("kk", f"{KK} {KK_MORE} {RU}", [("foreign-sentence", len(KK) + len(KK_MORE) + 3)]),
    "middle sentence in Russian": ("ru", f"{RU} {KK} {RU_MORE}", [("foreign-sentence", len(RU) + 2)]),
    "a heading of two languages": ("kk", "Жалпы жиналыс (Общее собрание)", [("foreign-sentence", 16)]),
    "after blanks": ("kk", f"   {RU}", [("foreign-block", 4)]),
    "numbers, dates and money": ("kk", "350 000 ₸, 12 %, № 197-II, 28.11.2025", []),
    "an address of the web": ("ru", "adilet.zan.kz", []),
    "a word of both": ("ru", "Кооператив", []),
    "Kazakh names in Russian": ("ru", "Ерлан и Айгүл приехали из Өскемен в Риддер на собрание.", []),
    "nothing": ("kk", "   ", []),
    "a third language is not judged": ("en", RU, []),
    "all Kazakh letters": ("kk", "Әке, ғалым, қала, жаңа, өлең, ұл, үй, гауһар, білім — бәрі қазақша.", []),
    "with ё": ("ru", "Ещё один пайщик внёс свой взнос и всё оплатил.", []),
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES)
def test_what_is_in_the_other_language_is_told_where_it_begins(
    language: str, text: str, expected: list[tuple[str, int]]
) -> None:
    passage = Passage("content/news/a/index.kk.md", language, Kind.PARAGRAPH, text, 7, 1)
    found = [(problem.rule, problem.line, problem.column) for problem in FOREIGN(passage)]
    assert found == [(rule, 7, column) for rule, column in expected]


def test_the_message_shows_the_words_and_both_languages() -> None:
    passage = Passage("a", "kk", Kind.PARAGRAPH, f"{KK} {RU} {KK_MORE}", 1, 1)
    (problem,) = FOREIGN(passage)
    assert problem.values == {"found": RU, "language": "in-ru", "code": "ru", "expected": "in-kk"}
