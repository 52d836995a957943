"""Addresses that no page may bear: films, redirects, messengers, cloud drives, and this very site spelled out."""

import re
from pathlib import Path

import pytest

from plugins.checks.rules import (
    broken_link,
    cloud_drive_link,
    cross_language_link,
    messenger_link,
    own_domain_link,
    redirected_link,
    third_party_embed,
    third_party_video,
)
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, reported_by_comparing, together, write_case
from tests.plugins.model.edits import Reported, problems_of, replaced
from tests.small_site import index_text, write

ALL = together(
    third_party_video.check, redirected_link.check, messenger_link.check, cloud_drive_link.check, own_domain_link.check,
    cross_language_link.check, third_party_embed.check,
)  # fmt: skip


def rules_at(found: list[Reported]) -> list[tuple[int, int, str]]:
    return [(line, column, rule) for _, line, column, rule, _ in found]


# a body whose faults bear a mark before them; the marks are taken away
BODIES = {
    "link, first": "[фильм](‹third-party-video›https://youtu.be/abc) тұр.",
    "bare, first": "‹third-party-video›youtube.com/watch?v=abc — осыны қараңыз.",
    "bare, middle": "Қараңыз: ‹third-party-video›https://rutube.ru/video/a/, сосын жазыңыз.",
    "bare, last": "Мына жерде көріңіз ‹third-party-video›youtu.be/x",
    "www, in brackets": "Мәтін (‹third-party-video›www.youtube.com/shorts/a) бар.",
    "in angle brackets": "Қараңыз: <‹third-party-video›https://vimeo.com/123>.",
    "in bold": "**‹third-party-video›youtu.be/abc**",
    "in code": "`‹third-party-video›youtu.be/abc`",
    "in a heading": "## Бейне ‹third-party-video›youtu.be/abc\n\nМәтін.",
    "in the last cell": "| а | ә |\n|---|---|\n| 1 | ‹third-party-video›tiktok.com/@a/video/1 |",
    "in the last point": "- бір\n- екі\n- ‹third-party-video›vk.com/video-1_2",
    "in the words of a link": "[‹third-party-video›youtu.be/abc](‹third-party-video›https://youtu.be/abc)",
    "in a title": '[беті](/news/ "‹third-party-video›youtu.be/abc")',
    "in an alt": "![Сурет ‹third-party-video›youtu.be/abc](paper.svg)",
    "in a reference": "[фильм][a]\n\n[a]: ‹third-party-video›https://youtu.be/abc",
    "two in a line": "‹third-party-video›youtu.be/a және ‹third-party-video›youtu.be/b",
    "link without a scheme": "[фильм](‹third-party-video›youtube.com/watch?v=a)",
    "redirect": "[заң](‹redirected-link›https://www.google.com/url?q=https://adilet.zan.kz/)",
    "redirect, bare, last": "Толығырақ: ‹redirected-link›https://vk.com/away.php?to=https%3A%2F%2Fegov.kz",
    "short link": "Толығырақ ‹redirected-link›bit.ly/abc дегенде.",
    "messenger": "Чатқа [қосылыңыз](‹messenger-link›https://t.me/abc).",
    "messenger, bare, first": "‹messenger-link›t.me/joinchat/abc арқылы",
    "messenger application": "[жазыңыз](‹messenger-link›viber://chat?number=abc)",
    "cloud": "[құжат](‹cloud-drive-link›https://disk.yandex.kz/d/a) осында.",
    "cloud, bare, last": "Құжат: ‹cloud-drive-link›drive.google.com/file/d/1",
    "own": "[сұрақтар](‹own-domain-link›https://small.example/faq/)",
    "own, bare": "Мұнда: ‹own-domain-link›small.example/news/ беті.",
    "own, www": "[сұрақтар](‹own-domain-link›https://www.small.example/faq/)",
    "own home": "[басты бет](‹own-domain-link›https://small.example)",
    "own, wrong language": "[сұрақтар](‹cross-language-link›https://small.example/ru/faq/)",
    "own, wrong language, bare": "Мұнда: ‹cross-language-link›small.example/kk/news/",
    "language in a path": "[сұрақтар](‹cross-language-link›/RU/faq/)",
    "frame": '<‹third-party-embed›iframe src="https://youtu.be/abc"></iframe>',
    "picture": "![Сурет](‹third-party-embed›https://drive.google.com/a.jpg)",
}  # fmt: skip


def unmarked(body: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text an editor would write, and line, column and rule of every mark in it."""
    places = []
    for number, line in enumerate(body.split("\n"), start=CASE_BODY_LINE):
        removed = 0
        for mark in re.finditer("‹([a-z-]+)›", line):
            places.append((number, mark.start() - removed + 1, mark.group(1)))
            removed += len(mark.group())
    return re.sub("‹[a-z-]+›", "", body), places


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_an_address_in_a_text_is_reported_once_by_one_rule(content: Path, language: str, body: str) -> None:
    text, places = unmarked(body.replace("<‹third-party-embed›", "‹third-party-embed›<"))
    write_case(content, language, text)
    assert rules_at(reported_by(ALL, content)) == places
    assert reported_by_comparing(broken_link.check, content) == []


VALUES = {
    "a film": ("youtu.be/abc", "third-party-video"),
    "a film with www": ("www.youtube.com/watch?v=a", "third-party-video"),
    "a redirect": ("https://clck.ru/abc", "redirected-link"),
    "a messenger": ("t.me/abc", "messenger-link"),
    "a cloud": ("https://disk.yandex.kz/d/a", "cloud-drive-link"),
    "this site": ("https://small.example/news/", "own-domain-link"),
    "this site with a language": ("small.example/ru/news/", "cross-language-link"),
}  # fmt: skip


@pytest.mark.parametrize(("address", "rule"), VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_address_in_front_matter_facts_and_captions_is_reported(
    content: Path, language: str, address: str, rule: str
) -> None:
    summary = {"kk": "Бет туралы.", "ru": "О странице."}[language]
    edited = content / f"news/meeting/index.{language}.md"
    write(edited, edited.read_text(encoding="utf-8").replace(f"summary: {summary}", f"summary: {summary} {address} ә"))
    assert rules_at(reported_by(ALL, content)) == [(3, len(f"summary: {summary} ") + 1, rule)]


@pytest.mark.parametrize(("address", "rule"), VALUES.values(), ids=VALUES)
def test_an_address_in_the_words_of_facts_is_reported(content: Path, address: str, rule: str) -> None:
    replaced("news/meeting/facts.yaml", "kk: Дереккөз", f"kk: 'Дереккөз {address}'")(content)
    found = [reported for reported in reported_by(ALL, content) if reported[0] == "news/meeting/facts.yaml"]
    assert rules_at(found) == [(3, len("  - title: {kk: 'Дереккөз ") + 1, rule)]


@pytest.mark.parametrize(("address", "rule"), VALUES.values(), ids=VALUES)
def test_an_address_in_captions_is_reported_at_its_place(content: Path, address: str, rule: str) -> None:
    facts = content / "news/meeting/facts.yaml"
    write(facts, facts.read_text(encoding="utf-8") + "films: {talk: {file: talk.mp4}}\n")
    write(content / "news/meeting/talk.mp4", "фильм")
    for language in ("kk", "ru"):
        write(content / f"news/meeting/talk.{language}.md", index_text("Сұхбат", "Мәтіні.", body="Мәтін."))
        write(
            content / f"news/meeting/talk.{language}.vtt", f"WEBVTT\n\n00:01.000 --> 00:05.000\nсөз\nқара: {address}\n"
        )
    assert rules_at(reported_by(ALL, content)) == [(5, 7, rule), (5, 7, rule)]


RIGHT = """\
Ресми дереккөз: https://adilet.zan.kz/kaz/docs/Z010000197_ және [gov.kz](https://www.gov.kz/).

Алаяқтар WhatsApp пен Telegram арқылы жазады; олар youtube.com сайтына да хабарлама береді.

Сайт: https://small.example немесе small.example, пошта: info@small.example, [беті](/news/).

`inv check` және файл story.mp4, index.kk.md, 12.05.2026/3, [байланыс](tel:+77232000000).
"""


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_official_sources_and_names_of_sites_are_right(content: Path, language: str) -> None:
    write_case(content, language, RIGHT)
    assert reported_by(ALL, content) == []


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("youtube.com/watch?v=a", "third-party-video"),
        ("t.me/abc", "messenger-link"),
        ("yadi.sk/i/a", "cloud-drive-link"),
    ],
)
def test_a_source_without_a_scheme_is_reported_by_what_it_is(content: Path, address: str, rule: str) -> None:
    replaced("news/meeting/facts.yaml", "https://example.org/", address)(content)
    assert [(line, column, found) for _, line, column, found, _ in problems_of(content)] == [(4, 10, rule)]


def test_an_address_of_another_site_without_a_scheme_is_offered_with_one(content: Path) -> None:
    write_case(content, "kk", "[заң](adilet.zan.kz/kaz/)")
    ((*_, values),) = reported_by_comparing(broken_link.check, content)
    assert values == {"link": "adilet.zan.kz/kaz/", "nearest": "https://adilet.zan.kz/kaz/"}


def test_a_page_without_such_addresses_is_not_reported(content: Path) -> None:
    assert reported_by(ALL, content) == []
