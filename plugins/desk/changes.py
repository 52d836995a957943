"""The actions of a form's buttons on its tree: add, remove or move an entry (pure)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plugins.desk.presets import source_read
from plugins.desk.slugs import slug_from
from plugins.desk.tree import KEY

_ACTIONS = ("add", "add-map", "picture", "remove", "up", "down")


def changed_tree(tree: Mapping[str, Any], action: str, today: date) -> dict[str, Any]:
    """Return the tree after an action such as `add:facts.sources` or `picture:facts.pictures:hall.jpg`.

    For an action that is none it is the tree itself.
    """
    what, _, place = action.partition(":")
    place, _, file = place.partition(":")
    result: dict[str, Any] = _copy(tree)
    *parents, last = place.split(".")
    if what not in _ACTIONS:
        return result
    node: Any = result
    for parent in parents:
        node = node.setdefault(parent, {})
        if not isinstance(node, dict):
            return result
    if what in ("add", "add-map", "picture"):
        entries = node.setdefault(last, {})
        if not isinstance(entries, dict):
            entries = node[last] = {}
        if what == "picture":
            key = slug_from(file.rpartition(".")[0], entries) or "picture"
            entries[key] = {KEY: key, "file": file}
        else:
            _add(entries, is_map=what == "add-map", today=today, name=last)
    elif what == "remove":
        node.pop(last, None)
    elif last in node:
        _move(node, last, -1 if what == "up" else 1)
    return result


def _add(entries: dict[str, Any], *, is_map: bool, today: date, name: str) -> None:
    number = 1
    while (f"new-{number}" if is_map else str(number - 1)) in entries:
        number += 1
    if is_map:
        entries[f"new-{number}"] = {KEY: f"new-{number}"}
    else:
        entries[str(number - 1)] = source_read(today) if name == "sources" else ""


def _move(entries: dict[str, Any], key: str, step: int) -> None:
    order = list(entries)
    place = order.index(key)
    other = place + step
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
        moved = {name: entries[name] for name in order}
        entries.clear()
        entries.update(moved)


def _copy(tree: Any) -> Any:
    return {key: _copy(value) for key, value in tree.items()} if isinstance(tree, Mapping) else tree
