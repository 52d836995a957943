"""What a rule looks at: the whole content with its HTML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from plugins.markup import Converted
from plugins.model.fields import Text
from plugins.model.items import BUNDLE_FILES, Body, Intro, Item, Language, Part, SiteContent


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """The content, the HTML of each body by its Markdown, the folder of the project, the day."""

    content: SiteContent
    converted: Mapping[str, Converted]
    root: Path
    today: date
    """The day the check is made on; no rule asks the clock."""
    published: bool = False
    """Whether samples and unconfirmed facts have been left out."""

    def pairs(self) -> Iterator[Mapping[Language, Body]]:
        """Yield both bodies of every item and intro."""
        for part in self.content.parts():
            yield part.bodies

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Yield every front matter with the path of its file."""
        for part in self.content.parts():
            for language, text in part.texts.items():
                yield part.bodies[language].path, text

    def only(self, part: Part | None) -> "CheckedSite":
        """Return a site that holds nothing but `part`; without one, nothing but the YAML files that stand once."""
        whole = self.content
        intros = {part.section.folder: part} if isinstance(part, Intro) else {}
        items = dict.fromkeys(whole.items, ()) | ({part.section.folder: (part,)} if isinstance(part, Item) else {})
        if part is None:
            files = [path for path in whole.sources if path.rpartition("/")[0] == whole.folder]
        else:
            files = [f"{part.folder}/{name}" for name in BUNDLE_FILES]
        sources = {path: whole.sources[path] for path in files if path in whole.sources}
        return replace(self, content=replace(whole, intros=intros, items=items, sources=sources))
