"""The steps to a release, as a list an editor can work through from top to bottom."""

from dataclasses import dataclass

from plugins.diagnostics import Phrase
from plugins.model.identity import IDENTITY
from plugins.model.items import SiteContent
from plugins.model.loading import COOPERATIVE_FILE
from plugins.model.publication import APPROVAL_OF
from plugins.model.unpublished import Unpublished


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do before a release, or one that is done."""

    what: Phrase
    lack: Phrase | None
    """What it lacks; None where it is done."""
    path: str
    line: int
    stops: bool
    """Whether there is no release without it; otherwise the part of the site is left out."""
    detail: str = ""
    """Folder of the section, where it is about one."""


def readiness_of(content: SiteContent, waiting: Unpublished) -> tuple[Step, ...]:
    """Return the identity, fact by fact, then the signatures, then the sections with nothing to show."""
    path = f"{content.folder}/{COOPERATIVE_FILE}"
    source = content.sources[path]
    missing = {fact.name: fact for fact in waiting.identity}
    steps = []
    for name in IDENTITY:
        fact = missing.get(name)
        line, _ = source.place_of_value((fact.key if fact else ("phones" if name == "contact" else name),))
        lack = Phrase(f"lacks-{fact.lack}") if fact else None
        steps.append(Step(Phrase(f"identity-{name.partition('_')[0]}"), lack, path, line, stops=True))
    for folder, key in APPROVAL_OF.items():
        if intro := content.intros.get(folder):
            is_signed = getattr(content.cooperative.approvals, key) is not None
            line, _ = source.place_of_value(("approvals",))
            lack = None if is_signed else Phrase("lacks-signature")
            steps.append(
                Step(Phrase("signature-of-section"), lack, path, line, stops=False, detail=intro.section.folder)
            )
    for intro in waiting.sections:
        lack = Phrase("lacks-item")
        file, folder = intro.bodies["ru"].path, intro.section.folder
        steps.append(Step(Phrase("section-to-fill"), lack, file, 1, stops=False, detail=folder))
    return tuple(steps)
