"""Marks pass through a page untouched and give way to their values."""

import json

import pytest
from markupsafe import Markup, escape

from plugins.render.marks import assembled, mark, marks_in


@pytest.mark.parametrize("name", ["illustrations/mark.svg", "css/pages/loans.css", ""])
def test_a_mark_survives_escaping_and_json(name: str) -> None:
    found = mark("asset", name)
    assert str(escape(found)) == found == str(Markup("{}").format(found))
    assert json.loads(json.dumps([found], ensure_ascii=False)) == [found]
    assert found in json.dumps([found], ensure_ascii=False)


def test_each_mark_gives_way_to_its_value() -> None:
    body = f"<p>{mark('asset', 'a.js')}</p>{mark('style', 'b.css')}{mark('picture')}{mark('asset', 'a.js')}ә"
    assert marks_in(body) == ("asset:a.js", "picture:", "style:b.css")
    assert assembled(body, lambda found: f"[{found}]") == "<p>[asset:a.js]</p>[style:b.css][picture:][asset:a.js]ә"


def test_a_value_that_looks_like_a_mark_is_left() -> None:
    assert assembled(mark("style", "a"), lambda _: mark("style", "b")) == mark("style", "b")
