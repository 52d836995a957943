"""A place of a picture with something of a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.documents.words import Box
from plugins.model.papers import PersonalData


@dataclass(frozen=True, slots=True)
class Finding:
    """A place of a picture with something of a person."""

    kind: PersonalData
    box: Box
    is_read: bool = True
    """Whether the thing itself was read, and not only a label beside which it must stand."""


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that lie almost wholly in another one, by their place."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda found: (-found.box.width * found.box.height, found.box)):
        if not any(other.box.covers(finding.box) > 0.9 for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda found: (found.box.y, found.box.x))
