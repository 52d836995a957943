"""What a release leaves out, and why: shown to visitors on one page, and to editors by `inv status`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plugins.model.cooperative import Stated
from plugins.model.identity import MissingFact, missing_identity
from plugins.model.items import Intro, SiteContent
from plugins.model.plans import Plan
from plugins.model.publication import APPROVAL_OF, publishable, without_empty_sections


@dataclass(frozen=True, slots=True)
class Unpublished:
    """What is withheld, in the order it is shown."""

    identity: tuple[MissingFact, ...]
    """Facts without which there is no release."""
    facts: tuple[str, ...]
    """Keys of `site.yaml` that wait for a paper of the cooperative."""
    approvals: tuple[Intro, ...]
    """Sections that wait for a lawyer's signature."""
    sections: tuple[Intro, ...]
    """Other sections without an item that may be shown."""
    items: tuple[str, ...]
    """Addresses of single items that are left out, of sections that are shown."""
    plans: Mapping[str, Plan] = field(default_factory=dict)


def unpublished(content: SiteContent, today: date) -> Unpublished:
    """Return what a release of `content`, read whole, would leave out on the day `today`."""
    shown = without_empty_sections(publishable(content, today))
    absent = [intro for folder, intro in content.intros.items() if folder not in shown.intros]
    approvals = content.cooperative.approvals
    unsigned = [
        intro for intro in absent if (key := APPROVAL_OF.get(intro.section.folder)) and getattr(approvals, key) is None
    ]
    lists = tuple(f"/{intro.path}" for intro in absent)
    items = sorted(path for path in content.paths - shown.paths if not path.startswith(lists))
    facts = [
        name
        for name in type(content.cooperative).model_fields
        if isinstance(stated := getattr(content.cooperative, name), Stated) and stated.to_confirm
    ]
    return Unpublished(
        tuple(missing_identity(content.cooperative, today)),
        tuple(facts),
        tuple(unsigned),
        tuple(intro for intro in absent if intro not in unsigned),
        tuple(items),
        content.plans,
    )
