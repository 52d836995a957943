"""Sentences in both languages, for the two rules about passages in the other language."""

from plugins.checks.passages import Kind, Passage
from tests.plugins.checks.checked import PassageRule, assert_has_words

KK = "Кооператив мүшелері жиналысқа келді."
KK_MORE = "Олар жылдық есепті тыңдап, басқарманы сайлады."
RU = "Члены кооператива пришли на общее собрание."
RU_MORE = "Они выслушали отчёт и выбрали правление."

FINE = {
    "Kazakh in Kazakh": ("kk", f"{KK} {KK_MORE}"),
    "Russian in Russian": ("ru", f"{RU} {RU_MORE}"),
    "numbers, dates and money": ("kk", "350 000 ₸, 12 %, № 197-II, 28.11.2025"),
    "an address of the web": ("ru", "adilet.zan.kz"),
    "a word of both": ("ru", "Кооператив"),
    "Kazakh names in Russian": ("ru", "Ерлан и Айгүл приехали из Өскемен в Риддер на собрание."),
    "nothing": ("kk", "   "),
    "a third language is not judged": ("en", RU),
    "all Kazakh letters": ("kk", "Әке, ғалым, қала, жаңа, өлең, ұл, үй, гауһар, білім — бәрі қазақша."),
    "with ё": ("ru", "Ещё один пайщик внёс свой взнос и всё оплатил."),
}
"""Language and text of passages that neither rule reports."""


def columns_in(rule: PassageRule, text: str, language: str, kind: Kind = Kind.PARAGRAPH) -> list[int]:
    """Return the columns that `rule` reports in a passage of one line."""
    problems = list(rule(Passage("content/news/a/index.kk.md", language, kind, text, 7, 1)))
    assert_has_words(problems)
    assert {problem.line for problem in problems} <= {7}
    return [problem.column for problem in problems]
