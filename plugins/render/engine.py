"""The theme's templates in one language: compiled once, with a digest of each template's sources."""

import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template, meta, pass_context
from jinja2.bccache import Bucket
from markupsafe import Markup

from plugins.cache.memo import key_of
from plugins.cache.store import Records

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
"""Lines keep their numbers, so that faults are reported at theirs."""


class TemplateSources:
    """The sources of all templates, read once, and which of them each one takes in."""

    def __init__(self, folder: Path, names: Iterable[str], read: Callable[[Path], bytes]) -> None:
        """Read the templates `names` below `folder`; an indent, which only people read, shrinks to one space."""
        self.folder = folder
        self._sources = {name: _INDENT.sub(" ", read(folder / name).decode("utf-8")) for name in names}
        self._compiled: dict[str, bytes] = {}

    def load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """Return source, file and freshness of a template as a loader of Jinja does; None where there is none."""
        source = self._sources.get(name)
        return None if source is None else (source, str(self.folder / name), lambda: True)

    def digests(self, environment: Environment, records: Records) -> dict[str, str]:
        """Return a digest of each template together with all that it takes in; `records` keep what each one names.

        Raises jinja2.TemplateSyntaxError for one that cannot be read.
        """
        kept = records.get_many(key_of("names", source) for source in self._sources.values())
        new: dict[str, bytes] = {}
        named: dict[str, list[str] | None] = {}
        for name, source in self._sources.items():
            key = key_of("names", source)
            if key not in kept:
                found = meta.find_referenced_templates(environment.parse(source, name, str(self.folder / name)))
                kept[key] = new[key] = "\n".join("*" if other is None else other for other in found).encode()
            named[name] = kept[key].decode().split("\n") if kept[key] else []
        records.put_many(new)

        def closure(name: str, found: set[str]) -> set[str]:
            if name not in found:
                found.add(name)
                for other in named.get(name) or ():
                    for one in self._sources if other == "*" else (other,):
                        closure(one, found)
            return found

        return {
            name: key_of(
                *(part for other in sorted(closure(name, set())) for part in (other, self._sources.get(other, "")))
            )
            for name in self._sources
        }


class CompiledTemplates(BytecodeCache):
    """Code of templates by name and source, kept for later builds and shared by both languages.

    What the code calls (catalogs, filters) stays that of the environment that runs it. Jinja works out filters of constants
    while it compiles, which would write the words of one language into the code of both: see `late`.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._own: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept of its template; Jinja compares the checksum of the source."""
        if kept := self._own.get(bucket.key) or self._records.get(key_of("code", bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._own[bucket.key] = code = bucket.bytecode_to_string()
        self._records.put(key_of("code", bucket.key, bucket.checksum), code)


class _Environment(Environment):
    """An environment whose templates stay as they are: Jinja looks for each one anew, twenty times a page."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - the name Jinja gives it
    ) -> Template:
        """Return a template by its name below the theme. Raises TemplateNotFound."""
        found = self._loaded.get(name) if isinstance(name, str) else name
        if found is None:
            found = self._loaded[str(name)] = super().get_template(name, parent, globals)
        return found


class Engine:
    """Renders pages of one language."""

    def __init__(
        self,
        sources: TemplateSources,
        compiled: CompiledTemplates,
        filters: Mapping[str, Callable[..., Any]],
        translations: NullTranslations,
    ) -> None:
        self._environment = _Environment(
            loader=FunctionLoader(sources.load), extensions=["jinja2.ext.i18n"], undefined=StrictUndefined, autoescape=True,
            trim_blocks=True, lstrip_blocks=True, bytecode_cache=compiled, auto_reload=False,
        )  # fmt: skip
        self._environment.filters.update(late(filters))
        self._environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
        self._environment.globals["_"] = self._environment.globals["gettext"] = words_of(translations)

    @property
    def environment(self) -> Environment:
        """The environment, to read templates with."""
        return self._environment

    def render(self, template: str, values: Mapping[str, Any]) -> str:
        """Return the page. Raises what a faulty template raises."""
        return self._environment.get_template(template).render(values)


def words_of(translations: NullTranslations) -> Callable[..., Markup]:
    """Return `gettext` as Jinja's new style has it, where each phrase without values is looked up and formatted once."""
    phrases: dict[str, Markup] = {}
    whole: dict[str, Markup] = {}

    def gettext(phrase: str, /, **values: Any) -> Markup:
        if not values and phrase in whole:
            return whole[phrase]
        if phrase not in phrases:
            phrases[phrase] = Markup(translations.gettext(phrase))  # noqa: S704 - a catalog of our own
        found = phrases[phrase] % values
        if not values:
            whole[phrase] = found
        return found

    return gettext


def late(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the filters as ones that are called when a page is rendered, and never while a template is compiled."""
    return {name: _late(own) for name, own in filters.items()}


def _late(own: Callable[..., Any]) -> Callable[..., Any]:
    return pass_context(lambda _, *values, **named: own(*values, **named))
