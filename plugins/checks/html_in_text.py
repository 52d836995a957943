"""HTML in a Markdown text, for `raw-html`, `third-party-embed` and `form-in-text`: each of it belongs to one of them."""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.markdown import Converted
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


def html_problems(site: CheckedSite, rule: str) -> Iterator[Problem]:
    """Yield a problem for every tag, form, attribute and picture of another site that breaks `rule`."""
    for body in site.content.all_bodies():
        for offset, broken, found in _html_in(body, site.converted[body.source]):
            if broken == rule:
                line, column = body.place(offset)
                yield Problem(body.path, line, column, rule, {"found": found})


def _html_in(body: Body, converted: Converted) -> Iterator[tuple[int, str, str]]:
    """Yield offset, rule and what is found."""
    source = _CODE.sub(lambda match: " " * len(match.group(0)), body.source)
    for match in _FORM.finditer(source):
        if not _ELSEWHERE.search(match.group(0)):
            yield match.start(), "form-in-text", f"<{match.group(1) or match.group(2)}>"
            source = source[: match.start()] + " " * len(match.group(0)) + source[match.end() :]
    for match in _TAG.finditer(source):
        tag = match.group(0)
        if not tag.startswith("</"):
            rule = "third-party-embed" if _ELSEWHERE.search(tag) else "raw-html"
            yield match.start(), rule, f"<{match.group(1)}>"
    for match in _ATTRIBUTES.finditer(source):
        yield match.start(), "raw-html", f"{{{match.group(1)}=…}}"
    seen: dict[str, int] = {}
    for link in converted.links:
        if link.is_picture and _OTHER_SITE.match(link.target):
            before = seen.get(link.target, 0)
            seen[link.target] = max(before, body.source.find(link.target, before + 1))
            yield seen[link.target], "third-party-embed", "![…](https://…)"
