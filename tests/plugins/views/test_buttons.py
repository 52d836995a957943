"""Buttons and tiles that lead to what is not shown."""

from pathlib import Path

from plugins.model import load_content
from plugins.views.buttons import leading_somewhere


def test_a_tile_that_leads_to_what_is_not_shown_is_left_out(content: Path) -> None:
    for language in ("kk", "ru"):
        home = content / f"pages/home/index.{language}.md"
        tiles = "link: /laws/}\n  - {title: А, text: Б, link: /charity/}"
        home.write_text(home.read_text(encoding="utf-8").replace("link: /laws/}", tiles), encoding="utf-8")
    (home_page,) = [item for item in load_content(content).items["pages"] if item.slug == "home"]
    text = home_page.texts["ru"]
    assert [point.link for point in leading_somewhere(text, set()).trust] == ["/laws/", "/charity/"]  # type: ignore[attr-defined]
    assert [point.link for point in leading_somewhere(text, {"/charity/"}).trust] == ["/laws/"]  # type: ignore[attr-defined]
