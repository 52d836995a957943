"""Problems for machines: JSON, annotations, and SARIF that its own schema accepts."""

import json
from pathlib import Path

import jsonschema
import pytest

from plugins.diagnostics import Phrase, Problem, Severity
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.formats import Format, formatted
from plugins.diagnostics.github import as_github
from plugins.diagnostics.json_report import as_json
from plugins.diagnostics.sarif import as_sarif
from plugins.words.store import LANGUAGES

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
PATH = "content/news/әңгіме, 50%/facts.yaml"
PROBLEMS = (
    Problem(PATH, 1, 3, "unknown-key", {"key": "dat", "nearest": "date"}),
    Problem(PATH, 2, 7, "wrong-value", {"key": "date", "found": "5%", "expected": Phrase("date")}, Severity.WARNING),
    Problem("content/a.md", 1, 1, "not-utf-8"),
)
WORKFLOW = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "halyk/quaty", "GITHUB_SHA": "abc123"}


@pytest.fixture
def lines(tmp_path: Path) -> SourceLines:
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text("  dat: 1\ndate: 5%\n", encoding="utf-8")
    return SourceLines(tmp_path)


def test_json_has_the_fields_that_others_read() -> None:
    first, *others = json.loads(as_json(PROBLEMS, "en"))["problems"]
    assert first == {
        "rule": "unknown-key",
        "severity": "error",
        "path": PATH,
        "line": 1,
        "column": 3,
        "what": "the key `dat` is not known here",
        "why": "a key that nobody reads is lost, and with it what you wrote",
        "fix": "did you mean `date`? If not: delete the line, with the lines set in below it",
        "url": "docs/rules/en/unknown-key.md",
    }
    assert [other["severity"] for other in others] == ["warning", "error"]


def test_no_problem_is_an_empty_list() -> None:
    assert json.loads(as_json((), "kk")) == {"problems": []}


def test_an_annotation_is_one_line_with_its_signs_escaped() -> None:
    one, two, _ = as_github(PROBLEMS, "en", {}).split("\n")
    assert one.startswith(
        "::error file=content/news/әңгіме%2C 50%25/facts.yaml,line=1,col=3,title=unknown-key::the key"
    )
    assert two.startswith("::warning ")
    assert "`5%25`" in two
    assert one.endswith("%0Adocs/rules/en/unknown-key.md")


def test_an_annotation_leads_to_the_page_of_the_checked_commit() -> None:
    assert as_github(PROBLEMS[:1], "kk", WORKFLOW).endswith(
        "%0Ahttps://git.example/halyk/quaty/blob/abc123/docs/rules/kk/unknown-key.md"
    )


@pytest.mark.parametrize("environment", [{}, WORKFLOW], ids=["at home", "in a workflow"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problems", [(), PROBLEMS], ids=["none", "some"])
def test_sarif_is_what_its_schema_asks_for(
    problems: tuple[Problem, ...], language: str, environment: dict[str, str], lines: SourceLines
) -> None:
    log = json.loads(as_sarif(problems, language, lines, environment))
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    assert len(log["runs"][0]["results"]) == len(problems)


def test_the_schema_refuses_what_is_no_sarif(lines: SourceLines) -> None:
    log = json.loads(as_sarif(PROBLEMS, "en", lines, {}))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError, match="fatal"):
        jsonschema.Draft4Validator(SCHEMA).validate(log)


def test_sarif_marks_the_very_characters_and_names_the_rule(lines: SourceLines) -> None:
    (run,) = json.loads(as_sarif(PROBLEMS, "en", lines, WORKFLOW))["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [place["region"] for place in places] == [
        {"startLine": 1, "startColumn": 3, "endColumn": 6},
        {"startLine": 2, "startColumn": 7, "endColumn": 9},
        {"startLine": 1, "startColumn": 1},
    ]
    assert places[2]["artifactLocation"]["uri"] == "content/a.md"
    assert places[0]["artifactLocation"]["uri"].endswith("%2C%2050%25/facts.yaml")
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [problem.rule for problem in PROBLEMS]
    assert {rule["helpUri"].rpartition("/")[2] for rule in rules} == {f"{problem.rule}.md" for problem in PROBLEMS}


def test_every_rule_can_be_described_in_sarif(lines: SourceLines) -> None:
    for rule, message in load_catalog("en").rules.items():
        problem = Problem("content/a.md", 1, 1, rule, dict.fromkeys(message.placeholders(), "a"))
        assert json.loads(as_sarif([problem], "kk", lines, {}))["runs"][0]["results"][0]["ruleId"] == rule


@pytest.mark.parametrize("style", Format)
def test_each_form_is_found_by_its_name(style: Format, lines: SourceLines) -> None:
    assert "unknown-key" in formatted(PROBLEMS, Format(style.value), ("ru",), lines)


def test_an_unknown_form_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(ValueError, match="`xml`: expected one of text, json, github, sarif"):
        Format("xml")
