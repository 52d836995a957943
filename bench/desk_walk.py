"""One piece of work at the desk in a real browser, and what it costs a person: letters, presses, seconds of the machine.

A person is reckoned with 240 letters a minute and 1.5 seconds a press. Every field that is written costs a press, but for the one
the desk has put the cursor into; one that already has its value is looked at and left. A place in a text that is written anew costs
two presses to mark it. The script types at once: what the machine does meanwhile, up to the time a person types, is counted as
beside.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from bench.desk_texts import Texts

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
    prepared: float = 0.0
    """Seconds in which the script made what an editor brings along: a photo, a film."""
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
        with self._writing():
            self._write(place, name, words)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Count what the script takes to write as beside the writing, as far as a person writes longer."""
        start, before = time.perf_counter(), self.by_hand
        yield
        self.beside += min(time.perf_counter() - start, self.by_hand - before)

    def _write(self, place: Locator, name: str, words: str) -> None:
        self.presses += not place.evaluate("one => one === document.activeElement")
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
        """Press what the desk offers for a field."""
        self.presses += 1
        self.page.locator(f"[data-field='{name}']").get_by_role("button", name=words).click()
        expect(self.page.locator(f"[name='{name}']")).not_to_have_value("")

    def take(self, *names: str) -> None:
        """Take the words the desk proposes for a field, and with them those for the same field in the other language."""
        self.presses += 1
        self.page.locator(f"[data-field='{names[0]}'] .proposal").first.click()
        for name in names:
            expect(self.page.locator(f"[name='{name}']")).not_to_have_value("")
            self.on_page += len(self.page.locator(f"[name='{name}']").input_value())

    @property
    def by_hand(self) -> float:
        """Return the seconds a person has typed and pressed."""
        return self.letters * _SECONDS_A_LETTER + self.presses * _SECONDS_A_PRESS

    @contextmanager
    def preparing(self) -> Iterator[None]:
        """Leave the time of the block out: an editor has these files already."""
        start = time.perf_counter()
        yield
        self.prepared += time.perf_counter() - start

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
        machine = time.perf_counter() - self.begun - self.beside - self.prepared
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
