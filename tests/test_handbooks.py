"""The editors' handbooks: every command and page they name exists, and they keep the rules they teach."""

import re

import pytest
from invoke.exceptions import ParseError
from invoke.parser import Parser

from plugins.checks.registry import PASSAGE_RULES
from plugins.model.items import LANGUAGES, Language
from plugins.words.store import words
from tasks import namespace
from tests.plugins.checks.checked import passages_in
from tests.small_site import ROOT

FENCE = re.compile(r"^( *)```.*?^ *```$", re.MULTILINE | re.DOTALL)
HANDBOOKS = {language: (ROOT / f"docs/editors.{language}.md").read_text(encoding="utf-8") for language in LANGUAGES}
DOCUMENTS = ["README.md", "docs/editors.kk.md", "docs/editors.ru.md", "docs/architecture.md"]
COMMANDS = set(namespace.task_names)
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def code_in(text: str) -> str:
    """Return what stands as code in a document: commands are named nowhere else."""
    fences = FENCE.findall(text)
    assert not fences or "```" in text
    return "\n".join([match.group() for match in FENCE.finditer(text)] + re.findall(r"`[^`\n]+`", FENCE.sub("", text)))


def without_code(text: str) -> str:
    """Return a text of the same lines without its blocks of code."""
    return FENCE.sub(lambda match: "\n" * match.group().count("\n"), text)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_a_document_names_exists(document: str) -> None:
    code = code_in((ROOT / document).read_text(encoding="utf-8"))
    named = set(re.findall(r"\binv ([a-z][a-z-]*)", code))
    targets = set(re.findall(r"\bmake ([a-z]+)", code))
    assert named or targets
    assert named <= COMMANDS
    assert targets <= TARGETS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_a_handbook_can_be_given_as_it_stands(language: Language) -> None:
    commands = re.findall(r"\binv ((?:[^\s`]+ ?)+)", code_in(HANDBOOKS[language]))
    assert len(commands) >= 8
    for command in commands:
        Parser(contexts=namespace.to_contexts()).parse_argv(command.split())


def test_a_command_that_cannot_be_given_would_be_noticed() -> None:
    for command in ("check content/news", "check --langs kk", "nothing"):
        with pytest.raises(ParseError):
            Parser(contexts=namespace.to_contexts()).parse_argv(command.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commands_of_an_editor_are_described(language: Language) -> None:
    named = set(re.findall(r"\b(?:inv|make) ([a-z-]+)", code_in(HANDBOOKS[language])))
    assert {"serve", "new", "check", "fix", "status", "build"} <= named


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_pages_in_the_language_of_the_handbook(language: Language) -> None:
    links = re.findall(r"\]\((rules/[^)]+)\)", HANDBOOKS[language])
    assert len(links) > 10
    assert [link for link in links if not link.startswith(f"rules/{language}/")] == []
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []


def test_both_handbooks_have_the_same_parts() -> None:
    shapes = [
        (re.findall(r"^#+", without_code(text), re.MULTILINE), len(FENCE.findall(text)), text.count("](rules/"))
        for text in HANDBOOKS.values()
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_handbook_keeps_the_rules_of_the_site(language: Language) -> None:
    found = [
        (problem.line, problem.column, problem.rule, dict(problem.values))
        for passage in passages_in(without_code(HANDBOOKS[language]), language, f"docs/editors.{language}.md")
        for rule in PASSAGE_RULES
        for problem in rule.problems(passage)
    ]
    allowed = {"ТОЛТЫРЫҢЫЗ", "ЗАПОЛНИТЕ"}
    assert [fault for fault in found if fault[3].get("found") not in allowed] == []


BUTTONS = (
    "save", "undo", "mend", "mend_this", "new_item", "send", "read_today", "picture", "in_step", "undo_typing", "intro",
    "paper_new", "film_new", "cue_add", "finish", "more",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_of_the_desk_are_called_as_they_are(language: Language) -> None:
    said = words(language, "desk")["said"]
    assert [said[button] for button in BUTTONS if f"«{said[button]}»" not in HANDBOOKS[language]] == []
    pictures = re.findall(r"\]\((pictures/[^)]+)\)", HANDBOOKS[language])
    assert len(pictures) == 3 and all((ROOT / "docs" / picture).is_file() for picture in pictures)
