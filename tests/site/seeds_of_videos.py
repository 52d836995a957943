"""Faults of films: what an editor may give, and what a storyboard may say."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.plugins.video.making import make_video
from tests.site.seeding import Draft, Edit, all_of, both, replaced

ITEM = "faq/how-to-join"
BOARD, ANSWER = "pages/presentation/storyboard", "faq/who-decides/storyboard"
SECONDS = 8

KK_WORDS = (
    "---\ntitle: Мүше болған адамның әңгімесі\nsummary: Өтініштен жиналысқа дейінгі жол.\n---\nМен өтініш жаздым.\n"
)
RU_WORDS = "---\ntitle: Рассказ нового члена\nsummary: Путь от заявления до собрания.\n---\nЯ написал заявление.\n"
KK_CUES = ("Сәлеметсіз бе, бүгін кооперативке қалай кіретінін айтамыз.", "Алдымен өтініш жазып, басқармаға бересіз.")
RU_CUES = ("Здравствуйте, сегодня расскажем, как вступить в кооператив.", "Сначала пишете заявление в правление.")
TIMES = ("00:00.500 --> 00:04.000", "00:04.000 --> 00:07.500")


def vtt(cues: tuple[str, ...], times: tuple[str, ...] = TIMES) -> str:
    return "WEBVTT\n\n" + "\n".join(f"{time}\n{words}\n" for time, words in zip(times, cues, strict=True))


@cache
def film(*, fast_start: bool = True) -> bytes:
    """Return a small film as bytes."""
    with TemporaryDirectory() as folder:
        return make_video(Path(folder) / "film.mp4", SECONDS, fast_start=fast_start).read_bytes()


def with_video(
    raw: Callable[[], bytes] = film, *, kk: str = "", ru: str = "", kk_words: str = KK_WORDS, ru_words: str = RU_WORDS
) -> Edit:
    """Return the edit that gives an item a film with words and captions in both languages, all without a fault."""

    def edit(draft: Draft) -> None:
        facts = f"{ITEM}/facts.yaml"
        draft.put(facts, draft.text(facts).rstrip("\n") + "\nfilms:\n  interview: {file: interview.mp4}\n")
        draft.put_raw(f"{ITEM}/interview.mp4", raw())
        texts = {
            "kk.vtt": kk or vtt(KK_CUES), "ru.vtt": ru or vtt(RU_CUES), "kk.md": kk_words, "ru.md": ru_words,
        }  # fmt: skip
        for ending, text in texts.items():
            if text != "none":
                draft.put(f"{ITEM}/interview.{ending}", text)

    return edit


def reported(rule: str, file: str, line: int = 1) -> Edit:
    return lambda draft: draft.expect(rule, file, line)


def without_scenes(language: str) -> Edit:
    def edit(draft: Draft) -> None:
        draft.remove(f"{ANSWER}.{language}.md")
        draft.expect("missing-storyboard", f"{ANSWER}.{language}.md")

    return edit


def twenty_seconds_each(draft: Draft) -> None:
    file = f"{ANSWER}.ru.md"
    text = re.sub(r"seconds=\d+", "seconds=20", draft.text(file))
    draft.put(file, text.replace("## ", "‹storyboard-length›## ", 1))


def scene(file: str, heading: str, old: str, new: str, mark: str = "") -> Edit:
    """Return the edit of one scene's attributes; `mark` stands before its heading."""
    return replaced(file, f"## {heading} {{: {old} ", f"{mark}## {heading} {{: {new} ")


FILMS: dict[str, Edit] = {
    "undecodable-video: text": all_of(
        with_video("Бұл фильм емес".encode), reported("undecodable-video", f"{ITEM}/interview.mp4")
    ),
    "undecodable-video: cut off": all_of(
        with_video(lambda: film()[:4000]), reported("undecodable-video", f"{ITEM}/interview.mp4")
    ),
    "video-too-heavy": all_of(with_video(lambda: bytes(60_600_000)), reported("video-too-heavy", f"{ITEM}/interview.mp4")),
    "no-fast-start": all_of(
        with_video(lambda: film(fast_start=False)), reported("no-fast-start", f"{ITEM}/interview.mp4")
    ),
    "missing-captions, kk": all_of(with_video(kk="none"), reported("missing-captions", f"{ITEM}/interview.kk.vtt")),
    "missing-captions, ru": all_of(with_video(ru="none"), reported("missing-captions", f"{ITEM}/interview.ru.vtt")),
    "captions-in-wrong-language, kk": with_video(kk="‹captions-in-wrong-language›" + vtt(RU_CUES)),
    "captions-in-wrong-language, kk: all but the greeting": with_video(
        kk="‹captions-in-wrong-language›" + vtt(("Сәлеметсіз бе!", *RU_CUES), ("00:00.000 --> 00:00.900", "00:01.000 --> 00:04.000", TIMES[1]))
    ),
    "captions-in-wrong-language, ru: one of them": with_video(
        ru=vtt((RU_CUES[0], "‹captions-in-wrong-language›Алдымен өтініш жазып, басқармаға бересіз."))
    ),
    "captions-out-of-step, kk: ends before it begins": with_video(
        kk=vtt(KK_CUES, ("‹captions-out-of-step›00:03.500 --> 00:00.500", TIMES[1]))
    ),
    "captions-out-of-step, ru: over the one before": with_video(
        ru=vtt(RU_CUES, (TIMES[0], "‹captions-out-of-step›00:03.900 --> 00:07.500"))
    ),
    "captions-out-of-step, kk: beyond the film": with_video(
        kk=vtt(KK_CUES, (TIMES[0], "‹captions-out-of-step›00:06.000 --> 00:09.000"))
    ),
    "captions-out-of-step, ru: too fast": with_video(
        ru=vtt(RU_CUES, ("‹captions-out-of-step›00:00.500 --> 00:01.500", TIMES[1]))
    ),
    "captions-out-of-step, kk: a comma": with_video(
        kk=vtt(KK_CUES, (TIMES[0], "‹captions-out-of-step›00:04,000 --> 00:07,500"))
    ),
    "captions-out-of-step, ru: none": with_video(ru="‹captions-out-of-step›WEBVTT\n"),
    "missing-transcript, kk": all_of(with_video(kk_words="none"), reported("missing-transcript", f"{ITEM}/interview.kk.md")),
    "missing-transcript, ru: nothing below the title": with_video(
        ru_words=RU_WORDS.replace("Я написал заявление.\n", "‹missing-transcript›\n")
    ),
    "broken-link: in a transcript": with_video(
        kk_words=KK_WORDS + "\n[Жарғы](/about/), [мүше болу](‹broken-link›/faq/how-to-jion/).\n",
        ru_words=RU_WORDS + "\n[Устав](‹broken-link›/abuot/), [вступить](/faq/how-to-join/).\n",
    ),
    "broken-fragment: in a transcript": with_video(
        kk_words=KK_WORDS + "\n[Төменде](#‹broken-fragment›no-such-place).\n",
        ru_words=RU_WORDS + "\n[Ниже](#‹broken-fragment›no-such-place).\n",
    ),
    "third-party-video: a link": both(
        ITEM, "last", "[Бейнебаян](‹third-party-video›https://youtu.be/abc)", "[Видео](‹third-party-video›https://youtu.be/abc)"
    ),
    "third-party-video: as a film": lambda draft: draft.put(
        f"{ITEM}/facts.yaml",
        draft.text(f"{ITEM}/facts.yaml") + "films:\n  story: {file: ‹third-party-video›https://youtu.be/abc}\n",
    ),
    "missing-storyboard, kk": without_scenes("kk"),
    "missing-storyboard, ru": without_scenes("ru"),
    "broken-storyboard, kk": scene(f"{BOARD}.kk.md", "Ортақ қазан", "seconds=12", "‹broken-storyboard›seconds=2"),
    "broken-storyboard, ru: a tone": scene(
        f"{BOARD}.ru.md", "В чём риск", "seconds=13", "seconds=13 ‹broken-storyboard›mood=sad"
    ),
    "hurried-scene, kk": scene(f"{BOARD}.kk.md", "Ортақ қазан", "seconds=12", "seconds=5", "‹hurried-scene›"),
    "storyboard-length, ru": twenty_seconds_each,
    "unknown-figure, kk": replaced(
        f"{ANSWER}.kk.md",
        "| Кезектен тыс жиналыс шақыру үшін оннан бірі | {extraordinary}",
        "| Кезектен тыс жиналыс шақыру үшін оннан бірі | ‹unknown-figure›{ordinary}",
    ),
    "stale-film, kk": all_of(
        replaced(f"{BOARD}.kk.md", "Ортақ қазан", "Ортақ қор"), reported("stale-film", f"{BOARD}.kk.md")
    ),
    "stale-film: a picture that both languages show": all_of(
        replaced("faq/who-decides/votes.svg", 'stroke-width="9"', 'stroke-width="8"'),
        reported("stale-film", f"{ANSWER}.kk.md"),
        reported("stale-film", f"{ANSWER}.ru.md"),
    ),
    "damaged-picture: of a storyboard": all_of(
        replaced("faq/who-decides/votes.svg", "</svg>", ""), reported("damaged-picture", "faq/who-decides/votes.svg")
    ),
    "undecodable-sound: text": all_of(
        replaced("faq/who-decides/facts.yaml", "{drawn: true}", "{drawn: true, sound: {kk: kk.m4a, ru: ru.m4a}}"),
        lambda draft: draft.put("faq/who-decides/kk.m4a", "Бұл дыбыс емес"),
        lambda draft: draft.put("faq/who-decides/ru.m4a", "Это не звук"),
        reported("undecodable-sound", "faq/who-decides/kk.m4a"),
        reported("undecodable-sound", "faq/who-decides/ru.m4a"),
    ),
    "unused-file: beside a film": all_of(
        with_video(),
        lambda draft: draft.put(f"{ITEM}/interview.en.vtt", "‹unused-file›" + vtt(RU_CUES)),
    ),
}  # fmt: skip

HARMLESS_FILMS: dict[str, Edit] = {"a film with words and captions": with_video()}
