"""How long an editor takes at the desk, from the start to what is sent: each piece of work is walked in a real browser.

    .venv/bin/python -m bench.desk --pictures screenshots/desk

A walk counts the seconds of the machine, the letters typed and the presses; a person is reckoned with 240 letters a minute
and 1.5 seconds a press, and every field that is written costs a press. The letters of the page's own texts, which somebody
has to type wherever they are kept, are counted apart from those the desk asks beside them. A field that already has its value
is looked at and left; a place in a text that is written anew costs two presses to mark it. What the machine does while a
person would be typing is counted apart: the script types at once, so it waits where a person does not. Nothing is written
into this project: the walks happen in a copy of it.
"""

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path

from playwright.sync_api import Page, expect

from bench.desk_server import copied_project, open_desk
from bench.desk_texts import FAQ, LIKE, LOAN, NEWS, PERSON, TESTIMONIAL, Texts
from bench.papers_set import draw_paper, photographed
from tests.plugins.media.files import photo, saved
from tests.plugins.video.making import make_video

_SECONDS_A_LETTER = 60 / 240
_SECONDS_A_PRESS = 1.5
_WORD = re.compile(r"\S+\s*|\s+")
_WIDTHS = (360, 1280)
"""Of the screenshots: a phone, and a laptop on which the walk goes on."""


@dataclass
class Walk:
    """One piece of work at the desk, counted as it goes."""

    page: Page
    name: str
    pictures: Path | None
    letters: int = 0
    of_texts: int = 0
    """Letters of the page's own texts in both languages, among all letters."""
    on_page: int = 0
    """Letters of the page's own texts as they are in the end, typed or not."""
    presses: int = 0
    beside: float = 0.0
    """Seconds the machine worked while a person would have been writing."""
    begun: float = field(default_factory=time.perf_counter)

    def go(self, path: str) -> None:
        """Open a page, as by a link."""
        self.presses += 1
        self.page.goto(path)

    def press(self, name: str, *, role: str = "button", exact: bool = True) -> None:
        """Press a button or follow a link by its name."""
        self.presses += 1
        self.page.get_by_role(role, name=name, exact=exact).first.click()  # type: ignore[arg-type]

    def write(self, name: str, words: str) -> None:
        """Write into a field by its name in the form, unless it has these words already."""
        place = self.page.locator(f"[name='{name}']")
        if place.input_value() == words:
            return
        self.presses += 1
        place.evaluate(
            "one => { for (let at = one; at; at = at.parentElement) if (at.localName === 'details') at.open = true; }"
        )
        if place.evaluate("one => one.localName") == "select":
            place.select_option(words)
            return
        self.letters += len(words)
        if self.page.locator(f"[data-field='{name}'] .cm-content").count():
            self.page.locator(f"[data-field='{name}'] .cm-content").click()
            self.page.keyboard.insert_text(words)
        else:
            place.fill(words)

    def fill(self, texts: Texts) -> None:
        """Write all texts into the form."""
        before = self.letters
        for name, words in texts.items():
            self.write(name, words)
        self.of_texts += self.letters - before
        self.on_page += sum(map(len, texts.values()))

    def rewrite(self, texts: Texts) -> None:
        """Change texts that are there already, each paragraph in the places that differ or as a whole, what takes less."""
        for name, words in texts.items():
            place = self.page.locator(f"[name='{name}']")
            letters, presses = _rewriting(place.input_value(), words)
            now = (self.letters + letters, self.presses + presses, self.of_texts + letters)
            if self.page.locator(f"[data-field='{name}'] .cm-content").count():
                self.page.locator(f"[data-field='{name}'] .cm-content").press("Control+a")
                self.page.keyboard.press("Delete")
            self.write(name, words)
            self.letters, self.presses, self.of_texts = now
            self.on_page += len(words)

    def choose(self, name: str, words: str) -> None:
        """Choose what the desk offers for a field: into the field, and on the words."""
        place = self.page.locator(f"[name='{name}']")
        offered = self.page.locator(f"datalist[id='{place.get_attribute('list')}'] option").evaluate_all("all => all.map((one) => one.value)")  # fmt: skip
        assert words in offered, (name, offered)
        self.write(name, words)
        self.letters, self.presses = self.letters - len(words), self.presses + 1

    def take(self, name: str) -> None:
        """Take the words the desk proposes for a field."""
        self.presses += 1
        self.page.locator(f"[data-field='{name}'] .proposal").click()
        self.on_page += len(self.page.locator(f"[name='{name}']").input_value())

    @property
    def by_hand(self) -> float:
        """Return the seconds a person has typed and pressed."""
        return self.letters * _SECONDS_A_LETTER + self.presses * _SECONDS_A_PRESS

    def meanwhile(self, since: float, wait: Callable[[], None]) -> None:
        """Wait for what the machine began when a person had typed for `since` seconds."""
        start = time.perf_counter()
        wait()
        self.beside += min(time.perf_counter() - start, self.by_hand - since)

    def upload(self, place: str, name: str, content: bytes) -> None:
        """Choose a picture for a field of the form: the button, and the file."""
        self.presses += 2
        self.page.locator(place).set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": content})

    def save(self, button: str = "Сохранить черновик") -> None:
        """Save, and wait for the answer."""
        self.press(button)
        expect(self.page.locator(".said")).to_be_visible()

    def seen(self, step: str) -> None:
        """Take a picture of a step."""
        for width in _WIDTHS if self.pictures else ():
            assert self.pictures is not None
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.screenshot(path=self.pictures / f"{self.name}-{step}-{width}.png", full_page=True)

    def problems(self) -> list[str]:
        """Return what the desk asks to be mended, once it has looked."""
        self.page.wait_for_function(
            "() => { const state = document.querySelector('.problems__state');"
            " return state.textContent !== state.dataset.checking; }"
        )
        return self.page.locator(".problems__what").all_inner_texts()

    def figures(self, left: list[str]) -> dict[str, object]:
        """Return what was counted."""
        machine = time.perf_counter() - self.begun - self.beside
        texts, beside = (count * _SECONDS_A_LETTER for count in (self.of_texts, self.letters - self.of_texts))
        presses = self.presses * _SECONDS_A_PRESS
        return {
            "letters on the page": self.on_page,
            "letters of texts": self.of_texts,
            "letters beside": self.letters - self.of_texts,
            "presses": self.presses,
            "seconds": {
                "typing texts": round(texts),
                "typing beside": round(beside),
                "pressing": round(presses),
                "machine": round(machine, 1),
                "machine beside typing": round(self.beside, 1),
                "all": round(texts + beside + presses + machine),
            },
            "left": left,
        }


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
    walk.page.locator(".new summary").click()
    walk.presses += 2
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


def _rewriting(old: str, new: str) -> tuple[int, int]:
    """Return the letters and presses that make `new` of `old`."""
    letters = presses = 0
    paragraphs = SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False)
    for tag, i1, i2, j1, j2 in paragraphs.get_opcodes():
        before, after = ("\n".join(text.splitlines()[start:end]) for text, start, end in ((old, i1, i2), (new, j1, j2)))
        if tag == "equal":
            continue
        parts = [_WORD.findall(text) for text in (before, after)]
        changes = [
            one for one in SequenceMatcher(None, parts[0], parts[1], autojunk=False).get_opcodes() if one[0] != "equal"
        ]
        by_place = (sum(len("".join(parts[1][one[3] : one[4]])) for one in changes), 2 * len(changes))
        cheaper = min(
            by_place, (len(after), 2), key=lambda cost: cost[0] * _SECONDS_A_LETTER + cost[1] * _SECONDS_A_PRESS
        )
        letters, presses = letters + cheaper[0], presses + cheaper[1]
    return letters, presses


def _testimonial(walk: Walk, root: Path) -> list[str]:
    titles = {name: words for name, words in TESTIMONIAL.items() if name.endswith(".title")}
    _new(walk, "testimonials", titles)
    walk.press("Положить документ")
    image = photographed(draw_paper("receipt-ru", 9), "flat", 9).image.crop((100, 200, 1700, 900))
    walk.upload("[name=photo]", "IMG.jpg", saved(image, "JPEG"))
    walk.write("kind", "receipt")
    walk.seen("3-paper")
    walk.press("Прочитать снимок")
    being_read = walk.by_hand
    walk.press("К странице в столе", role="link", exact=False)
    walk.seen("4-being-read")
    walk.fill({name: words for name, words in TESTIMONIAL.items() if name not in titles})
    for name in ("facts.town.ru", "kk.film_note", "ru.film_note"):
        walk.take(name)
    _consent(walk, "рассказ, документ и фильм")
    walk.upload("[data-add-picture='facts.pictures']", "Үй.jpg", photo())
    expect(walk.page.locator("[name='facts.pictures.ui.file']")).to_have_value("ui.jpg")
    walk.fill({"kk.alt.ui": "Екі бөлмелі пәтердің ас үйі", "ru.alt.ui": "Кухня двухкомнатной квартиры"})
    walk.seen("5-picture")
    walk.page.locator("details[data-field='facts.films'] > summary").click()
    walk.presses += 1
    walk.press("Положить фильм")
    film = make_video(root.parent / "VID_1.mp4", 6, (640, 360), sound=True)
    walk.presses += 2
    walk.page.locator("[name=film]").set_input_files(film)
    walk.press("Проверить и положить")
    expect(walk.page.locator(".said")).to_contain_text("640 × 360")
    walk.fill({"kk.0.text": "Пәтерімізге осылай кірдік.", "ru.0.text": "Так мы вошли в свою квартиру."})
    walk.seen("6-captions")
    walk.save("Сохранить и вернуться к странице")
    walk.meanwhile(
        being_read, lambda: expect(walk.page.locator("[data-paper]")).to_contain_text("прочитан: посмотрите")
    )
    walk.press("Открыть документ")
    expect(walk.page.locator("rect")).not_to_have_count(0)
    walk.seen("6-workbench")
    walk.press("Закрыть и сохранить", exact=False)
    expect(walk.page.locator(".said")).to_contain_text("receipt.jpg")
    walk.press("К странице в столе", role="link", exact=False)
    return _finish(walk)


def _consent(walk: Walk, what: str) -> None:
    walk.choose("facts.consent.what", what)
    walk.choose("facts.consent.where", "этот сайт")
    walk.write("facts.consent.until", f"{datetime.now(UTC).year + 2}-12-31")


def _person(walk: Walk, _: Path) -> list[str]:
    _new(walk, "honor-board", PERSON)
    walk.upload("[data-upload='f-facts.portrait.file']", "Портрет.jpg", photo(900, 1200))
    expect(walk.page.locator("[name='facts.portrait.file']")).to_have_value("portret.jpg")
    for name in ("kk.portrait_alt", "ru.portrait_alt"):
        walk.take(name)
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
