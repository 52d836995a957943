"""Where a text is put: into a paragraph, a list, a quotation, a table, front matter, facts, an alternative, a caption."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.site.seeding import Draft, Edit, changed
from tests.site.seeding import put_paragraph as paragraph
from tests.site.seeds_of_videos import ITEM as FILM_ITEM
from tests.site.seeds_of_videos import KK_CUES, RU_CUES, vtt, with_video

_WITH_PICTURE = ("testimonials/sample-home-oskemen", "testimonials/sample-home-ridder", "testimonials/sample-car-semey")
_WITH_WORDS = (
    ("honor-board/sample-doctor", "reason"),
    ("charity/newborn", "who"),
    ("honor-board/sample-teacher", "reason"),
    ("charity/large-families", "how"),
    ("loans/halyk-7-20-25", "conditions"),
)
_BUTTONS = "pages/home"
_BOARD = "faq/who-decides/storyboard"
_MARK = re.compile(r"‹[a-z0-9-]*›")

Slot = Callable[[str, str, str], Edit]
"""Given the folder of an item, a language and a text with its mark, returns the edit."""


def hosts(content: Path) -> list[str]:
    """Return the items whose text has paragraphs and a summary, sections by turns."""
    by_section: dict[str, list[str]] = {}
    for file in sorted(content.glob("*/*/index.ru.md")):
        folder = file.parent.relative_to(content).as_posix()
        if folder.split("/")[0] in ("news", "faq", "lawyer", "education", "history", "charity", "testimonials"):
            by_section.setdefault(folder.split("/")[0], []).append(folder)
    most = max(map(len, by_section.values()))
    return [found[turn % len(found)] for turn in range(most) for found in by_section.values()]


def _paragraph(where: str, form: str = "{}") -> Slot:
    return lambda host, language, text: paragraph(f"{host}/index.{language}.md", where, form.format(text))


def _item(host: str, language: str, text: str) -> Edit:
    return paragraph(f"{host}/index.{language}.md", "middle", f"- {_OTHER[language]}\n- {text}")


def _cell(host: str, language: str, text: str) -> Edit:
    one, two, three = _CELLS[language]
    return paragraph(f"{host}/index.{language}.md", "last", f"| {one} | {two} |\n|---|---|\n| {three} | {text} |")


def _value(host: str, language: str, key: str, text: str) -> Edit:
    """Return the edit that writes the text, quoted, as the value of a key of front matter."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    mark = _MARK.match(text)
    written = f'{mark.group()}"{quoted[1 + mark.end() :]}' if mark else quoted
    return changed(f"{host}/index.{language}.md", rf"^( *(?:- )?{key}: ).*$", "\\1" + written.replace("\\", "\\\\"))


def _summary(host: str, language: str, text: str) -> Edit:
    return _value(host, language, "summary", text)


def _title(host: str, language: str, text: str) -> Edit:
    return _value(host, language, "title", text)


def _words(host: str, language: str, text: str) -> Edit:
    folder, key = _WITH_WORDS[_turn(host) % len(_WITH_WORDS)]
    return _value(folder, language, key, text)


def _pictured(form: str) -> Slot:
    def slot(host: str, language: str, text: str) -> Edit:
        folder = _WITH_PICTURE[_turn(host) % len(_WITH_PICTURE)]
        words = form.format(text, alt=_ALT[language])
        return paragraph(f"{folder}/index.{language}.md", "last", words)

    return slot


def _facts(host: str, language: str, text: str) -> Edit:
    """Return the edit that gives the first source of the site's facts a title, in one line of YAML for each language."""
    folder = "news/round-table-2023"

    def edit(draft: Draft) -> None:
        file, other = f"{folder}/facts.yaml", {"kk": "ru", "ru": "kk"}[language]
        title = f"  - title:\n      {other}: {_OTHER[other]}\n      {language}: {_yaml(text)}\n    checked: 2026-11-22\n    checked_in: copy\n"
        draft.put(file, draft.text(file).replace("sources:\n", f"sources:\n{title}", 1))

    return edit


def _yaml(text: str) -> str:
    mark = _MARK.search(text)
    bare = _MARK.sub("", text).replace("\\", "\\\\").replace('"', '\\"')
    return f'{mark.group() if mark else ""}"{bare}"'


def _scene(host: str, language: str, text: str) -> Edit:
    def edit(draft: Draft) -> None:
        file = f"{_BOARD}.{language}.md"
        scenes = draft.text(file).split("\n## ")
        scenes[3] = scenes[3].rstrip("\n") + f"\n\n{text}\n"
        draft.put(file, "\n## ".join(scenes))

    return edit


def _caption(host: str, language: str, text: str) -> Edit:
    cues = {"kk": KK_CUES, "ru": RU_CUES}
    cues[language] = (cues[language][0], text)
    film = with_video(kk=vtt(cues["kk"]), ru=vtt(cues["ru"]))

    def edit(draft: Draft) -> None:
        if "films:" in draft.text(f"{FILM_ITEM}/facts.yaml"):
            draft.put(f"{FILM_ITEM}/interview.{language}.vtt", vtt(cues[language]))
        else:
            film(draft)

    return edit


def _turn(host: str) -> int:
    return sum(host.encode())


_OTHER = {"kk": "Бірінші тармақ бұрынғыша қалды.", "ru": "Первый пункт остался прежним."}
_CELLS = {"kk": ("Нені", "Қалай", "Құжат"), "ru": ("Что", "Как", "Документ")}
_ALT = {"kk": "Жаңа үйдің суреті", "ru": "Рисунок нового дома"}
_LINKED = {"kk": "кооператив туралы", "ru": "о кооперативе"}

SLOTS: Mapping[str, Slot] = {
    "first": _paragraph("first"),
    "middle": _paragraph("middle"),
    "last": _paragraph("last"),
    "quotation": _paragraph("middle", "> {}"),
    "heading": _paragraph("last", "## {} {{#own-place}}"),
    "item": _item,
    "cell": _cell,
    "summary": _summary,
    "title": _title,
    "words": _words,
    "beside-picture": _pictured("{}"),
    "alt": _pictured("![{}](case.svg)"),
    "picture-title": _pictured('![{alt}](case.svg "{}")'),
    "link-title": lambda host, language, text: paragraph(
        f"{host}/index.{language}.md", "last", f'[{_LINKED[language]}](/about/ "{text}")'
    ),
    "code": _paragraph("last", "`{}`"),
    "facts": _facts,
    "scene": _scene,
    "caption": _caption,
}
"""Every place by its name. A text for `first`, `middle` and `last` may have several lines."""
