"""How long an editor takes at the desk, from the start to what is sent: each piece of work is walked in a real browser.

    .venv/bin/python -m bench.desk --pictures screenshots/desk

A walk counts the seconds of the machine, the letters typed and the presses, as `desk_walk.py` says. The letters of the page's own
texts, which somebody has to type wherever they are kept, are counted apart from those the desk asks beside them. Nothing is
written into this project: the walks happen in a copy of it.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import expect

from bench.desk_server import copied_project, open_desk
from bench.desk_texts import FAQ, LIKE, LOAN, NEWS, PERSON, TESTIMONIAL, Texts
from bench.desk_walk import Walk
from bench.papers_set import draw_paper, photographed
from tests.plugins.media.files import photo, saved
from tests.plugins.video.making import make_video


def main() -> int:
    """Walk and print the figures; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, help="a folder for a screenshot of each step")
    parser.add_argument("--only", nargs="*", choices=_WALKS, help="walk these")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    chosen = parser.parse_args()
    if chosen.pictures:
        chosen.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        figures = _walked(copied_project(Path(folder)), chosen.pictures, chosen.only or list(_WALKS))
    for name, counted in figures.items():
        print(name, counted)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=2, ensure_ascii=False), encoding="utf-8")
    return 0


def _walked(root: Path, pictures: Path | None, wanted: list[str]) -> dict[str, dict[str, object]]:
    begun = time.perf_counter()
    figures: dict[str, dict[str, object]] = {}
    with open_desk(root) as page:
        figures["start"] = {"machine": round(time.perf_counter() - begun, 1)}
        for name in wanted:
            walk = Walk(page, name, pictures)
            figures[name] = walk.figures(_WALKS[name](walk, root))
            print(name, figures[name], flush=True)
    return figures


def _new(walk: Walk, section: str, texts: Texts) -> None:
    walk.go("/desk/?lang=ru")
    walk.seen("1-list")
    walk.presses += 1
    walk.page.locator(f".new a[href='/desk/new/{section}/']").click()
    walk.seen("2-new")
    walk.fill(texts)


def _send(walk: Walk) -> None:
    walk.press("Отправить", role="link")
    expect(walk.page.locator("h1")).to_have_text("Отправить изменения")
    walk.page.locator("details").first.evaluate("one => { one.open = true; }")
    walk.seen("8-send")
    walk.write("name", "Айгүл Сапарова")  # the desk knows it the next time
    assert walk.page.locator("[name=message]").input_value()
    walk.press("Отправить")
    expect(walk.page.locator(".said")).to_contain_text("Отправлено")
    walk.seen("9-sent")


def _finish(walk: Walk) -> list[str]:
    """Finish an item, which declares both languages to say the same, and send it; return what is left to mend."""
    walk.press("Готово: оба языка говорят одно")
    expect(walk.page.locator(".said")).to_contain_text("Готово.")
    left = walk.problems()
    walk.seen("7-finished")
    _send(walk)
    return left


def _news(walk: Walk, _: Path) -> list[str]:
    _new(walk, "news", NEWS)
    walk.presses += 2
    walk.page.locator("[data-field='ru.body'] [data-tool=picture]").click()
    walk.upload("#picture [name=photo]", "Зал.jpg", photo())
    walk.fill(
        {"alt-kk": "Жиналыс залы, алдыңғы қатарда үш адам отыр", "alt-ru": "Зал собрания, в первом ряду сидят трое"}
    )
    walk.seen("3-photo")
    walk.page.locator("#picture [data-insert]").click()
    expect(walk.page.locator("#picture")).to_be_hidden()
    walk.problems()
    walk.seen("4-written")
    return _finish(walk)


def _testimonial(walk: Walk, root: Path) -> list[str]:
    titles = {name: words for name, words in TESTIMONIAL.items() if name.endswith(".title")}
    _new(walk, "testimonials", titles)
    with walk.preparing():
        image = photographed(draw_paper("receipt-ru", 9), "flat", 9).image.crop((100, 200, 1700, 900))
        paper, film = saved(image, "JPEG"), make_video(root.parent / "VID_1.mp4", 6, (640, 360), sound=True)
    walk.press("Положить документ")
    walk.write("kind", "receipt")
    walk.seen("3-paper")
    walk.upload("[name=photo]", "IMG.jpg", paper)
    expect(walk.page.locator("[data-paper]")).to_be_visible()
    being_read = walk.by_hand
    walk.seen("4-being-read")
    bodies = {name: words for name, words in TESTIMONIAL.items() if name.endswith(".body")}
    walk.fill({name: words for name, words in TESTIMONIAL.items() if name not in titles | bodies})
    walk.take("kk.film_note", "ru.film_note")
    expect(walk.page.locator("[name='facts.town.ru']")).not_to_have_value("")
    walk.meanwhile(
        being_read, lambda: expect(walk.page.locator("[data-paper]")).to_contain_text("прочитан: посмотрите")
    )
    walk.press("Открыть документ")
    expect(walk.page.locator("rect")).not_to_have_count(0)
    walk.seen("6-workbench")
    walk.press("Закрыть и сохранить", exact=False)
    expect(walk.page.locator("[data-paper]")).to_be_visible()
    being_hidden = walk.by_hand
    walk.fill(bodies)
    _consent(walk, "рассказ, документ и фильм")
    walk.upload("[data-add-picture='facts.pictures']", "Үй.jpg", photo())
    expect(walk.page.locator("[name='facts.pictures.ui.file']")).to_have_value("ui.jpg")
    walk.fill({"kk.alt.ui": "Екі бөлмелі пәтердің ас үйі", "ru.alt.ui": "Кухня двухкомнатной квартиры"})
    walk.seen("5-picture")
    walk.press("Положить фильм")
    walk.presses += 2
    walk.page.locator("[name=film]").set_input_files(film)
    expect(walk.page.locator(".said")).to_contain_text("640 × 360")
    walk.fill({"kk.0.text": "Пәтерімізге осылай кірдік.", "ru.0.text": "Так мы вошли в свою квартиру."})
    walk.seen("6-captions")
    walk.save("Сохранить и вернуться к странице")
    walk.meanwhile(being_hidden, lambda: expect(walk.page.locator("[data-stage=hiding]")).to_have_count(0))
    return _finish(walk)


def _consent(walk: Walk, what: str) -> None:
    walk.choose("facts.consent.what", what)
    walk.choose("facts.consent.where", "этот сайт")
    walk.presses += 1
    walk.page.locator("[data-two-years]").click()
    expect(walk.page.locator("[name='facts.consent.until']")).to_have_value(f"{datetime.now(UTC).year + 2}-12-31")


def _person(walk: Walk, _: Path) -> list[str]:
    _new(walk, "honor-board", PERSON)
    walk.upload("[data-upload='f-facts.portrait.file']", "Портрет.jpg", photo(900, 1200))
    expect(walk.page.locator("[name='facts.portrait.file']")).to_have_value("portret.jpg")
    walk.take("kk.portrait_alt", "ru.portrait_alt")
    walk.page.wait_for_timeout(400)
    walk.problems()
    walk.seen("3-without-consent")
    walk.press("Вписать согласие с бумаги")
    _consent(walk, "имя, портрет и рассказ")
    walk.seen("4-consent")
    return _finish(walk)


def _loan(walk: Walk, _: Path) -> list[str]:
    walk.go("/desk/?lang=ru")
    walk.page.locator(f"td[lang=ru] a[href='/desk/loans/{LIKE}/']").click()
    walk.presses += 1
    walk.press("Написать похожую страницу", role="link")
    walk.seen("2-like")
    walk.rewrite({name: words for name, words in LOAN.items() if not name.startswith("facts.")})
    walk.fill({name: words for name, words in LOAN.items() if name.startswith("facts.")})
    walk.problems()
    walk.press("Исправить самому")  # the spaces before the percent signs
    expect(walk.page.locator("#mend")).to_be_hidden()
    walk.seen("3-source")
    return _finish(walk)


def _faq(walk: Walk, _: Path) -> list[str]:
    _new(walk, "faq", FAQ)
    walk.seen("3-written")
    return _finish(walk)


def _rename(walk: Walk, root: Path) -> list[str]:
    walk.go("/desk/faq/how-long-is-the-queue/?lang=ru")
    walk.page.locator(".rest summary").click()
    walk.presses += 1
    walk.write("slug", "how-long-to-wait")
    walk.seen("1-asked")
    walk.page.locator(".rest form button").click()
    expect(walk.page.locator(".said")).to_have_text("Адрес изменён.")
    walk.seen("2-done")
    assert not (root / "content/faq/how-long-is-the-queue").exists()
    _send(walk)
    return []


def _delete(walk: Walk, root: Path) -> list[str]:
    walk.go("/desk/news/cooperatives-day-2026/?lang=ru")
    walk.press("Удалить страницу", role="link")
    walk.seen("1-asked")
    walk.press("Да, удалить")
    expect(walk.page.locator(".said")).to_contain_text("удалена")
    walk.seen("2-done")
    assert not (root / "content/news/cooperatives-day-2026").exists()
    walk.press("Вернуть")
    expect(walk.page.locator("#item")).to_be_visible()
    assert (root / "content/news/cooperatives-day-2026/facts.yaml").is_file()
    walk.seen("3-back")
    return []


_WALKS: dict[str, Callable[[Walk, Path], list[str]]] = {
    "news": _news,
    "testimonial": _testimonial,
    "person": _person,
    "loan": _loan,
    "faq": _faq,
    "rename": _rename,
    "delete": _delete,
}

if __name__ == "__main__":
    sys.exit(main())
