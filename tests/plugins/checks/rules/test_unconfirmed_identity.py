"""What a release must say of who stands behind it: each fact that is missing is reported at its key."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from plugins.checks.rules import unconfirmed_identity
from plugins.model import load_content
from tests.identity import confirm_identity
from tests.plugins.checks.checked import assert_has_words
from tests.plugins.model.edits import reported
from tests.small_site import TODAY, write

# key of site.yaml, what is changed of it, the fact and what it lacks
LACKS = {
    "registered_name": ({"to_confirm": True}, "identity-registered", "lacks-confirmation"),
    "bin": ({"source": None}, "identity-bin", "lacks-source"),
    "offices": ({"as_of": None}, "identity-offices", "lacks-day"),
    "phones": ({"value": []}, "identity-contact", "lacks-value"),
    "responsible": ({"to_confirm": True}, "identity-responsible", "lacks-confirmation"),
}


def found_in(content: Path, today: date = TODAY) -> list[tuple[int, str, str]]:
    problems = list(unconfirmed_identity.check(load_content(content), today))
    assert_has_words(problems)
    assert {(problem.path, problem.rule) for problem in problems} <= {("content/site.yaml", "unconfirmed-identity")}
    return [
        (line, values["fact"].removeprefix("@"), values["lack"].removeprefix("@"))
        for _, line, _, _, values in reported(problems)
    ]


def change(content: Path, key: str, values: dict[str, object]) -> int:
    """Change a fact of the cooperative; return the line of its key."""
    file = content / "site.yaml"
    site = yaml.safe_load(file.read_text(encoding="utf-8"))
    site[key] = {name: value for name, value in (site[key] | values).items() if value is not None}
    write(file, yaml.dump(site, allow_unicode=True, sort_keys=False))
    return next(
        n for n, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1) if line.startswith(f"{key}:")
    )


def test_a_confirmed_identity_is_enough(content: Path) -> None:
    confirm_identity(content)
    assert found_in(content) == []


def test_a_site_that_has_confirmed_nothing_lacks_all_five(content: Path) -> None:
    assert [fact for _, fact, _ in found_in(content)] == [fact for _, fact, _ in LACKS.values()]


@pytest.mark.parametrize("key", LACKS)
def test_one_fact_that_is_missing_is_reported_alone(content: Path, key: str) -> None:
    values, fact, lack = LACKS[key]
    confirm_identity(content)
    change(content, key, values)
    assert [(found, lacking) for _, found, lacking in found_in(content)] == [(fact, lack)]


def test_the_person_who_answers_needs_a_consent_that_lasts(content: Path) -> None:
    confirm_identity(content)
    assert found_in(content, date(2036, 1, 1)) == []
    assert [found[1:] for found in found_in(content, date(2036, 1, 2))] == [("identity-responsible", "lacks-consent")]
