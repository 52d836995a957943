"""`papers.yaml`: the record of each photographed document, written by `inv redact` and `inv check-documents`."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, RootModel

from plugins.model.fields import Count, FileName, Line, Strict

PAPERS_FILE = "papers.yaml"

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of a file's bytes."""


class PaperKind(StrEnum):
    """What paper it is."""

    CONTRACT = "contract"
    RECEIPT = "receipt"
    DECISION = "decision"
    APPLICATION = "application"
    CERTIFICATE = "certificate"
    OTHER = "other"


class PersonalData(StrEnum):
    """What of a person may be on a paper."""

    IIN = "iin"
    """An IIN or a BIN."""
    NUMBER = "number"
    """Another long number."""
    ACCOUNT = "account"
    CARD = "card"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"
    ADDRESS = "address"
    BIRTH = "birth"
    SIGNATURE = "signature"
    CODE = "code"
    """A bar code or a QR code."""
    UNREAD = "unread"
    """Print, a hand or a seal that no machine could read: a person has to look."""


class Verdict(Strict):
    """What a machine could still read on exactly these bytes."""

    sha256: Digest
    by: Line
    """What read, with its version and languages."""
    found: tuple[PersonalData, ...] = ()


class PaperRecord(Strict):
    """How a paper was hidden: the places in pixels of the picture, the tool, the result."""

    paper: PaperKind
    tool: Count
    """Version of the tool that hid the data."""
    sha256: Digest
    boxes: tuple[tuple[Count, Count, Count, Count], ...] = ()
    """x, y, width, height of what is hidden."""
    verdict: Verdict | None = None


class PaperRecords(RootModel[Mapping[FileName, PaperRecord]]):
    """The papers of a bundle by file name."""
