"""Equal values have one digest, others another; none depends on identity or on the order of a set."""

import copy
import pickle
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from markupsafe import Markup

from plugins.cache.digest import Digester
from plugins.media import PictureSize
from plugins.model.fields import Text, Words


class Kind(StrEnum):
    HOME = "home"


class Other(StrEnum):
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    members: tuple[object, ...] = ()
    more: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Namesake:
    name: str
    members: tuple[object, ...] = ()
    more: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Held:
    text: Text


VALUES: list[object] = [
    None, True, False, 0, 1, 1.0, Decimal(1), Decimal("1.0"), "1", "", "ә", "Ә", Markup("ә"), Kind.HOME, Other.HOME, "home",
    date(2026, 11, 30), "2026-11-30", (), [], ("",), ("", ""), ("a", "b"), ("b", "a"), ("ab",), (("a",), "b"), ("a", ("b",)),
    {"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": "1"}, {}, frozenset({"a", "b"}), frozenset({"a"}), Path("a"), "a",
    Thing("a"), Namesake("a"), Thing("a", ("b",)), Thing("a", (), {"b": 1}), Thing("a", (Thing("b"),)), Thing("b"),
    Words(kk="а", ru="б"), Words(kk="б", ru="а"), Text(title="а", summary="б"), Text(title="а", summary="б", short_title="в"),
    PictureSize(1, 2), (1, 2), PictureSize(2, 1), tuple(range(20)), tuple(range(21)), list(range(20)),
]  # fmt: skip


def test_no_two_values_share_a_digest() -> None:
    digester = Digester()
    assert len({digester.hex(value) for value in VALUES}) == len(VALUES)


def test_a_copy_and_what_was_kept_have_the_same_digest() -> None:
    for value in VALUES:
        expected = Digester().hex(value)
        assert Digester().hex(copy.deepcopy(value)) == expected
        assert Digester().hex(pickle.loads(pickle.dumps(value))) == expected


def test_a_shared_part_and_two_equal_parts_are_the_same() -> None:
    part = Thing("a", tuple(map(str, range(30))))
    assert Digester().hex((part, part)) == Digester().hex((part, copy.deepcopy(part)))


def test_a_digest_that_is_remembered_is_that_of_the_value() -> None:
    digester = Digester()
    for number in range(200):  # the numbers of objects that have gone are given out again
        thing = Thing("a", (number,))
        assert digester.hex(thing) == Digester().hex(Thing("a", (number,)))


def test_what_is_forgotten_is_let_go() -> None:
    digester, text = Digester(), Text(title="а", summary="б")
    things = tuple(Held(text) for _ in range(20))
    expected, seen = digester.hex(things), weakref.ref(things[7])
    digester.forget()
    assert digester.hex(things) == expected
    digester.forget()
    del things
    assert seen() is None


def test_a_set_has_no_order() -> None:
    members = [str(number) for number in range(50)]
    assert Digester().hex(frozenset(members)) == Digester().hex(frozenset(reversed(members)))


def test_what_no_page_shows_has_no_digest() -> None:
    with pytest.raises(TypeError, match="no digest of"):
        Digester().hex([lambda: None])
