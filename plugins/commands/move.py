"""`inv move`: gives an item another address."""

from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_in
from plugins.desk.bundles import Bundle, NoSuchItemError, UnreadableItemError, read_bundle, section_named
from plugins.desk.history import history_of
from plugins.desk.moving import TakenAddressError, rename_item
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import report_languages


@refusals_reported
def run_move(root: Path, address: str, slug: str, *, language: str | None) -> int:
    """Give the item at `address`, for example `news/meeting`, the name `slug`: mend every link to it, and keep its old address
    as one that leads on. Return 0, or 1 where nothing was moved."""
    item = item_at(root / "content", address)
    try:
        rename_item(root / "content", item, slug, history_of(root))
    except TakenAddressError as error:
        raise RefusedError("taken_address", address=f"{item.section.folder}/{slug}") from error
    report_in(report_languages(language), "say_moved", address=address, new=f"{item.section.folder}/{slug}")
    return 0


def item_at(content: Path, address: str) -> Bundle:
    """Return the item at an address. Raises RefusedError where there is none that can be read."""
    folder, _, slug = address.strip("/").removeprefix("content/").partition("/")
    try:
        item = read_bundle(content, section_named(folder), slug)
    except (NoSuchItemError, UnreadableItemError) as error:
        raise RefusedError("no_such_item", address=address) from error
    if item.is_intro:
        raise RefusedError("no_such_item", address=address)
    return item
