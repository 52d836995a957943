"""Words of the interface: missing, left over, with another placeholder, in the wrong language."""

from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from plugins.checks.interface_words import check_interface_words
from plugins.diagnostics import Problem
from tests.plugins.checks.checked import assert_has_words
from tests.plugins.model.edits import reported
from tests.small_site import ROOT, write

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {}\\n"\n\n'
PLURALS = {
    "kk": "nplurals=1; plural=0;",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}
WORDS = {
    "kk": {"Menu": "Мәзір", "%(days)s days left": "%(days)s күн қалды", "minute": ["%(num)s минут"]},
    "ru": {
        "Menu": "Меню",
        "%(days)s days left": "осталось дней: %(days)s",
        "minute": ["%(num)s минута", "%(num)s минуты", "%(num)s минут"],
    },
}
TEMPLATE = """\
<p>{{ _("Menu") }}</p>
<p>{{ _("%(days)s days left", days=5) }}</p>
<p>{{ ngettext("%(num)s minute", "%(num)s minutes", 5) }}</p>
"""


def entry(phrase: str, text: str | list[str]) -> str:
    if isinstance(text, str):
        return f'msgid "{phrase}"\nmsgstr "{text}"\n\n'
    forms = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(text))
    return f'msgid "%(num)s {phrase}"\nmsgid_plural "%(num)s {phrase}s"\n{forms}\n'


def write_theme(root: Path, kk: dict[str, object] | None = None, ru: dict[str, object] | None = None) -> Path:
    """Write a theme whose catalogs differ from the right ones by `kk` and `ru`; None takes a phrase away."""
    write(root / "theme/templates/pages/a.html", TEMPLATE)
    for language, changes in (("kk", kk or {}), ("ru", ru or {})):
        words = {phrase: text for phrase, text in (WORDS[language] | changes).items() if text is not None}
        catalog = HEAD.format(PLURALS[language]) + "".join(entry(phrase, text) for phrase, text in words.items())  # type: ignore[arg-type]
        write(root / f"theme/translations/{language}/LC_MESSAGES/messages.po", catalog)
    return root / "theme"


def found_in(theme: Path) -> list[tuple[str, int, str, str]]:
    problems: list[Problem] = sorted(check_interface_words(theme))
    assert_has_words(problems)
    return [(file, line, rule, values.get("fault", "")) for file, line, _, rule, values in reported(problems)]


PAGE, CATALOG = "theme/templates/pages/a.html", "theme/translations/{}/LC_MESSAGES/messages.po"
RULE = "untranslated-interface-word"
FAULTS: dict[str, tuple[dict[str, object], tuple[str, int, str, str]]] = {
    "first phrase missing": ({"Menu": None}, (PAGE, 1, RULE, "@no-translation")),
    "middle phrase empty": ({"%(days)s days left": ""}, (PAGE, 2, RULE, "@no-translation")),
    "last phrase, with a plural, missing": ({"minute": None}, (PAGE, 3, RULE, "@no-translation")),
    "a lost placeholder": ({"%(days)s days left": "бес"}, (CATALOG, 9, RULE, "@other-placeholders")),
    "another placeholder": ({"%(days)s days left": "%(day)s"}, (CATALOG, 9, RULE, "@other-placeholders")),
    "a phrase that nobody says": ({"Close": "Жабу"}, (CATALOG, 16, RULE, "@nobody-says-it")),
}


@pytest.mark.parametrize(("change", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_catalog_is_reported_where_it_is_mended(
    tmp_path: Path, change: dict[str, object], expected: tuple[str, int, str, str]
) -> None:
    file, line, rule, fault = expected
    assert found_in(write_theme(tmp_path, kk=change)) == [(file.format("kk"), line, rule, fault)]


def test_a_catalog_that_is_whole_is_not_reported(tmp_path: Path) -> None:
    assert found_in(write_theme(tmp_path)) == []


def test_a_translation_in_the_other_language_is_reported(tmp_path: Path) -> None:
    theme = write_theme(
        tmp_path, kk={"Menu": "Разделы этого сайта по порядку"}, ru={"Menu": "Осы сайттың бөлімдері ретімен"}
    )
    assert [(file, rule) for file, _, rule, _ in found_in(theme)] == [
        (CATALOG.format("kk"), "foreign-block"), (CATALOG.format("ru"), "foreign-block"),
    ]  # fmt: skip


def test_a_look_alike_letter_in_a_translation_is_reported(tmp_path: Path) -> None:
    assert [rule for _, _, rule, _ in found_in(write_theme(tmp_path, kk={"Menu": "Мәзiр"}))] == ["mixed-script-word"]


def test_a_template_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    theme = write_theme(tmp_path)
    write(theme / "templates/pages/b.html", "{% if %}")
    with pytest.raises(TemplateSyntaxError):
        found_in(theme)


def test_a_catalog_that_cannot_be_read_is_reported_by_the_step_that_compiles_it(tmp_path: Path) -> None:
    theme = write_theme(tmp_path)
    write(theme / "translations/kk/LC_MESSAGES/messages.po", 'msgid "a"\nnonsense\n')
    assert found_in(theme) == []


def test_the_words_of_the_real_theme_are_whole() -> None:
    assert found_in(ROOT / "theme") == []
