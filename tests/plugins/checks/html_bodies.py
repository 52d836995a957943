"""Bodies without HTML, and what the three rules about HTML report of a body."""

from pathlib import Path

from tests.plugins.checks.checked import CASE_BODY_LINE, PartRule, reported_by, write_case

Fault = tuple[int, int, str]
"""Line of the body, column, what is found."""

FINE = {
    "plain Markdown": "## А {#a}\n\n**Қалың** сөз, [сілтеме](/news/), ![үй](paper.svg).",
    "a smaller sign": "5 < 7, а > б, 3<5, ←",
    "a word in pointed brackets": "<тег> <ә>",
    "an address": "<https://example.kz/> <http://example.kz/a?b=1>",
    "an electronic address": "<info@example.kz> <mailto:info@example.kz> <a.b+c@example.kz>",
    "in code": "`<b>` және `` `<i>` `` және ```<u>```",
    "escaped": "\\<ә> &lt;b&gt;",
    "a passage in another language": "[слова]{lang=ru}",
    "an id of a heading": "## А {#on-a}",
    "between ``` lines": '```\n<iframe src="https://x.kz/"></iframe>\n```',
    "in code that is over two lines": "а `код\n<div>` б",
    "a link to another site": "[сайт](https://example.kz/)",
}


def html_found(rule: PartRule, content: Path, language: str, body: str) -> list[Fault]:
    """Return what `rule` reports of the body of the testimonial."""
    file = write_case(content, language, body)
    found = reported_by(rule, content)
    assert {path for path, *_ in found} <= {file}
    return [(line - CASE_BODY_LINE + 1, column, values["found"]) for _, line, column, _, values in found]
