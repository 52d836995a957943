"""No text makes a check crash or report a place outside the file: hundreds of random texts from a fixed seed."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.checks.registry import PASSAGE_RULES
from plugins.checks.results import check, findings_in_unfinished
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.diagnostics.report import as_text
from plugins.model import read_content
from plugins.words.store import LANGUAGES
from tests.plugins.checks.checked import document, passages_in
from tests.small_site import TODAY

SIGNS = [
    "#", "## ", "# ", "- ", "* ", "1. ", "> ", "| ", "|---|", "---", "===", "```", "~~~", "`", "*", "**", "_", "[", "]", "](",
    "![", "![](", "[](", ")", "{", "}", "{#ә}", "{: ", "{lang=ru}", "[а]{lang=kk}", "<", ">", "<b>", "</b>", "<!--", "-->",
    "<iframe src=//x>", "\\", "&", "&amp;", "&#0;", "\n", "\n\n", "\n    ", "\r", "\r\n", "\t", " ", "   ", "\u00a0", "\u202f",
]  # fmt: skip
WORDS = [
    "сөз", "әғқңөұүһі", "ё", "ещё", "Жиын өтті.", "Прошло собрание.", "и\u0306", "\u0306", "е\u0308", "\u0301", "coоператив",
    "гарантируем", "тәуекелсіз", "«", "»", '"', "“", " - ", "—", "№5", "№ ", "5%", "350 000 ₸", "0,5", "990101500125", "8 мая",
    "4111 1111 1111 1111", "+7 701 234 56 78", "2001 года 8 мая", "8 мамыр 2001 жылы", "Абай көшесі, 15", "ул. Абая 5",
    "/news/", "/nwes/#ә", "https://x.kz/ә?a=1&b=2", "http://x.kz", "mailto:a@x.kz", "//x.kz/a.jpg", "paper.svg", "[а][1]",
    "[1]: /news/", "Наша семья", "мы купили", "спасибо", "\u200b", "\ufeff", "\u202e", "\U0001f468\u200d\U0001f469", "\ud7ff",
    "\ue000", "\ufffd", "٣٤٥", "１２３", "𝟗𝟗", "ǅ", "ß", "İ", "K", "x" * 300, "1" * 300,
]  # fmt: skip
KEYS = ["title", "summary", "short_title", "kk", "ru", "ә", "<<", "? ", "true", "null", "1", "0x1", "title title", ""]
VALUES = [
    "Ә", "Жиын: өтті", "- Ә", "@ә", "%ә", "`ә`", "&a Ә", "*a", "!!int 5", "!ә", "[ә, ғ", "[ә, ғ]", "{ә: ғ}", "{ә", "#", "ә # ғ",
    "'ә", '"ә', "'ә''ғ'", "~", "null", "", "5", "0.07", "2025-11-28", "{}", "[]", "[[[[[[]]]]]]", "\tә", "ә\u00a0- ғ", "№5 - 5%",
    "гарантируем", "990101500125", "и\u0306", "2001 года 8 мая", "ұ" * 300, "\u0301", "\u200b", "\ufeff", "---", "...",
]  # fmt: skip
NASTY_FILES = [
    b"", b"\n", b"---", b"---\n", b"---\n---", b"---\n---\n", b"---\n---\n\xd3\x99", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\x01\x02",
    b"\xef\xbb\xbf---\r\ntitle: A\r\nsummary: B\r\n---\r\nC - D\r\n", b"---\ntitle: A\nsummary: B\n---\n" + b"[" * 500,
    b"---\ntitle: A\nsummary: B\n---\n" + b"> " * 100 + b"a", b"---\ntitle: A\nsummary: B\n---\n" + b"- " * 400,
    b"---\ntitle: A\nsummary: B\n---\n" + b"| a " * 2000, b"---\ntitle: A\nsummary: B\n---\n" + "ә ".encode() * 20000,
    b"---\ntitle: " + b"[" * 2000 + b"\n---\nA", b"---\ntitle: &a [x]\nsummary: [*a, *a]\n---\nA", b"a: b\nc", b"- a\n- b\n",
    b"---\ntitle: A\nsummary: " + b"\xd3\x99 " * 200_000 + b"\n---\nA", b"a: " + b"x" * 1_000_000, b"- a\n" * 20_000,
    b"a0: &a0 [x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 60)),
    b"---\ntitle: A\nsummary: B\n---\nA\x00B", b"title: A\x00", b"a: " + b"{b: " * 3000, b"? " * 3000,
    b"title: {a: {b: {c: {d: e}}}}", "title: \ud7ff\n".encode(), b"\r\r\r", b"---\rtitle: A\r---\rB",
]  # fmt: skip


SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 12))]


def text_by_chance(chance: random.Random, parts: int) -> str:
    return "".join(chance.choice(chance.choice((SIGNS, WORDS, WORDS))) for _ in range(parts))


def front_matter_by_chance(chance: random.Random) -> str:
    lines = [f"{chance.choice(KEYS[:4] * 3 + KEYS)}: {chance.choice(VALUES)}" for _ in range(chance.randrange(1, 6))]
    return "title: Ә\nsummary: Ғ\n" * chance.randrange(2) + "\n".join(lines) + "\n"


def damaged(chance: random.Random, raw: bytes) -> bytes:
    """Return a file cut off, doubled, with bytes exchanged, or with something nasty inside."""
    place, size = chance.randrange(len(raw) + 1), chance.randrange(1, 40)
    put = text_by_chance(chance, 3).encode("utf-8", "surrogatepass")
    return chance.choice((
        raw[:place],
        raw[place:],
        raw[:place] + raw[place + size :],
        raw[:place] + put + raw[place:],
        raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :],
        raw.replace(b"\n", b"\r\n"),
        raw[:place] + raw[: place + size],
    ))  # fmt: skip


def problems_of(content: Path) -> list[Problem]:
    """Return everything that is reported of the folder, without a step that needs pictures."""
    site, problems = read_content(content)
    if site is not None:
        texts = (*site.all_bodies(), *(words.body for words in site.unfinished))
        checked = CheckedSite(site, {body.source: document(body.source) for body in texts}, content.parent, TODAY)
        problems += [*check(checked), *findings_in_unfinished(checked).problems]
    reported = [problem for problem in problems if problem.rule != "thin-item"]  # most of them, and all one sentence
    assert len(as_text(reported, LANGUAGES).split("\n")) >= 4 * len(reported)
    return problems


def is_inside(problem: Problem, lines: list[str]) -> bool:
    """Return whether the place is a character, the end of a line or of the file."""
    if (problem.line, problem.column) == (len(lines) + 1, 1):
        return True
    return 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


def outside(problems: list[Problem], content: Path) -> Iterator[Problem]:
    """Yield the problems whose place is not in their file, the lines of which end as those of editors do."""
    for problem in problems:
        path = content.parent / problem.path
        text = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else ""
        if not is_inside(problem, re.split("\r\n|[\n\r]", text)):
            yield problem


@pytest.fixture
def thin(content: Path) -> Path:
    """The small site with a word for each text: quick to check, and reported as thin."""
    for file in content.rglob("*.md"):
        head, front_matter, _ = file.read_text(encoding="utf-8").split("---\n", 2)
        file.write_text(f"{head}---\n{front_matter}---\nСөз.\n", encoding="utf-8")
    return content


@pytest.mark.parametrize("seed", SEEDS)
def test_no_body_makes_a_passage_or_its_rules_crash(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        source = text_by_chance(chance, chance.randrange(1, 60))
        lines = source.split("\n")
        for passage in passages_in(source, chance.choice(("kk", "ru")), "content/news/a/index.kk.md"):
            for offset, sign in enumerate(passage.text):
                line, column = passage.place(offset)
                assert sign.isspace() or lines[line - 1][column - 1] == sign, source
            for rule in PASSAGE_RULES:
                for problem in rule.check(passage):
                    assert 1 <= problem.column <= len(lines[problem.line - 1]), (source, problem)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_body_makes_a_rule_of_the_site_crash(thin: Path, seed: int) -> None:
    chance = random.Random(seed)
    file = thin / "testimonials/sample/index.kk.md"
    head = file.read_text(encoding="utf-8").split("---\n")[1]
    for _ in range(7):
        text = f"---\n{head}---\n{text_by_chance(chance, chance.randrange(1, 60))}"
        file.write_bytes(text.encode())
        assert list(outside(problems_of(thin), thin)) == [], text


@pytest.mark.parametrize("seed", SEEDS)
def test_no_front_matter_makes_a_check_crash(thin: Path, seed: int) -> None:
    chance = random.Random(seed)
    file = thin / "news/meeting/index.ru.md"
    for _ in range(10):
        text = f"---\n{front_matter_by_chance(chance)}---\n{text_by_chance(chance, 5)}"
        file.write_bytes(text.encode())
        assert list(outside(problems_of(thin), thin)) == [], text


@pytest.mark.parametrize("seed", SEEDS)
def test_no_damaged_file_makes_a_check_crash(thin: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = sorted(path for path in thin.rglob("*") if path.suffix in (".md", ".yaml"))
    for _ in range(10):
        file = chance.choice(files)
        before = file.read_bytes()
        file.write_bytes(damaged(chance, before))
        assert list(outside(problems_of(thin), thin)) == [], file.read_bytes()
        file.write_bytes(before)


NASTY_PLACES = ["news/meeting/index.kk.md", "faq/how-to-join/facts.yaml", "site.yaml"]
NASTY = [
    pytest.param(file, raw, id=f"{file}-{number}", marks=[] if number % 3 == place else [pytest.mark.long])
    for place, file in enumerate(NASTY_PLACES)
    for number, raw in enumerate(NASTY_FILES)
]


@pytest.mark.parametrize(("file", "raw"), NASTY)
def test_no_nasty_file_makes_a_check_crash(thin: Path, file: str, raw: bytes) -> None:
    (thin / file).write_bytes(raw)
    assert list(outside(problems_of(thin), thin)) == []


def test_a_place_outside_a_file_would_be_noticed(content: Path) -> None:
    lines = (content / "site.yaml").read_text(encoding="utf-8").split("\n")
    last, width = len(lines), len(lines[0])
    inside = [(1, 1), (1, width + 1), (last, 1), (last + 1, 1)]
    beyond = [(0, 1), (1, 0), (1, width + 2), (last + 1, 2), (last + 2, 1)]
    problems = [Problem("content/site.yaml", line, column, "a") for line, column in inside + beyond]
    assert [(problem.line, problem.column) for problem in outside(problems, content)] == beyond


DEEP = {
    "a list on one line": "1. " * 1000,
    "bullets on one line": "- " * 1000 + "а",
    "a list that is set in": "\n".join("    " * level + "- а" for level in range(60)),
    "set in by tabs": "\n".join("\t" * level + "1. а" for level in range(60)),
    "quotations": "> " * 1000 + "а",
    "both": "> - " * 500 + "а",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_is_nested_without_end_is_reported(thin: Path, text: str) -> None:
    file = thin / "news/meeting/index.kk.md"
    head = file.read_text(encoding="utf-8").split("---\n")[1]
    file.write_text(f"---\n{head}---\nСөз.\n\n{text}\n", encoding="utf-8")
    problems = problems_of(thin)
    deep = [problem for problem in problems if problem.rule == "too-deep-nesting"]
    assert [problem.path for problem in deep] == ["content/news/meeting/index.kk.md"]
    assert list(outside(problems, thin)) == []
