"""What a rule looks at: the whole content with its HTML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.markup import Converted
from plugins.model.fields import Text
from plugins.model.items import Body, Language, SiteContent


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """The content, the HTML of each body by its Markdown, the folder of the project, the day."""

    content: SiteContent
    converted: Mapping[str, Converted]
    root: Path
    today: date
    """The day the check is made on; no rule asks the clock."""

    def pairs(self) -> Iterator[Mapping[Language, Body]]:
        """Yield both bodies of every item and intro."""
        for part in self.content.parts():
            yield part.bodies

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Yield every front matter with the path of its file."""
        for part in self.content.parts():
            for language, text in part.texts.items():
                yield part.bodies[language].path, text
