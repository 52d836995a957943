"""Everything the pages are drawn from, made before Pelican runs and the same for every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.checks.checking import check
from plugins.checks.site import CheckedSite
from plugins.diagnostics import ContentError, Problem, Severity, in_order
from plugins.markup import Converted, convert_all
from plugins.media import MediaManifest, read_media
from plugins.model import SiteContent, read_content
from plugins.model.fields import Picture
from plugins.model.publication import publishable
from plugins.model.references import values_in
from plugins.site.assets import Assets, read_assets


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """Checked content with its HTML and its pictures."""

    root: Path
    content: SiteContent
    converted: Mapping[str, Converted]
    """HTML of a body, by its Markdown."""
    media: MediaManifest
    assets: Assets
    published: bool
    """Whether samples and unconfirmed facts have been left out."""
    warnings: tuple[Problem, ...]


def prepare(content_folder: Path, theme: Path, cache_folder: Path, *, published: bool, today: date) -> PreparedSite:
    """Return the site read, converted and checked. Raises ContentError with every problem found."""
    root = content_folder.parent
    content, problems = read_content(content_folder)
    if content is None:
        raise ContentError(problems)
    if published:
        content = publishable(content)
    converted = convert_all((body.source for body in content.all_bodies()), cache_folder)
    problems += check(CheckedSite(content, converted, root, today))
    pictures = [path for path in _picture_paths(content, converted) if (root / path).is_file()]
    media, damaged = read_media(root, pictures)
    problems += damaged
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    assets = read_assets(theme / "static")
    return PreparedSite(root, content, converted, media, assets, published, in_order(problems))


def _picture_paths(content: SiteContent, converted: Mapping[str, Converted]) -> list[str]:
    declared = [
        f"{item.folder}/{value.file}"
        for item in content.all_items()
        for _, value in values_in(item.facts)
        if isinstance(value, Picture)
    ]
    in_text = [
        f"{body.path.rpartition('/')[0]}/{link.target}"
        for body in content.all_bodies()
        for link in converted[body.source].links
        if link.is_picture
    ]
    return declared + in_text
