"""Pages are written in Markdown; HTML is the theme's work.

Bad:  <iframe src="https://www.youtube.com/embed/…"></iframe> · <form><input type="password"></form> · <b>қалың</b>
Good: **қалың**

A frame of another site lets strangers watch the reader and breaks when they like; a form collects data the site must not
hold; a login hides what must be open. Three ids: `third-party-embed` for what loads from elsewhere, `form-in-text` for a
form, told once however many fields it has, `raw-html` for the rest.
Source: law 94-V, art. 12(2) (personal data bases); the member's review (films, the course behind a login).
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import Body

_TAG = re.compile(r"<(?!https?:|mailto:|[\w.+-]+@)/?([a-zA-Z!?][\w-]*)[^>]*>?")
_FORM = re.compile(
    r"<(form)\b.*?(?:</form\s*>|\Z)|<(input|button|select|textarea|fieldset)\b.*?(?=\n[ \t]*\n|\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""A form up to its end, or fields without one up to the next empty line."""
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
"""Code within a line only: Markdown takes HTML at the beginning of a line for HTML, between ``` lines too."""
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*?\b(on\w+|style|srcdoc|srcset|src|href)\s*=[^{}\n]*\}", re.IGNORECASE)
_ELSEWHERE = re.compile(r"""(?:src|data|action)\s*=\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
_OTHER_SITE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


def check_raw_html(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every tag that opens, every attribute that acts, and every picture from another site."""
    for body in site.content.all_bodies():
        source = _CODE.sub(lambda match: " " * len(match.group(0)), body.source)
        for match in _FORM.finditer(source):
            if not _ELSEWHERE.search(match.group(0)):
                yield _problem(body, match.start(), "form-in-text", f"<{match.group(1) or match.group(2)}>")
                source = source[: match.start()] + " " * len(match.group(0)) + source[match.end() :]
        for match in _TAG.finditer(source):
            tag = match.group(0)
            if not tag.startswith("</"):
                rule = "third-party-embed" if _ELSEWHERE.search(tag) else "raw-html"
                yield _problem(body, match.start(), rule, f"<{match.group(1)}>")
        for match in _ATTRIBUTES.finditer(source):
            yield _problem(body, match.start(), "raw-html", f"{{{match.group(1)}=…}}")
        seen: dict[str, int] = {}
        for link in site.converted[body.source].links:
            if link.is_picture and _OTHER_SITE.match(link.target):
                before = seen.get(link.target, 0)
                seen[link.target] = max(before, body.source.find(link.target, before + 1))
                yield _problem(body, seen[link.target], "third-party-embed", "![…](https://…)")


def _problem(body: Body, offset: int, rule: str, found: str) -> Problem:
    line, column = body.place(offset)
    return Problem(body.path, line, column, rule, {"found": found})
