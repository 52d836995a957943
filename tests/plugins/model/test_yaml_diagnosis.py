"""Slips of editors in YAML: each is reported where it was made, by its true cause, and its cure works to the letter."""

import pytest

from plugins.diagnostics import Phrase
from plugins.model.frontmatter import missing_start, split, unclosed_at
from plugins.model.yaml_source import parse

HEAD = {"kk": "title: Жиналыс\nsummary: Не шешілді.\n", "ru": "title: Собрание\nsummary: Что решили.\n"}
SOURCE = """\
sources:
  - title: {kk: Есеп, ru: Отчёт}
    url: https://example.kz/
    checked: 2026-11-22
next: [/news/]
"""

# text with the place of the fault marked, the phrase, and how the cure changes the text
SLIPS = {
    "a line shifted to the right, ru": ("title: Собрание\n ‹›summary: Что решили\n", "yaml-indent-top", "\n summary", "\nsummary"),
    "a line shifted to the right, kk": ("title: Жиналыс\n  ‹›summary: Не шешілді\n", "yaml-indent-top", "\n  summary", "\nsummary"),
    "the first line shifted": (" ‹›title: Жиналыс\nsummary: Не шешілді\n", "yaml-indent-top", " title", "title"),
    "a key of an item shifted to the left": (SOURCE.replace("    url", "   ‹›url"), "yaml-indent", "   url", "    url"),
    "a key of an item shifted to the right": (SOURCE.replace("    checked", "     ‹›checked"), "yaml-indent", "     checked", "    checked"),
    "an item shifted": (SOURCE.replace("  - title", "‹›   - title"), "yaml-indent-item", "   - title", "  - title"),
    "a key behind a list shifted": (SOURCE.replace("next", " ‹›next"), "yaml-indent-top", "\n next", "\nnext"),
    "a colon inside the words, kk": ("title: Баға‹›: неден тұрады\n", "yaml-colon", "Баға: неден тұрады", '"Баға: неден тұрады"'),
    "a colon inside the words, ru, last": (
        "title: Цены\nsummary: Цена‹›: из чего она\n", "yaml-colon", "Цена: из чего она", '"Цена: из чего она"',
    ),
    "a colon at the end of the words": ("title: Что решили‹›:\nsummary: а\n", "yaml-colon", "Что решили:", '"Что решили:"'),
    "a colon in the words below a key": (
        "sources:\n  title: Цена‹›: из чего она\n", "yaml-colon", "Цена: из чего она", '"Цена: из чего она"',
    ),
    "a colon in the words of braces": (SOURCE.replace("Есеп", "Есеп‹›: жыл"), "yaml-colon", "Есеп: жыл", '"Есеп: жыл"'),
    "no blank behind a colon, first": ("title:‹›Собрание\nsummary: а\n", "yaml-colon-space", "title:", "title: "),
    "no blank behind a colon, last": ("title: Жиналыс\nsummary:‹›Не шешілді\n", "yaml-colon-space", "summary:", "summary: "),
    "no blank behind a colon in braces": (SOURCE.replace("kk: ", "‹›kk:"), "yaml-colon-space", "kk:", "kk: "),
    "an equals sign": ("title ‹›= Собрание\nsummary: а\n", "yaml-no-colon", " = ", ": "),
    "a semicolon": ("title: а\nsummary‹›; Не шешілді\n", "yaml-no-colon", "summary; ", "summary: "),
    "a no-break space sets the line in": (
        "sources:\n‹›\u00a0 title: Есеп\n  url: а\n", "yaml-odd-space", "\u00a0 title", "  title",
    ),
    "a no-break space before the first key": ("‹›\u00a0title: Есеп\nsummary: а\n", "yaml-odd-space", "\u00a0title", "title"),
    "a no-break space behind a colon": ("title:‹›\u00a0Есеп\nsummary: а\n", "yaml-odd-space-value", "\u00a0", " "),
    "curly quotes around words with a colon": ("title: “Баға‹›: неден”\n", "yaml-curly-quotes", "“Баға: неден”", '"Баға: неден"'),
    "curly quotes around words with a comma": (
        SOURCE.replace("Есеп", "“Есеп, ‹›екінші”"), "yaml-curly-quotes", "“Есеп, екінші”", '"Есеп, екінші"',
    ),
    "curly quotes around a whole value, first": ("title: ‹›“Жиналыс өтті”\nsummary: а\n", "yaml-curly-quotes", "“Жиналыс өтті”", '"Жиналыс өтті"'),
    "curly quotes around a whole value, in braces": (SOURCE.replace("Отчёт", "‹›„Отчёт“"), "yaml-curly-quotes", "„Отчёт“", '"Отчёт"'),
    "a comma in braces, first": (SOURCE.replace("Есеп", "Есеп, ‹›бірінші"), "yaml-comma", "Есеп, бірінші", '"Есеп, бірінші"'),
    "a comma in braces, last": (SOURCE.replace("Отчёт", "Отчёт, ‹›новый"), "yaml-comma", "Отчёт, новый", '"Отчёт, новый"'),
    "no comma in braces": (SOURCE.replace("Есеп,", "Есеп‹›"), "yaml-comma-missing", "Есеп ru", "Есеп, ru"),
    "a bracket that is not closed": ("articles: ‹›[13, 14\nrole: history\n", "yaml-bracket", "14\n", "14]\n"),
    "a brace that is not closed": (SOURCE.replace("{kk", "‹›{kk").replace("Отчёт}", "Отчёт"), "yaml-bracket", "Отчёт", "Отчёт}"),
    "a tab before a key": ("act:\n‹›\tname: а\n", "yaml-tab", "\t", "  "),
    "a quotation mark not closed, first": ('title: ‹›"Имя\nsummary: О.\n', "yaml-quote", '"Имя', '"Имя"'),
    "a quotation mark not closed, last": ("title: а\nsummary: ‹›'Не шешілді\n", "yaml-quote", "шешілді", "шешілді'"),
    "words behind a quotation": ('title: "Собрание" ‹›и мы\nsummary: О.\n', "yaml-after-quote", '"Собрание"', "«Собрание»"),
    "a star at the beginning": ("title: ‹›**Жиналыс** өтті\n", "yaml-start", "**Жиналыс** өтті", '"**Жиналыс** өтті"'),
    "an at sign at the beginning": ("title: а\nsummary: ‹›@halyk\n", "yaml-start", "@halyk", '"@halyk"'),
    "a hyphen at the beginning": ("title: ‹›- Собрание\n", "yaml-start", "- Собрание", '"- Собрание"'),
    "a number sign before words": ("title: ‹›#Жиналыс\nsummary: а\n", "yaml-hash", "#Жиналыс", '"#Жиналыс"'),
    "a number sign inside the words": ("title: а\nsummary: Дом ‹›#5\n", "yaml-hash", "Дом #5", '"Дом #5"'),
    "words on a line of their own": ("title: Собрание\n‹›жильцов\nsummary: а\n", "yaml-no-mapping", "\nжильцов", " жильцов"),
    "a hyphen without a blank": (SOURCE.replace("  - title", "  ‹›-title"), "yaml-dash", "  -title", "  - title"),
    "a long dash for a hyphen": (SOURCE.replace("  - title", "  ‹›— title"), "yaml-dash", "  — title", "  - title"),
    "the beginning of a conflict": ("‹›<<<<<<< HEAD\n" + HEAD["kk"], "yaml-conflict", "<<<<<<< HEAD\n", ""),
    "the middle of a conflict": (SOURCE.replace("    url", "‹›=======\n    url"), "yaml-conflict", "=======\n", ""),
    "the end of a conflict": (SOURCE + "‹›>>>>>>> main\n", "yaml-conflict", ">>>>>>> main\n", ""),
}  # fmt: skip


@pytest.mark.parametrize(("marked", "detail", "wrong", "right"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_reported_at_its_place_by_its_true_cause_and_its_cure_works(
    marked: str, detail: str, wrong: str, right: str
) -> None:
    before, text = marked.split("‹›", maxsplit=1)[0], marked.replace("‹›", "")
    source, (problem,) = parse(text, "content/site.yaml")
    assert source is None
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert (problem.line, problem.column, problem.values["detail"]) == (*place, detail)
    assert problem.values["cure"] == f"{detail}-cure"
    assert isinstance(problem.values["cure"], Phrase)
    assert text.count(wrong) == 1
    mended, problems = parse(text.replace(wrong, right), "content/site.yaml")
    assert mended is not None and problems == []


RIGHT = {
    "words over two lines": "title: Собрание\n  жильцов дома\nsummary: а\n",
    "a quotation over two lines": 'title: "Собрание\n  жильцов: дома"\nsummary: а\n',
    "folded words with a colon": "title: >\n  Баға: неден\n  — тұрады #5\nsummary: а\n",
    "a list at the margin": "next:\n- /news/\n- /faq/\n",
    "braces over lines": "title: {\n  kk: Есеп,\n  ru: Отчёт,\n}\n",
    "a list below an item": "a:\n  - b:\n      - c: 1\n        d: 2\n    e: 3\n",
    "a comment behind a value": "order: 1 # бірінші\ntitle: а#б\n",
    "a comment that is an exception": "title: а # allow duplicate-title: екі жиын\n",
    "an address": "url: https://example.kz/a:b\n",
    "a time": "title: Сағат 10:30-да\n",
    "guillemets with a colon without a blank": "title: «Есеп:жыл»\n",
    "apostrophes inside": "title: Қазақстан'ның\n",
    "brackets in words": "title: Жиналыс (2026) [есеп]\n",
    "empty words in braces": "a: {kk: , ru: }\n",
    "a Kazakh key": "әдіс: бір\n",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_yaml_that_can_be_read_is_read(text: str) -> None:
    source, problems = parse(text, "content/site.yaml")
    assert source is not None and problems == []


BODY = {"kk": "Жиналыс 28 наурызда өтті.\n", "ru": "Собрание прошло 28 марта.\n"}
# what stands between front matter and text, the line of the fault, the cure
FENCES = {
    "none": ("", 4, "fence-insert"),
    "an empty line": ("\n", 5, "fence-insert"),
    "two hyphens": ("--\n\n", 4, "fence-replace"),
    "long dashes": ("———\n", 4, "fence-replace"),
    "a blank before it": (" ---\n\n", 4, "fence-replace"),
    "four hyphens": ("----\n\n", 4, "fence-replace"),
    "an equals line": ("===\n\n", 4, "fence-replace"),
}


@pytest.mark.parametrize("beginning", ["", "## "])
@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("between", "line", "cure"), FENCES.values(), ids=FENCES)
def test_front_matter_that_is_not_closed_is_reported_where_the_cure_works(
    between: str, line: int, cure: str, language: str, beginning: str
) -> None:
    source = f"---\n{HEAD[language]}{between}{beginning}{BODY[language]}"
    fault = unclosed_at(source)
    assert fault == (line, cure)
    lines = source.split("\n")
    lines[line - 1 : line if cure == "fence-replace" else line - 1] = ["---"]
    parts = split("\n".join(lines))
    assert parts is not None
    assert parts.front_matter.strip("\n") == HEAD[language].strip("\n")
    assert parts.body.strip("\n") == (beginning + BODY[language]).strip("\n")


@pytest.mark.parametrize(
    ("begin", "cure"),
    [("", "fence-insert"), ("\n---\n", "fence-blank-lines"), ("----\n", "fence-replace"), ("—\n", "fence-replace"),
     (" ---\n", "fence-replace")],
)  # fmt: skip
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_front_matter_that_does_not_begin_is_reported_with_how_to_begin(begin: str, cure: str, language: str) -> None:
    assert missing_start(f"{begin}{HEAD[language]}---\n{BODY[language]}") == cure


def test_a_text_without_front_matter_is_reported_with_what_to_write() -> None:
    assert missing_start("## Тақырып\n\nМәтін.\n") == missing_start("") == "fence-all"
    assert missing_start("---\ntitle: а\n---\n") is None
