"""Chats that a text leads to; the contacts page may."""

import shutil
from pathlib import Path

import pytest

from plugins.checks.rules import messenger_link
from tests.plugins.checks.checked import reported_by, write_case
from tests.plugins.checks.marked_body import found_and_marked
from tests.plugins.model.edits import replaced

CASES = {
    "first, middle and last": "[а](‹›https://t.me/abc) ә\n\n- ‹›t.me/joinchat/abc\n- бір\n\nә [б](‹›viber://chat?number=abc)",
    "by reference": "[а][1]\n\n[1]: ‹›https://t.me/abc",
    "a number, which another rule reports": "[а](https://wa.me/77012345678)",
    "the name of a messenger": "Алаяқтар WhatsApp пен Telegram арқылы жазады.",
    "a telephone": "[а](tel:+77232000000)",
    "a cloud drive, which another rule reports": "[а](https://disk.yandex.kz/d/a)",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_chat_is_reported(content: Path, language: str, body: str) -> None:
    found, marked = found_and_marked(messenger_link.check, content, language, body)
    assert found == marked


def test_the_contacts_page_may_lead_to_a_chat(content: Path) -> None:
    shutil.copytree(content / "pages/about", content / "pages/contacts")
    replaced("site.yaml", "paths: [/about/,", "paths: [/about/, /contacts/,")(content)
    replaced("pages/contacts/index.kk.md", "(/news/)", "(https://t.me/abc)")(content)
    assert reported_by(messenger_link.check, content) == []


def test_a_chat_with_a_number_is_left_to_the_rule_of_personal_data(content: Path) -> None:
    write_case(content, "kk", "[жазыңыз](https://wa.me/77012345678)")
    assert reported_by(messenger_link.check, content) == []
