"""Declaring both languages of an item in step, as `inv sync-translations` does."""

from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.model.items import LANGUAGES, Body, SiteContent
from plugins.model.loading import load_content, read_content
from plugins.model.synced import Fingerprints, fingerprint_of_words, write_in_step
from plugins.model.yaml_source import YamlSource, scalars


def fingerprint_of(body: Body, source: YamlSource) -> str:
    """Return the fingerprint of a text with its front matter."""
    return fingerprint_of_words((*scalars(source.data), body.source))


def declare_in_step(folder: Path, is_meant: Callable[[str], bool]) -> list[str]:
    """Declare what `is_meant` says of the folder of an item below `folder`, such as `news/meeting`; return those that changed.

    Declarations of items that are gone are dropped. Raises ContentError where the content cannot be read whole.
    """
    content = load_content(folder)
    now = fingerprints_of(content)
    declared = {item: prints for item, prints in content.in_step.items() if item in now}
    changed = [item for item, prints in now.items() if is_meant(item) and declared.get(item) != prints]
    write_in_step(folder, declared | {item: now[item] for item in changed})
    return changed


def declare_item(folder: Path, item: str) -> bool:
    """Declare one item, a draft too, whatever is wrong elsewhere; return whether it could be read."""
    content, _ = read_content(folder, drafts=True)
    now = fingerprints_of(content) if content else {}
    if content is None or item not in now:
        return False
    write_in_step(folder, {**content.in_step, item: now[item]})
    return True


def fingerprints_of(content: SiteContent) -> Mapping[str, Fingerprints]:
    """Return the fingerprints of every item and intro by its folder below `content/`."""
    prefix = f"{content.folder}/"
    return {
        part.folder.removeprefix(prefix): Fingerprints(
            **{
                language: fingerprint_of(part.bodies[language], content.sources[part.bodies[language].path])
                for language in LANGUAGES
            }
        )
        for part in content.parts()
    }
