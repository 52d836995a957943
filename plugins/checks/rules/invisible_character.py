"""A text has no character that nobody sees, and none that was lost on its way here.

Such characters come with a copied page or a PDF. They break search, addresses and what a screen reader says, and hide in
names. A zero-width joiner within an emoji is right.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.diagnostics.places import place_in

_KINDS = {
    "char-zero-width": "\u034f\u115f\u1160\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f",
    "char-soft-hyphen": "\u00ad",
    "char-direction": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "char-line": "\u2028\u2029\u0085\u000b\u000c",
    "char-lost": "\ufffd\ufffc",
    "char-private": "\ue000-\uf8ff\U000f0000-\U0010ffff",
    "char-control": "\u007f-\u0084\u0086-\u009f",
    "char-blank": "\u1680\u2000-\u2006\u2008\u205f\u3000",
    "char-style": "\U0001d400-\U0001d7ff\uff01-\uff5e\u24b6-\u24e9",
}
_READ_WRONGLY = (
    r"(?:[ÐÑÒÓ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]){3}"
    r"|(?:[РС][\u0402\u0403\u0409-\u040f\u0452\u0453\u0459-\u045f\u0490\u00a0-\u00bf‚„…†‡€‰‹‘’“”•–—™›№ЎўЈєЄЇїЅѕ\u0451\u0401\u0406\u0456]){3}"
    r"|(?<=[А-Яа-яәғқңөұүһі])¥|¥(?=[а-яәғқңөұүһі])"
)
"""UTF-8 read as Latin or Cyrillic of one byte, and the Kazakh `ұ` that an old font draws in the place of the yen."""
_FORMS = [
    *((kind, re.compile(f"[{characters}]")) for kind, characters in _KINDS.items()),
    ("char-lost", re.compile(_READ_WRONGLY)),
]
_ANY = re.compile("[" + "".join(_KINDS.values()) + "]|" + _READ_WRONGLY)
_EMOJI = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every such character in Markdown, front matter, YAML and captions."""
    for path, text, first_line in _texts(site):
        for match in _ANY.finditer(text):
            if match[0] == "\u200d" and _EMOJI.match(text[match.start() - 1 : match.start()]):
                continue
            kind = next(kind for kind, form in _FORMS if form.match(text, match.start()))
            values = {"code": f"U+{ord(match[0][0]):04X}", "kind": Phrase(kind)}
            yield Problem(path, *place_in(text, match.start(), first_line), "invisible-character", values)


def _texts(site: CheckedSite) -> Iterator[tuple[str, str, int]]:
    """Yield path, text and the line it begins on of everything an editor wrote."""
    for source in site.content.sources.values():
        yield source.path, source.text, source.first_line
    for body in site.content.all_bodies():
        yield body.path, body.source, body.first_line
    for video in site.content.all_videos():
        for captions in video.captions.values():
            yield captions.path, captions.source, 1
