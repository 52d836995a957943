"""The report an editor reads, word for word, and the language it is in."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.diagnostics import Phrase, Problem, Severity
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.report import as_text, counts_as_text, print_problems, report_languages

PROBLEMS = (
    Problem("content/news/a/facts.yaml", 1, 1, "unknown-key", {"key": "dat", "nearest": "date"}),
    Problem("content/news/a/facts.yaml", 2, 1, "unknown-key", {"key": "әңгіме", "nearest": ""}),
    Problem(
        "content/news/a/facts.yaml", 3, 7, "wrong-value",
        {"key": "date", "found": "28.11.2025", "expected": Phrase("date")}, Severity.WARNING,
    ),
)  # fmt: skip

REPORTS = {
    "en": """\
content/news/a/facts.yaml:1:1: error unknown-key: the key `dat` is not known here
  why: a key that nobody reads is lost, and with it what you wrote
  fix: did you mean `date`? If not: delete the line, with the lines set in below it
  rule: docs/rules/en/unknown-key.md
content/news/a/facts.yaml:2:1: error unknown-key: the key `әңгіме` is not known here
  why: a key that nobody reads is lost, and with it what you wrote
  fix: delete the line, with the lines set in below it
  rule: docs/rules/en/unknown-key.md
content/news/a/facts.yaml:3:7: warning wrong-value: `date` is `28.11.2025`, but it must be a day such as `2025-11-28`
  why: the page would show or count it wrongly
  fix: write a day such as `2025-11-28`
  rule: docs/rules/en/wrong-value.md""",
    "ru": """\
content/news/a/facts.yaml:1:1: ошибка unknown-key: ключ `dat` здесь не нужен: такой настройки на этой странице нет
  почему: неизвестный ключ никто не читает, и написанное пропадёт
  как исправить: может быть, `date`? Если нет: удалите строку вместе со строками, которые стоят под ней с отступом
  правило: docs/rules/ru/unknown-key.md
content/news/a/facts.yaml:2:1: ошибка unknown-key: ключ `әңгіме` здесь не нужен: такой настройки на этой странице нет
  почему: неизвестный ключ никто не читает, и написанное пропадёт
  как исправить: удалите строку вместе со строками, которые стоят под ней с отступом
  правило: docs/rules/ru/unknown-key.md
content/news/a/facts.yaml:3:7: предупреждение wrong-value: `date` — это `28.11.2025`, а нужно: день в виде `2025-11-28`
  почему: страница покажет или посчитает это неверно
  как исправить: впишите: день в виде `2025-11-28`
  правило: docs/rules/ru/wrong-value.md""",
    "kk": """\
content/news/a/facts.yaml:1:1: қате unknown-key: `dat` кілті мұнда керек емес: бұл бетте мұндай баптау жоқ
  неліктен: белгісіз кілтті ешкім оқымайды, жазғаныңыз жоғалады
  қалай түзетуге болады: мүмкін, `date` шығар? Олай болмаса: жолды астындағы ішке шегінген жолдарымен бірге өшіріңіз
  ережесі: docs/rules/kk/unknown-key.md
content/news/a/facts.yaml:2:1: қате unknown-key: `әңгіме` кілті мұнда керек емес: бұл бетте мұндай баптау жоқ
  неліктен: белгісіз кілтті ешкім оқымайды, жазғаныңыз жоғалады
  қалай түзетуге болады: жолды астындағы ішке шегінген жолдарымен бірге өшіріңіз
  ережесі: docs/rules/kk/unknown-key.md
content/news/a/facts.yaml:3:7: ескерту wrong-value: `date` мәні — `28.11.2025`, ал керегі: күн, мысалы, `2025-11-28`
  неліктен: бет оны қате көрсетеді немесе қате есептейді
  қалай түзетуге болады: мынаны жазыңыз: күн, мысалы, `2025-11-28`
  ережесі: docs/rules/kk/wrong-value.md""",
}


@pytest.mark.parametrize(("language", "report"), REPORTS.items(), ids=REPORTS)
def test_a_report_in_one_language_reads_so(language: str, report: str) -> None:
    assert as_text(PROBLEMS, (language,)) == report


def test_with_two_languages_each_problem_is_reported_in_both_before_the_next() -> None:
    kk, ru = REPORTS["kk"].split("\n"), REPORTS["ru"].split("\n")
    expected = [*kk[:4], *ru[:4], *kk[4:8], *ru[4:8], *kk[8:], *ru[8:]]
    assert as_text(PROBLEMS, ("kk", "ru")).split("\n") == expected


def test_no_problem_is_no_text() -> None:
    assert as_text((), ("kk", "ru")) == ""


COUNTS = {
    "none": ((), "қате: 0, ескерту: 0", "ошибок: 0, предупреждений: 0", "0 error(s), 0 warning(s)"),
    "one warning": (PROBLEMS[2:], "қате: 0, ескерту: 1", "ошибок: 0, предупреждений: 1", "0 error(s), 1 warning(s)"),
    "some that are only counted": (
        (replace(PROBLEMS[0], more=700),),
        "қате: 701, ескерту: 0",
        "ошибок: 701, предупреждений: 0",
        "701 error(s), 0 warning(s)",
    ),
    "both": (PROBLEMS, "қате: 2, ескерту: 1", "ошибок: 2, предупреждений: 1", "2 error(s), 1 warning(s)"),
}


@pytest.mark.parametrize(("problems", "kk", "ru", "en"), COUNTS.values(), ids=COUNTS)
def test_errors_and_warnings_are_counted_apart(problems: tuple[Problem, ...], kk: str, ru: str, en: str) -> None:
    assert counts_as_text(problems, ("kk",)) == kk
    assert counts_as_text(problems, ("en",)) == en
    assert counts_as_text(problems, ("kk", "ru")) == f"{kk}\n{ru}"


ODD_VALUES = {
    "like a format string": "{key} {0} {found!r:>99} {{}}",
    "with a lone brace": "}{",
    "with a per cent sign": "%s %(key)s %d",
    "with an at sign first": "@date",
    "with a brace first": "{expected",
    "named as a phrase": "date",
    "empty": "",
    "with a backslash": "C:\\дерек\\1",
    "in Kazakh": "әғқңөұүһі",
    "with markup": "[bold]ё[/bold]",
}


@pytest.mark.parametrize("value", ODD_VALUES.values(), ids=ODD_VALUES)
@pytest.mark.parametrize("language", REPORTS)
def test_a_value_is_shown_as_it_is(value: str, language: str) -> None:
    values = {"key": value, "nearest": value, "found": value, "expected": value, "file": value}
    unknown = as_text([Problem("content/a.yaml", 1, 1, "unknown-key", values)], (language,))
    wrong = as_text([Problem("content/a.yaml", 1, 1, "wrong-value", values)], (language,))
    assert unknown.count(f"`{value}`") == (2 if value else 1)
    assert wrong.count(f"`{value}`") == 2
    assert len(unknown.split("\n")) == len(wrong.split("\n")) == 4


CHOICES: dict[str, tuple[str | None, dict[str, str], tuple[str, ...]]] = {
    "argument": ("en", {}, ("en",)),
    "argument before the environment": ("en", {"LC_ALL": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, ("en",)),
    "LC_ALL before LANG": (None, {"LC_ALL": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, ("ru",)),
    "LC_ALL before LC_MESSAGES": (None, {"LC_ALL": "ru_RU.UTF-8", "LC_MESSAGES": "kk_KZ"}, ("ru",)),
    "LC_MESSAGES before LANG": (None, {"LC_MESSAGES": "kk_KZ.UTF-8", "LANG": "en_US.UTF-8"}, ("kk",)),
    "LANG": (None, {"LANG": "kk_KZ.UTF-8"}, ("kk",)),
    "LANG without a country": (None, {"LANG": "ru"}, ("ru",)),
    "a language without a catalog": (None, {"LANG": "de_DE.UTF-8"}, ("kk", "ru")),
    "C": (None, {"LC_ALL": "C", "LANG": "C.UTF-8"}, ("kk", "ru")),
    "nothing": (None, {}, ("kk", "ru")),
    "empty argument": ("", {"LANG": ""}, ("kk", "ru")),
}


@pytest.mark.parametrize(("chosen", "environment", "expected"), CHOICES.values(), ids=CHOICES)
def test_the_language_is_chosen_or_that_of_the_machine_or_both(
    chosen: str | None, environment: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert report_languages(chosen, environment) == expected


@pytest.mark.parametrize("chosen", ["de", "kz", "KK", "kk_KZ", "қазақша"])
def test_an_unknown_language_is_refused_with_those_that_are_known(chosen: str) -> None:
    with pytest.raises(ValueError, match="expected one of kk, ru, en") as caught:
        report_languages(chosen, {})
    assert chosen in str(caught.value)


def test_the_environment_of_the_process_is_asked_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert report_languages(None) == ("ru",)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert report_languages(None) == ("en",)


WITH_LINES = """\
content/news/a/facts.yaml:1:1: warning unknown-key: the key `dat` is not known here
  1 | dat: 2025-11-28
    | ^^^
  why: a key that nobody reads is lost, and with it what you wrote
  fix: did you mean `date`? If not: delete the line, with the lines set in below it
  rule: docs/rules/en/unknown-key.md
content/news/a/facts.yaml:9:1: error yaml-alias: a reference (`*name`) stands here
  why: references make a small file grow without limit when it is read
  fix: write the value out; if the star belongs to the words, put all of them in double quotes
  rule: docs/rules/en/yaml-alias.md"""


@pytest.fixture
def lines(tmp_path: Path) -> SourceLines:
    (tmp_path / "content/news/a").mkdir(parents=True)
    (tmp_path / "content/news/a/facts.yaml").write_text("dat: 2025-11-28\nә\u0306: ә\n", encoding="utf-8")
    return SourceLines(tmp_path)


FILE = "content/news/a/facts.yaml"
SEEN = (
    Problem(FILE, 1, 1, "unknown-key", {"key": "dat", "nearest": "date"}, Severity.WARNING),
    Problem(FILE, 9, 1, "yaml-alias"),
)


def test_the_line_stands_below_what_is_wrong_where_there_is_one(lines: SourceLines) -> None:
    assert as_text(SEEN, ("en",), lines) == WITH_LINES


def test_the_line_is_shown_once_where_two_languages_tell_of_it(lines: SourceLines) -> None:
    assert as_text(SEEN[:1], ("kk", "ru"), lines).count("1 | dat") == 1


def test_the_caret_stands_below_signs_of_no_width_too(lines: SourceLines) -> None:
    report = as_text([Problem(FILE, 2, 5, "not-nfc", {"letter": "ә"})], ("en",), lines).split("\n")
    assert report[1:3] == ["  2 | ә\u0306: ә", "    |    ^"]


def test_a_pipe_gets_the_report_as_it_is_and_no_colours(lines: SourceLines) -> None:
    pipe = io.StringIO()
    print_problems(SEEN, ("en",), lines, pipe)
    assert pipe.getvalue() == WITH_LINES + "\n"


def test_a_terminal_gets_the_same_words_in_colours(lines: SourceLines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = io.StringIO()
    print_problems(SEEN, ("en",), lines, terminal)
    assert "\x1b[1;31m" in terminal.getvalue() and "\x1b[1;33m" in terminal.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()) == WITH_LINES + "\n"


def test_a_value_commands_nothing_in_a_terminal(lines: SourceLines) -> None:
    escape = Problem(FILE, 1, 1, "unknown-key", {"key": "a\x1b[2Jb", "nearest": ""})
    assert "\x1b" not in as_text([escape], ("en",), lines)
