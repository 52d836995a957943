"""How long an editor takes at the desk, from the start to what is sent: each piece of work is walked in a real browser.

    .venv/bin/python -m bench.desk --pictures screenshots/desk

A walk counts the seconds of the machine, the letters typed and the presses; a person is reckoned with 240 letters a minute
and 1.5 seconds a press. Nothing is written into this project: the walks happen in a copy of it.
"""

import argparse
import json
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from bench.desk_texts import FAQ, LOAN, NEWS, PERSON, TESTIMONIAL, Texts
from bench.papers_set import draw_paper, photographed
from tests.plugins.media.files import photo, saved
from tests.plugins.video.making import make_video
from tests.small_site import ROOT

_SERVE = (
    "import sys; from pathlib import Path; from plugins.commands.serve import run_serve;"
    "run_serve(Path(sys.argv[1]), int(sys.argv[2]), language='ru')"
)
_SECONDS_A_LETTER = 60 / 240
_SECONDS_A_PRESS = 1.5
_PATIENCE_MS = 120_000


@dataclass
class Walk:
    """One piece of work at the desk, counted as it goes."""

    page: Page
    name: str
    pictures: Path | None
    letters: int = 0
    presses: int = 0
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
        """Write into a field by its name in the form."""
        self.letters += len(words)
        self.presses += 1
        place = self.page.locator(f"[name='{name}']")
        place.evaluate(
            "one => { for (let at = one; at; at = at.parentElement) if (at.localName === 'details') at.open = true; }"
        )
        if name.endswith(".body"):
            self.page.locator(f"[data-field='{name}'] .cm-content").click()
            self.page.keyboard.insert_text(words)
        elif place.evaluate("one => one.localName") == "select":
            place.select_option(words)
        else:
            place.fill(words)

    def fill(self, texts: Texts) -> None:
        """Write all texts into the form."""
        for name, words in texts.items():
            self.write(name, words)

    def untick(self, name: str) -> None:
        """Take a mark away."""
        self.presses += 1
        self.page.locator(f"[name='{name}']").uncheck()

    def save(self) -> None:
        """Save, and wait for the answer."""
        self.press("Сохранить")
        expect(self.page.locator(".said")).to_be_visible()

    def seen(self, step: str) -> None:
        """Take a picture of a step."""
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{self.name}-{step}.png", full_page=True)

    def problems(self) -> list[str]:
        """Return what the desk asks to be mended, once it has looked."""
        self.page.wait_for_function(
            "() => { const state = document.querySelector('.problems__state');"
            " return state.textContent !== state.dataset.checking; }"
        )
        return self.page.locator(".problems__what").all_inner_texts()

    def figures(self, left: list[str]) -> dict[str, object]:
        """Return what was counted."""
        machine = time.perf_counter() - self.begun
        person = machine + self.letters * _SECONDS_A_LETTER + self.presses * _SECONDS_A_PRESS
        return {
            "machine": round(machine, 1),
            "letters": self.letters,
            "presses": self.presses,
            "person": round(person),
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
        figures = _walked(_project(Path(folder)), chosen.pictures, chosen.only or list(_WALKS))
    for name, counted in figures.items():
        print(name, counted)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=2, ensure_ascii=False), encoding="utf-8")
    return 0


def _project(folder: Path) -> Path:
    root = folder / "project"
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, root / name)
    if (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", root / ".cache", ignore=shutil.ignore_patterns("desk"))
    git = ("git", "-c", "user.name=Engineer", "-c", "user.email=engineer@a.example")
    subprocess.run(["git", "init", "--bare", "--quiet", str(folder / "remote.git")], check=True)
    for arguments in (["init", "--quiet"], ["add", "content"], ["commit", "--quiet", "-m", "first"], ["remote", "add", "origin", "../remote.git"]):  # fmt: skip
        subprocess.run([*git, *arguments], cwd=root, check=True)
    return root


def _walked(root: Path, pictures: Path | None, wanted: list[str]) -> dict[str, dict[str, object]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = time.perf_counter()
    server = subprocess.Popen([sys.executable, "-c", _SERVE, str(root), str(port)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    figures: dict[str, dict[str, object]] = {}
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(base_url=f"http://127.0.0.1:{port}", viewport={"width": 1280, "height": 900})
            page.set_default_timeout(_PATIENCE_MS)
            expect.set_options(timeout=_PATIENCE_MS)
            page.on("dialog", lambda dialog: dialog.accept())
            _wait_for(page)
            figures["start"] = {"machine": round(time.perf_counter() - begun, 1)}
            for name in wanted:
                walk = Walk(page, name, pictures)
                figures[name] = walk.figures(_WALKS[name](walk, root))
                print(name, figures[name], flush=True)
            browser.close()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)
    return figures


def _wait_for(page: Page) -> None:
    end = time.monotonic() + 300
    while True:
        try:
            page.goto("/desk/?lang=ru")
            return
        except Exception:  # the server does not listen yet
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _new(walk: Walk, section: str, texts: Texts) -> None:
    walk.go("/desk/?lang=ru")
    walk.seen("1-list")
    walk.page.locator(".new summary").click()
    walk.presses += 2
    walk.page.locator(f".new a[href='/desk/new/{section}/']").click()
    walk.seen("2-new")
    walk.fill(texts)


def _send(walk: Walk, words: str) -> None:
    walk.press("Отправить", role="link")
    expect(walk.page.locator("h1")).to_have_text("Отправить изменения")
    walk.page.locator("details").first.evaluate("one => { one.open = true; }")
    walk.seen("8-send")
    if not walk.page.locator("[name=name]").count():
        return  # what stops the site is told instead
    walk.write("name", "Айгүл Сапарова")
    walk.write("message", words)
    walk.press("Отправить")
    expect(walk.page.locator(".said")).to_contain_text("Отправлено")
    walk.seen("9-sent")


def _finish(walk: Walk, words: str) -> list[str]:
    """Save an item that is no draft any more, declare both languages to say the same, and send it; return what is left to mend."""
    walk.untick("facts.draft")
    walk.save()
    walk.press("Оба языка говорят одно")
    expect(walk.page.locator(".said")).not_to_contain_text("Сохранено")
    left = walk.problems()
    walk.seen("7-finished")
    _send(walk, words)
    return left


def _news(walk: Walk, _: Path) -> list[str]:
    _new(walk, "news", NEWS)
    walk.page.locator("[data-field='ru.body'] [data-tool=picture]").click()
    walk.page.locator("#picture [name=photo]").set_input_files(
        {"name": "Зал.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    walk.write("alt-kk", "Жиналыс залы, алдыңғы қатарда үш адам отыр")
    walk.write("alt-ru", "Зал собрания, в первом ряду сидят трое")
    walk.seen("3-photo")
    walk.page.locator("#picture [data-insert]").click()
    expect(walk.page.locator("#picture")).to_be_hidden()
    walk.presses += 3
    walk.problems()
    walk.seen("4-written")
    return _finish(walk, "Новость о собрании")


def _testimonial(walk: Walk, root: Path) -> list[str]:
    _new(walk, "testimonials", TESTIMONIAL)
    walk.presses += 2
    walk.page.locator("[data-field='facts.pictures']").evaluate("one => { one.open = true; }")
    walk.page.locator("button[value='add-map:facts.pictures']").click()
    walk.write("facts.pictures.new-1.@key", "home")
    walk.page.locator("[data-upload='f-facts.pictures.new-1.file']").set_input_files(
        {"name": "Үй.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    expect(walk.page.locator("[name='facts.pictures.new-1.file']")).to_have_value("ui.jpg")
    walk.save()
    walk.write("kk.alt.home", "Екі бөлмелі пәтердің ас үйі")
    walk.write("ru.alt.home", "Кухня двухкомнатной квартиры")
    walk.save()
    walk.go(f"{walk.page.url.partition('?')[0]}paper/")
    image = photographed(draw_paper("receipt-ru", 9), "flat", 9).image.crop((100, 200, 1700, 900))
    walk.page.locator("[name=photo]").set_input_files({"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": saved(image, "JPEG")})  # fmt: skip
    walk.write("kind", "receipt")
    walk.write("alt-kk", "Түбіртек, жеке деректері жабылған")
    walk.write("alt-ru", "Квитанция, личные данные закрыты")
    walk.seen("3-paper")
    walk.press("Прочитать снимок")
    expect(walk.page.locator("rect")).not_to_have_count(0)
    walk.seen("4-workbench")
    walk.press("Закрыть и сохранить", exact=False)
    expect(walk.page.locator(".said")).to_contain_text("receipt.jpg")
    walk.press("К странице в столе", role="link", exact=False)
    walk.go(f"{walk.page.url.partition('?')[0]}film/")
    film = make_video(root.parent / "VID_1.mp4", 6, (640, 360), sound=True)
    walk.page.locator("[name=film]").set_input_files(film)
    walk.press("Проверить и положить")
    expect(walk.page.locator(".said")).to_contain_text("640 × 360")
    for code, words in (("kk", "Пәтерімізге осылай кірдік."), ("ru", "Так мы вошли в свою квартиру.")):
        walk.write(f"{code}.title", "Пәтер туралы әңгіме" if code == "kk" else "Рассказ о квартире")
        walk.write(f"{code}.summary", words)
        walk.write(f"{code}.0.start", "0:00")
        walk.write(f"{code}.0.end", "0:05")
        walk.write(f"{code}.0.text", words)
        walk.page.locator(f"textarea[name='{code}.body']").fill(words)
    walk.seen("5-captions")
    walk.save()
    walk.press("К странице в столе", role="link", exact=False)
    return _finish(walk, "Отзыв семьи с документом и фильмом")


def _person(walk: Walk, _: Path) -> list[str]:
    _new(walk, "honor-board", PERSON)
    walk.page.locator("[data-upload='f-facts.portrait.file']").set_input_files(
        {"name": "Портрет.jpg", "mimeType": "image/jpeg", "buffer": photo(900, 1200)}
    )
    expect(walk.page.locator("[name='facts.portrait.file']")).to_have_value("portret.jpg")
    walk.page.wait_for_timeout(400)
    walk.problems()
    walk.seen("3-without-consent")
    walk.press("Вписать согласие с бумаги")
    walk.write("facts.consent.what", "имя, портрет и рассказ")
    walk.write("facts.consent.where", "этот сайт")
    walk.write("facts.consent.until", f"{datetime.now(UTC).year + 2}-12-31")
    walk.seen("4-consent")
    return _finish(walk, "Новый человек на доске почёта")


def _loan(walk: Walk, _: Path) -> list[str]:
    _new(walk, "loans", LOAN)
    walk.presses += 2
    walk.page.locator("[data-field='facts.sources']").evaluate("one => { one.open = true; }")
    walk.page.locator("button[value='add:facts.sources']").click()
    expect(walk.page.locator("[name='facts.sources.0.title.kk']")).to_be_focused()
    walk.write("facts.sources.0.title.kk", "Банктің бағдарлама туралы беті")
    walk.write("facts.sources.0.title.ru", "Страница банка о программе")
    walk.write("facts.sources.0.url", "https://bank.example/ipoteka")
    walk.seen("3-source")
    return _finish(walk, "Новая программа займа")


def _faq(walk: Walk, _: Path) -> list[str]:
    _new(walk, "faq", FAQ)
    return _finish(walk, "Новый ответ")


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
    _send(walk, "Адрес ответа изменён")
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
