"""The small types every section's schema is made of."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, LiteralString

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError


class Strict(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)


def _refuse_path(name: str) -> str:
    if PurePosixPath(name).name != name or name in {"", ".", ".."}:
        raise PydanticCustomError("file_name", "a file name without a folder")
    return name


_OTHER_SITE = re.compile(r"[a-z][a-z0-9+.-]*://|//|www\.", re.IGNORECASE)
_VIDEO_ENDINGS = (".mp4", ".m4v", ".mov", ".mkv", ".webm")


def _refuse_other_sites(value: object) -> object:
    if isinstance(value, str) and _OTHER_SITE.match(value):
        raise PydanticCustomError("film_elsewhere", "a film of this folder, not of another site")
    return value


def _refuse_other_files(name: str) -> str:
    if not name.lower().endswith(_VIDEO_ENDINGS):
        raise PydanticCustomError("film_file", "the name of a film in the same folder, such as interview.mp4")
    return name


def _refuse_other_dates(value: object) -> object:
    # pydantic also takes time stamps and times of day for a date
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date_parsing", "a date such as 2025-11-28")
    return value


def _only(form: re.Pattern[str], error: LiteralString) -> BeforeValidator:
    """Return a validator for text of exactly this form: the library also takes `1_0`, `yes`, `3.0` and other digits."""

    def refuse(value: object) -> object:
        if isinstance(value, str) and not form.fullmatch(value.strip()):
            raise PydanticCustomError(error, "another form of value")
        return value

    return BeforeValidator(refuse)


WRITTEN_AS_INTEGER = _only(re.compile(r"-?(?:0|[1-9][0-9]*)"), "int_parsing")
"""In ASCII digits, without a sign `+`, a point or leading noughts. Stands after limits, which then reach the schema."""
WRITTEN_AS_NUMBER = _only(re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"), "decimal_parsing")
"""In ASCII digits, with a point before the fraction."""
Integer = Annotated[int, WRITTEN_AS_INTEGER]
Number = Annotated[Decimal, WRITTEN_AS_NUMBER]
Flag = Annotated[bool, _only(re.compile("true|false"), "bool_parsing")]
"""`true` or `false`."""

Day = Annotated[date, BeforeValidator(_refuse_other_dates)]
"""A calendar day, written `2025-11-28`."""

Line = Annotated[str, Field(min_length=1)]
"""Words an editor wrote; never empty."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Lower-case Latin letters and digits, joined by hyphens."""

FileName = Annotated[str, Field(min_length=1), AfterValidator(_refuse_path)]
"""A file of the same bundle."""

VideoFileName = Annotated[FileName, BeforeValidator(_refuse_other_sites), AfterValidator(_refuse_other_files)]
"""A video file of the same bundle, as the editor recorded it."""

WebAddress = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
SitePath = Annotated[str, Field(pattern=r"^/([a-z0-9-]+/)*$")]
"""A page of this site by its path without the language, for example `/news/`."""

ArticleNumber = Annotated[str, Field(pattern=r"^\d+(-\d+)?$")]
"""Number of a law's article; codes have some such as 725-1."""

Rate = Annotated[Decimal, Field(ge=0, lt=10), WRITTEN_AS_NUMBER]
"""A fraction per year: 0.07 is 7 %."""

Share = Annotated[Decimal, Field(ge=0, le=1), WRITTEN_AS_NUMBER]
"""A part of a whole: 0.2 is 20 %."""

NotNegative = Annotated[Decimal, Field(ge=0), WRITTEN_AS_NUMBER]
Year = Annotated[int, Field(ge=1500, le=2100), WRITTEN_AS_INTEGER]
Count = Annotated[int, Field(ge=0), WRITTEN_AS_INTEGER]
MOST_TENGE = 10**12
"""A greater sum is a slip of the pen."""
Tenge = Annotated[int, Field(ge=0, le=MOST_TENGE), WRITTEN_AS_INTEGER]
"""Whole tenge."""
Order = Annotated[int, Field(ge=1), WRITTEN_AS_INTEGER]


class Words(Strict):
    """The same words in both languages: names and titles that are in `facts.yaml`."""

    kk: Line
    ru: Line


class PageReference(Strict):
    """A link with its words, to a page of this site."""

    title: Line
    link: SitePath


class CheckedIn(StrEnum):
    """What was read on the day of checking: a stored copy, or the live page."""

    COPY = "copy"
    LIVE = "live"


class Source(Strict):
    """Where a fact comes from, when that was published, and when we read it."""

    title: Words
    url: WebAddress | None = None
    published: Day | Year | None = None
    checked: Day
    checked_in: CheckedIn


class Role(StrEnum):
    """How an act is used: relied on, or cited as history (the only use of a repealed act)."""

    RELIED_ON = "relied-on"
    HISTORY = "history"


class LawReference(Strict):
    """An act of `content/acts.yaml`, and its articles where they are meant."""

    act: Line
    articles: tuple[ArticleNumber, ...] = ()
    role: Role = Role.RELIED_ON


class Picture(Strict):
    """A picture of the bundle. Its text alternative is in the front matter, by the same id."""

    file: FileName


Months = Annotated[int, Field(ge=1, le=600), WRITTEN_AS_INTEGER]
"""A term; more than fifty years is a slip of the pen."""


class Paper(Picture):
    """A photographed paper, shown with a person's data hidden; `papers.yaml` beside it says what was hidden."""


class Sound(Strict):
    """The sound of a storyboard video, one file a language."""

    kk: FileName
    ru: FileName


class VideoFile(Strict):
    """A video the editor recorded, for both languages.

    Its title, summary and transcript are in `<id>.kk.md` and `<id>.ru.md`, its captions in `<id>.kk.vtt` and `<id>.ru.vtt`.
    """

    file: VideoFileName


class Storyboard(Strict):
    """A video that is rendered from the scenes in `<id>.kk.md` and `<id>.ru.md`; transcript and captions follow from them."""

    drawn: Annotated[Literal[True], BeforeValidator(lambda value: value == "true" or value)]
    sound: Sound | None = None
    """Without it the video is silent."""


_VIDEO_KEYS = ("file", "drawn", "sound")


def _kind_of_video(value: object) -> str | None:
    """Return the name of the type whose keys a value has; None where it has those of both or of neither."""
    if isinstance(value, VideoFile | Storyboard):
        return type(value).__name__
    if not isinstance(value, Mapping):
        return VideoFile.__name__  # it refuses what is no mapping
    keys = {near for key in value for near in get_close_matches(str(key), _VIDEO_KEYS, n=1)}  # a slip keeps its type
    if keys == {"file"}:
        return VideoFile.__name__
    is_storyboard = "drawn" in keys and "file" not in keys and value.get("drawn") not in (False, "false")
    return Storyboard.__name__ if is_storyboard else None


VideoSource = Annotated[
    Annotated[VideoFile, Tag(VideoFile.__name__)] | Annotated[Storyboard, Tag(Storyboard.__name__)],
    Discriminator(
        _kind_of_video,
        custom_error_type="film_source",
        custom_error_message="either `file` or `drawn: true`; `sound` is for a drawn film",
    ),
]
"""A video of a page by its key `<id>`: the keys that are written say which of the two it is."""


class FigureUnit(StrEnum):
    PERCENT = "percent"
    """The value is a fraction: 0.5 is shown as 50 %."""
    COUNT = "count"


class Figure(Strict):
    """A number that a chart shows; the sources and laws of the item say where it comes from."""

    value: Annotated[Decimal, Field(ge=0), WRITTEN_AS_NUMBER]
    unit: FigureUnit


def in_order(first: str, last: str) -> Any:
    """Return a validator that refuses a model whose field `last` is below its field `first`, where both are given."""

    def refuse(model: BaseModel) -> BaseModel:
        low, high = getattr(model, first), getattr(model, last)
        if low is not None and high is not None and high < low:
            raise PydanticCustomError("range", "the end is not before the beginning")
        return model

    return model_validator(mode="after")(refuse)


class RateRange(Strict):
    """A yearly rate, or a range of them; without `to` the source says only «from»."""

    from_: Rate = Field(alias="from")
    to: Rate | None = None

    _in_order = in_order("from_", "to")


class ShareRange(Strict):
    """A part of the price, or a range of parts."""

    from_: Share = Field(alias="from")
    to: Share | None = None

    _in_order = in_order("from_", "to")


class MonthRange(Strict):
    """A term in months; without `from` the source gives only the upper limit."""

    from_: Count | None = Field(default=None, alias="from")
    to: Months

    _in_order = in_order("from_", "to")


class Approval(Strict):
    """A lawyer's written approval: who gave it, when, and of which text."""

    by: Line
    on: Day
    text: Line


class Change(Strict):
    """A change that a reader who knows the page may ask for: the day, and what is other than before."""

    on: Day
    what: Words | None = None


class Facts(Strict):
    """What every item may say about itself; sections add their own keys."""

    sources: tuple[Source, ...] = ()
    laws: tuple[LawReference, ...] = ()
    changed: tuple[Change, ...] = ()
    """When the page was changed; each is shown, the latest first."""
    next: tuple[SitePath, ...] = ()
    """Pages a reader of this one looks for next."""
    films: Mapping[Slug, VideoSource] = Field(default_factory=dict)
    """Videos of the page, in the order they are shown."""
    charted: Mapping[Slug, Figure] = Field(default_factory=dict)
    """Numbers that the storyboards of the bundle draw as bars."""
    aliases: tuple[Slug, ...] = ()
    """Former addresses of the item, from which a reader is led on."""
    draft: Flag = False
    """Not finished: shown in the preview with its mark, left out of every build, and no hindrance to any other item."""
    sample: Flag = False
    """An invented example: marked on the page, never in a published build."""
    to_confirm: Flag = False
    """Not yet confirmed by the cooperative: marked on the page, left out of a published build."""


class Text(Strict):
    """The front matter every index file has; sections add their own keys."""

    title: Line
    short_title: Line | None = None
    """Stands in the menu and the breadcrumbs where the title is too long for them."""
    summary: Line
