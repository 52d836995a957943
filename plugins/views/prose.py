"""The texts of one language as pages show them, with addresses and pictures inserted and terms linked; cached by their inputs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from plugins.cache.digest import Digester
from plugins.cache.memo import kept_objects, key_of
from plugins.cache.store import Records
from plugins.markdown import Document, Heading
from plugins.markdown.html import TextPicture, put_addresses
from plugins.media import MediaFile
from plugins.model.items import Body, Language
from plugins.views.picture_markup import picture_with
from plugins.views.prepared import PreparedSite
from plugins.views.terms import PageTerm, term_linker


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of a page."""

    html: Markup
    headings: tuple[Heading, ...]
    words: str
    """All of them, without markup."""
    terms: tuple[PageTerm, ...] = ()
    """Terms whose first use is linked to their meaning."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text before it is put on its page: `path` is the address below the language; empty where no terms are linked."""

    body: Body
    path: str

    @property
    def folder(self) -> str:
        """The folder it lies in, as diagnostics show it."""
        return self.body.path.rpartition("/")[0]


class ProseMaker:
    """Makes the texts of one language."""

    def __init__(self, site: PreparedSite, language: Language, pictures: Mapping[str, Mapping[str, MediaFile]]) -> None:
        """`pictures` are those of every bundle, by their path inside it."""
        self._site, self._language, self._pictures = site, language, pictures
        self._linker = term_linker(site.content.glossary, language)

    def make(self, texts: Sequence[WrittenText], cache: Path | None) -> dict[str, Prose]:
        """Return every text by its file; kept ones are found below `cache`, if it is given."""
        by_path = {text.body.path: text for text in texts}
        if cache is None:
            return dict(zip(by_path, self._made(texts), strict=True))
        digester = Digester()
        around = key_of(self._site.code, self._language, digester.hex(dict(self._site.content.glossary)))
        keys = {
            path: key_of(around, text.path, text.body.source, digester.hex(dict(self._pictures.get(text.folder, {}))))
            for path, text in by_path.items()
        }
        return kept_objects(Records(cache, "prose"), keys, lambda paths: self._made([by_path[path] for path in paths]))

    def one(self, document: Document, folder: str) -> Markup:
        """Return the HTML of a document with the addresses and pictures of `folder`."""
        pictures = self._pictures.get(folder, {})

        def address_of(target: str) -> str:
            if media := pictures.get(target):
                return media.url
            return f"/{self._language}{target}" if target.startswith("/") else target

        def picture_of(picture: TextPicture) -> Markup | None:
            media = pictures.get(picture.target)
            attributes = Markup(picture.attributes)  # noqa: S704 - as below
            return picture_with(media, attributes, "prose", "", picture.is_first_seen) if media else None

        return Markup(put_addresses(document.html, address_of, picture_of))  # noqa: S704 - our own Markdown, converted here

    def _made(self, texts: Sequence[WrittenText]) -> Iterable[Prose]:
        self._site.documents.load(text.body.source for text in texts)
        return map(self._prose, texts)

    def _prose(self, text: WrittenText) -> Prose:
        document = self._site.documents[text.body.source]
        html = self.one(document, text.folder)
        if not text.path:
            return Prose(html, document.headings, document.text)
        linked, terms = self._linker.linked(str(html), f"/{self._language}/{text.path}")
        return Prose(Markup(linked), document.headings, document.text, terms)  # noqa: S704 - as above
