"""A built site as a test looks at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

LANGUAGES = ("kk", "ru")
COMPONENT_SHEET = "components/"
"""The page of every component, below a language: shown to those who build the site, and no page of it."""


@dataclass(frozen=True)
class BuiltPage:
    """An HTML file: its address from the root of the site, and its tree, which is read when a test asks for it."""

    url: str
    file: Path

    @cached_property
    def tree(self) -> BeautifulSoup:
        return BeautifulSoup(self.file.read_text(encoding="utf-8"), "html.parser")

    def all(self, selector: str) -> list[Tag]:
        return list(self.tree.select(selector))

    def one(self, selector: str) -> Tag:
        (found,) = self.tree.select(selector)
        return found

    @property
    def language(self) -> str:
        return self.url.split("/")[1]

    @property
    def path(self) -> str:
        """The address below the language."""
        return self.url.split("/", 2)[2]


class BuiltSite:
    def __init__(self, output: Path) -> None:
        self.output = output

    def files(self, folder: str = "") -> set[str]:
        root = self.output / folder
        return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """Every HTML file by its address; the pages of both languages, the choice of language, the error pages."""
        return {page.url: page for page in self._read_pages()}

    def language_pages(self, language: str) -> list[BuiltPage]:
        """The pages of one language, without its error page and the page of every component."""
        return [
            page for page in self.pages.values()
            if page.url.startswith(f"/{language}/") and page.path not in {"404.html", COMPONENT_SHEET}
        ]  # fmt: skip

    def both(self) -> list[BuiltPage]:
        return [page for language in LANGUAGES for page in self.language_pages(language)]

    def has(self, address: str) -> bool:
        """Whether an address from the root of the site, with or without a fragment, leads to a file and a place."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        file = self.output / path.lstrip("/")
        if path.endswith("/"):
            file = file / "index.html"
        if not file.is_file():
            return False
        if not parts.fragment:
            return True
        if path not in self.pages:  # a drawing in a sheet of drawings
            return f'id="{parts.fragment}"' in file.read_text(encoding="utf-8")
        return bool(self.pages[path].tree.find(id=unquote(parts.fragment)))

    def _read_pages(self) -> Iterator[BuiltPage]:
        for name in sorted(self.files()):
            if name.endswith(".html"):
                yield BuiltPage("/" + name.removesuffix("index.html"), self.output / name)


def addresses(page: BuiltPage) -> Iterator[str]:
    """Yield every address of a page, made whole, that points into the site."""
    for element in page.tree.select("[href], [src], [poster], [srcset]"):
        for name in ("href", "src", "poster"):
            if value := element.get(name):
                yield urljoin(page.url, str(value))
        for candidate in str(element.get("srcset", "")).split(","):
            if candidate.strip():
                yield urljoin(page.url, candidate.split()[0])
