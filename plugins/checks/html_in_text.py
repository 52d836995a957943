"""HTML in a Markdown text, for `raw-html`, `third-party-embed` and `form-in-text`: each of it belongs to one of them.

None of it reaches a page: the converter shows tags as text and takes other attributes than `id` away.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.markdown import Document, Html

_LONGEST_TAG = 1000
_FIELDS = {"input", "button", "select", "textarea", "fieldset"}
_ELSEWHERE = re.compile(r"""(?:src|data|action)\s*=\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
_OTHER_SITE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


def html_problems(site: CheckedSite, rule: str) -> Iterator[Problem]:
    """Yield a problem for every tag, form, attribute and picture of another site that breaks `rule`."""
    storyboards = {
        body.path for video in site.content.all_videos() if video.file is None for body in video.bodies.values()
    }
    for markdown in site.all_markdown():
        for offset, broken, found in _html_in(markdown.document, is_storyboard=markdown.path in storyboards):
            if broken == rule:
                yield markdown.problem(rule, offset, found=found)


def _html_in(document: Document, *, is_storyboard: bool) -> Iterator[tuple[int, str, str]]:
    """Yield offset, rule and what is found; the attributes of a storyboard's headings say how a scene looks."""
    form: Html | None = None
    for html in document.raw_html:
        tag = html.tag.casefold()
        if form is not None:  # up to its end; fields without a form are one form up to the end of their paragraph
            is_inside = form.tag.casefold() == "form" or html.block == form.block
            form = form if is_inside and not (html.is_end and tag == "form") else None
            if is_inside:
                continue
        if html.is_end:
            continue
        if _ELSEWHERE.search(_written(html, document)):
            yield html.span.start, "third-party-embed", f"<{html.tag}>"
        elif tag == "form" or tag in _FIELDS:
            form = html
            yield html.span.start, "form-in-text", f"<{html.tag}>"
        else:
            yield html.span.start, "raw-html", f"<{html.tag}>"
    for attribute in document.removed if not is_storyboard else ():
        shown = f".{attribute.value}" if attribute.name == "class" else f"{attribute.name}=…"
        yield attribute.span.start, "raw-html", f"{{{shown}}}"
    for image in document.images:
        if _OTHER_SITE.match(image.target):
            yield image.target_span.start, "third-party-embed", "![…](https://…)"


def _written(html: Html, document: Document) -> str:
    """Return a tag with its attributes, also where Markdown ends the paragraph inside it."""
    if html.source.endswith(">"):
        return html.source
    start = html.span.start
    return document.source[start : start + _LONGEST_TAG].split("<", 2)[1]
