"""The input of all pages, prepared before Pelican runs and the same for every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.design.assets import Assets
from plugins.diagnostics import Problem
from plugins.markdown import Documents
from plugins.media import MediaManifest
from plugins.model import SiteContent
from plugins.model.unpublished import Unpublished
from plugins.video.library import VideoLibrary
from plugins.video.source import InspectedVideos

if TYPE_CHECKING:  # an edit of a text looks at none of them
    from plugins.views.loan_figures import LoanFigures
    from plugins.views.queue_page import QueueView


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """Checked content with its HTML and its pictures."""

    root: Path
    content: SiteContent
    documents: Documents
    """Of each body, by its Markdown."""
    media: MediaManifest
    assets: Assets
    today: date
    """The day that decides which figures are called old."""
    published: bool
    """Whether samples and unconfirmed facts have been left out."""
    warnings: tuple[Problem, ...]
    unpublished: Unpublished
    """What a release leaves out."""
    inspected_videos: InspectedVideos = field(default_factory=InspectedVideos)
    videos: VideoLibrary = field(default_factory=VideoLibrary)
    """Empty until `with_videos` has made them."""
    figures: "Mapping[str, LoanFigures]" = field(default_factory=dict)
    """What is counted for each loan, by the slug of its item."""
    queues: "Mapping[str, QueueView | None]" = field(default_factory=dict)
    """The queue with its estimate, by the slug of its page."""
    look: str = ""
    """Digest of the fonts, colours and illustrations of the theme."""
    code: str = ""
    """Digest of our own code and of the installed libraries."""
    preview: bool = False
    """Whether every page says that it is not public, and no search engine may keep it."""
