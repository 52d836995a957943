"""The alt text of a picture says what is to be seen, and not how its file is called.

A camera, a phone or an office program puts such a name there by itself; a listener hears letters and digits.
Source: WCAG 2.2, 1.1.1, failure F30.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.scalars import as_written
from plugins.model.yaml_source import YamlSource, scalar_nodes

_NUMBER = r"[\s_.№#()-]*\d*[\s_.():-]*(?:\d[\d\s_.:,-]*)?"
_NAMES = (
    r"img|dsc[fn]?|dscn|pxl|vid|mvi|image|img-\d+-wa|photo|pic(?:ture)?|screenshot|screen\s?shot|scan|untitled|file|download|"
    r"whatsapp image|telegram|unnamed|фото(?:графия)?|картинка|рисунок|рис|изображение|снимок(?: экрана)?|скриншот|скрин|скан|"
    r"без имени|без названия|атаусыз|аты жоқ|сурет|фотосурет|экран суреті|скриншоты|бейне"
)
_FILE_NAME = re.compile(
    rf"\s*(?:[\w\s().-]+\.(?:jpe?g|png|webp|gif|heic|avif|svg|bmp|tiff?|pdf)|(?:{_NAMES})(?:{_NUMBER}(?:\s?(?:at|в|сағ)\s?[\d.:]+)?)"
    rf"|[\d\s_.-]+|[a-z]+[_-]?\d{{2,}}[\w-]*)\s*\.?\s*",
    re.IGNORECASE,
)
_ALT_KEY = re.compile(r"(?:[a-z]+_)?alt$")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every alt text that is the name of a file, or what a program calls any picture."""
    for markdown in site.all_markdown():
        for image in markdown.document.images:
            if image.alt.strip() and _is_name(image.alt, image.target):
                yield markdown.problem("file-name-as-alt", image.span.start, found=image.alt)
    for source in site.content.sources.values():
        if source.path.endswith(".md") and "alt" in source.text:
            yield from _in_front_matter(source)


def _in_front_matter(source: YamlSource) -> Iterator[Problem]:
    for key, value in getattr(source.root, "value", ()):
        if _ALT_KEY.match(key.value):
            for node in scalar_nodes(value):
                if _is_name(node.value, ""):
                    _, line, column = as_written(node, source.text)
                    values = {"found": node.value}
                    yield Problem(source.path, line + source.first_line, column + 1, "file-name-as-alt", values)


def _is_name(alt: str, file: str) -> bool:
    return bool(_FILE_NAME.fullmatch(alt)) or (
        bool(file) and alt.strip().casefold() == file.rpartition(".")[0].casefold()
    )
