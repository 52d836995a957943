"""Files of the theme, named by their content so that a browser may keep them for ever.

A stylesheet names its parts by `@import`, which also works in a browser as it is; here they become one text:
`css/site.css` is what every page needs, `css/pages/<name>.css` what some pages need beside it. The pages hold these texts
themselves, so that the first answer of the server is enough to draw. A script names another as `from "./other.js"`; here
it names the address of that script. `import "./other.js"` alone means that a page needs both: here they become one file,
`js/site.js` for what every page needs. What a joined script exports is at hand in those below it.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from markupsafe import Markup

_STYLESHEET = "css/site.css"
_STYLESHEETS_OF_SOME_PAGES = "css/pages/*.css"
_SCRIPTS = "js"
_PUBLISHED_AS_THEY_ARE = ("fonts", "illustrations")
_PUBLISHED_AT_THE_ROOT = "root"
"""Files whose address is theirs by a standard, such as the service worker, which serves what lies below it."""
_IMPORT = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)
_SCRIPT_IMPORT = re.compile(r'(?<= from ")\./([\w-]+\.js)(?=";)')
_JOINED_SCRIPT = re.compile(r'^import "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export\b", re.MULTILINE)
_OTHER_IMPORT = re.compile(r"""(?:from|import)[ (]+["']\.""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
_LINE_END = re.compile(r"(?<=[{};,])\n| (?=\{$)", re.MULTILINE)
_AFTER_PROPERTY = re.compile(r"^([\w-]+): ", re.MULTILINE)
"""What only people read; without it a stylesheet is an eighth lighter, packed."""
_URL = re.compile(r'url\("\.\./(?:\.\./)?([^"]+)"\)')


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme: its address on the site and its bytes."""

    url: str
    content: bytes


Assets = Mapping[str, Asset]
"""Asset by its path below `theme/static`, for example `illustrations/mark.svg`."""


def read_assets(static: Path) -> dict[str, Asset]:
    """Return every file of `static` that pages may name. Raises FileNotFoundError for a missing part.

    Raises ValueError for an `@import` or `import` of another form, which would stay in the file and lead nowhere.
    """
    assets: dict[str, Asset] = {}
    for folder in _PUBLISHED_AS_THEY_ARE:
        for path in sorted((static / folder).rglob("*")):
            if path.is_file():
                name = path.relative_to(static).as_posix()
                assets[name] = _asset(name, path.read_bytes())
    for path in sorted((static / _SCRIPTS).glob("*.js")):
        _read_script(path, static, assets)
    for path in sorted((static / _PUBLISHED_AT_THE_ROOT).glob("*")):
        assets[f"{_PUBLISHED_AT_THE_ROOT}/{path.name}"] = Asset(f"/{path.name}", path.read_bytes())
    sheets = [static / _STYLESHEET, *sorted(static.glob(_STYLESHEETS_OF_SOME_PAGES))]
    names = {sheet.relative_to(static).as_posix(): _stylesheet(sheet, assets) for sheet in sheets}
    return assets | {name: _asset(name, text.encode()) for name, text in names.items()}


def _read_script(path: Path, static: Path, assets: dict[str, Asset]) -> Asset:
    """Put the script into `assets`, after those it imports, whose addresses it needs. No script imports in a circle."""

    def address(match: re.Match[str]) -> str:
        return _read_script(path.with_name(match.group(1)), static, assets).url

    name = path.relative_to(static).as_posix()
    if name not in assets:
        script = _SCRIPT_IMPORT.sub(address, path.read_text(encoding="utf-8"))
        script = _JOINED_SCRIPT.sub(lambda match: _joined(path.with_name(match.group(1))), script)
        if _OTHER_IMPORT.search(script):
            raise ValueError(f'{path.name} names other scripts only so: import {{ open }} from "./other.js";')
        assets[name] = _asset(name, script.encode())
    return assets[name]


def _joined(path: Path) -> str:
    """Return a script as a block, in which its names are its own; one that exports stays open, for the scripts below it.

    Raises ValueError for a script that imports.
    """
    script = path.read_text(encoding="utf-8")
    if _OTHER_IMPORT.search(script):
        raise ValueError(f"{path.name} imports and cannot be joined to another script")
    return script.rstrip("\n") if _EXPORT.search(script) else f"{{\n{script}}}"


def style_element(assets: Assets, name: str) -> Markup:
    """Return a stylesheet as the head of a page holds it.

    Its text is the same on every page that needs it, so that one hash in the policy of the server lets it in.
    """
    return Markup(f"<style>{assets[name].content.decode()}</style>")  # noqa: S704 - our own, and no `</` is in it


def inline_svg(assets: Assets, name: str) -> Markup:
    """Return an SVG to be placed in the page itself, for what must be visible with the first response."""
    return Markup(assets[name].content.decode())  # noqa: S704 - a file of our own


def _stylesheet(sheet: Path, assets: Assets) -> str:
    source = sheet.read_text(encoding="utf-8")
    whole = _IMPORT.sub(lambda match: (sheet.parent / match.group(1)).read_text(encoding="utf-8"), source)
    if "@import" in whole:
        raise ValueError(f'{sheet.name} names its parts only so, one per line: @import "tokens.css";')
    whole = _AFTER_PROPERTY.sub(r"\1:", _INDENT.sub("", _COMMENT.sub("", whole)))
    whole = _LINE_END.sub("", whole)
    if "</" in whole:
        raise ValueError(f"{sheet.name} holds `</`, which would end it too early in a page")
    return _URL.sub(lambda match: f'url("{_address_in_css(match.group(1), sheet, assets)}")', whole)


def _address_in_css(name: str, sheet: Path, assets: Assets) -> str:
    if name not in assets:
        raise FileNotFoundError(f"{sheet.name} names {name}, which is not in the theme")
    return assets[name].url


def _asset(name: str, content: bytes) -> Asset:
    path = PurePosixPath(name)
    digest = hashlib.sha256(content).hexdigest()[:8]
    return Asset(f"/theme/{path.parent}/{path.stem}.{digest}{path.suffix}", content)
