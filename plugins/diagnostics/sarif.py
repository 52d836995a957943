"""Problems as SARIF 2.1.0, the exchange form of checkers, which GitHub keeps and compares from run to run.

Source: OASIS, Static Analysis Results Interchange Format Version 2.1.0.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from plugins.diagnostics.catalog import Catalog, load_catalog
from plugins.diagnostics.excerpt import SourceLines, fault_length
from plugins.diagnostics.github import address_on_github
from plugins.diagnostics.localized import localized, rule_page
from plugins.diagnostics.problem import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "PROJECT"
"""Stands for the folder of the project, which is another one on every machine."""


def as_sarif(
    problems: Sequence[Problem], language: str, lines: SourceLines, environment: Mapping[str, str] = os.environ
) -> str:
    """Return a log with one run: the rules that found something, and what they found."""
    rules = sorted({problem.rule for problem in problems})
    catalog = load_catalog(language)
    driver = {"name": "Content checks", "language": language, "rules": _descriptors(rules, catalog, environment)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the folder of the project"}}},
        "results": [_result(problem, rules.index(problem.rule), language, lines) for problem in problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _descriptors(rules: Iterable[str], catalog: Catalog, environment: Mapping[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for rule in rules:
        example = catalog.example_message(rule)
        page = rule_page(rule, catalog.language)
        descriptor: dict[str, Any] = {
            "id": rule,
            "shortDescription": {"text": catalog.examples[rule].title},
            "fullDescription": {"text": example.why},
            "help": {"text": f"{example.fix}\n{page}"},
        }
        if address := address_on_github(page, environment):  # elsewhere the page has no address, only a place
            descriptor["helpUri"] = address
        found.append(descriptor)
    return found


def _result(problem: Problem, index: int, language: str, lines: SourceLines) -> dict[str, Any]:
    entry = localized(problem, language)
    region = {"startLine": problem.line, "startColumn": problem.column}
    line = lines.line(problem.path, problem.line)
    if line and problem.column <= len(line):
        start = problem.column - 1
        region["endColumn"] = problem.column + min(fault_length(problem.values, line, start), len(line) - start)
    place = {"artifactLocation": {"uri": quote(problem.path), "uriBaseId": _ROOT}, "region": region}
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": f"{entry.what}\n{entry.why}\n{entry.fix}"},
        "locations": [{"physicalLocation": place}],
    }
