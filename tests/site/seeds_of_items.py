"""Faults of files, keys, values, references: what makes a bundle, and what one bundle says of another."""

import re
from datetime import timedelta

from plugins.media.opening import MOST_BYTES
from tests.plugins.media.files import exif, noise, photo, png, saved, scene, svg
from tests.site.seeding import (
    Draft,
    Edit,
    all_of,
    begun,
    body,
    changed,
    marked,
    out_of_step,
    paragraph,
    replaced,
    value,
)
from tests.small_site import content_day

NEWS, FAQ, CASE, HONOR = (
    "news/round-table-2023",
    "faq/how-to-join",
    "testimonials/sample-car-semey",
    "honor-board/sample-doctor",
)
ANSWER, CHARITY, LESSON, HISTORY = (
    "lawyer/who-covers-losses",
    "charity/elders",
    "education/reading-a-contract",
    "history/origins",
)
CONSENT = "consent: {{what: фильм мен сурет, where: сайт, until: {}}}\n"
MENU = "/auyl-amanaty/"
HONORED = ("sample-accountant", "sample-doctor", "sample-driver", "sample-teacher")


def reported(rule: str, file: str, line: int = 1) -> Edit:
    """Return the expectation of a fault that no text of a file bears."""
    return lambda draft: draft.expect(rule, file, line)


def removed(file: str) -> Edit:
    return lambda draft: draft.remove(file)


def added(file: str, raw: bytes) -> Edit:
    return lambda draft: draft.put_raw(file, raw)


def moved(folder: str, to: str) -> Edit:
    return lambda draft: draft.move(folder, to)


def in_another_encoding(file: str) -> Edit:
    return lambda draft: draft.put_raw(file, draft.text(file).encode("cp1251", "replace"))


def last_line(file: str, line: str) -> Edit:
    return lambda draft: draft.put(file, draft.text(file).rstrip("\n") + f"\n{line}\n")


def cites(file: str, reference: str) -> Edit:
    """Return the edit that adds a law to the beginning of an item's list of laws."""
    return replaced(file, "laws:\n", f"laws:\n  - {reference}\n")


def cites_last(file: str, reference: str) -> Edit:
    """Return the edit that adds a law to the end of an item's list of laws, before `next`."""
    return replaced(file, "\nnext:", f"\n  - {reference}\nnext:")


def without_front_matter(draft: Draft) -> None:
    file = f"{HISTORY}/index.ru.md"
    draft.put(file, draft.text(file).removeprefix("---\n"))
    draft.expect("missing-front-matter", file)


def without_second_fence(draft: Draft) -> None:
    file = f"{HISTORY}/index.kk.md"
    before, _, after = draft.text(file).removeprefix("---\n").partition("---\n")
    draft.put(file, f"---\n{before}\n‹unclosed-front-matter›{after.lstrip()}")


def without_laws(draft: Draft) -> None:
    file = f"{ANSWER}/facts.yaml"
    text, count = re.subn(r"^laws:\n(?:  .*\n)+", "", draft.text(file), flags=re.MULTILINE)
    assert count == 1
    draft.put(file, text)


def without_sources(file: str) -> Edit:
    def edit(draft: Draft) -> None:
        text, count = re.subn(r"^sources:\n(?:  .*\n)+", "", draft.text(file), flags=re.MULTILINE)
        assert count == 1
        draft.put(file, text)

    return edit


def portrait(rule: str, name: str, raw: bytes) -> Edit:
    """Return the edit that gives somebody another portrait, whose file is at fault."""
    return all_of(
        replaced(f"{HONOR}/facts.yaml", "portrait.svg", name), removed(f"{HONOR}/portrait.svg"),
        added(f"{HONOR}/{name}", raw), reported(rule, f"{HONOR}/{name}"),
    )  # fmt: skip


PICTURES: dict[str, Edit] = {
    "damaged-picture": all_of(
        added(f"{HONOR}/portrait.svg", b"<svg"), reported("damaged-picture", f"{HONOR}/portrait.svg")
    ),
    "unsupported-picture": portrait("unsupported-picture", "portrait.gif", noise(300, 400, "GIF")),
    "mistyped-picture": portrait("mistyped-picture", "portrait.jpg", noise(300, 400, "PNG")),
    "original-too-large": portrait("original-too-large", "portrait.jpg", b"\xff\xd8" + b"\0" * MOST_BYTES),
    "too-many-dots": portrait("too-many-dots", "portrait.png", png(60_000, 60_000)),
    "animated-picture": portrait(
        "animated-picture", "portrait.webp",
        saved(scene(300, 400), "WEBP", save_all=True, append_images=[scene(300, 400).rotate(180)]),
    ),
    "unusual-colours": portrait("unusual-colours", "portrait.jpg", saved(scene(300, 400).convert("CMYK"), "JPEG")),
    "too-small-picture": portrait("too-small-picture", "portrait.png", noise(231, 300, "PNG")),
    "picture-metadata": portrait("picture-metadata", "portrait.jpg", photo(300, 400, exif=exif(place=True))),
    "unredacted-document": all_of(
        removed(f"{CASE}/papers.yaml"), marked(f"{CASE}/facts.yaml", "unredacted-document", "paper.jpg"),
    ),
    "personal-data-in-picture": all_of(
        replaced(f"{CASE}/papers.yaml", "found: []", "found: [iin]"),
        marked(f"{CASE}/facts.yaml", "personal-data-in-picture", "paper.jpg"),
    ),
    "unsafe-svg": all_of(
        added(f"{HONOR}/portrait.svg", svg('viewBox="0 0 9 9"', "<script/>")), reported("unsafe-svg", f"{HONOR}/portrait.svg")
    ),
}  # fmt: skip

FILES: dict[str, Edit] = {
    "misnamed-file, kk": all_of(
        lambda draft: draft.put_raw(f"{NEWS}/index.kz.md", draft.text(f"{NEWS}/index.kk.md").encode()),
        removed(f"{NEWS}/index.kk.md"), reported("misnamed-file", f"{NEWS}/index.kz.md"),
    ),
    "office-file, beside the text": all_of(added(f"{FAQ}/ustav.pdf", b"%PDF"), reported("office-file", f"{FAQ}/ustav.pdf")),
    "office-file, in no item": all_of(added("plan.docx", b"PK"), reported("office-file", "plan.docx")),
    "file-name-as-alt, ru": value(f"{HONOR}/index.ru.md", "portrait_alt", "‹file-name-as-alt›скриншот"),
    "misplaced-item: a family's story under the lawyer": lambda draft: (
        draft.move("testimonials/sample-home-ridder", "lawyer/sample-home-ridder"),
        draft.expect("misplaced-item", "lawyer/sample-home-ridder/facts.yaml"),
    ),
    "empty-section": all_of(
        lambda draft: [draft.move(f"honor-board/{name}", f".{name}") for name in HONORED],
        changed("honor-board/index.kk.md", "^title: ", "title: ‹empty-section›"),
        changed("honor-board/index.ru.md", "^title: ", "title: ‹empty-section›"),
    ),
    "missing-translation, kk": all_of(
        removed(f"{NEWS}/index.kk.md"), reported("missing-translation", f"{NEWS}/index.kk.md")
    ),
    "missing-translation, ru, the words above a list": all_of(
        removed("loans/index.ru.md"), reported("missing-translation", "loans/index.ru.md")
    ),
    "missing-facts": all_of(removed(f"{CHARITY}/facts.yaml"), reported("missing-facts", f"{CHARITY}/facts.yaml")),
    "missing-front-matter, ru": without_front_matter,
    "unclosed-front-matter, kk": without_second_fence,
    "empty-body, kk": body(f"{LESSON}/index.kk.md", "‹empty-body›\n\n"),
    "not-utf-8, ru": all_of(in_another_encoding(f"{FAQ}/index.ru.md"), reported("not-utf-8", f"{FAQ}/index.ru.md", 2)),
    "unknown-section": all_of(
        added("gallery/photo.jpg", b"x"), reported("unknown-section", "gallery"),
    ),
    "missing-section": all_of(
        moved("charity", ".charity"), reported("missing-section", "charity"), marked("site.yaml", "broken-link", "/charity/"),
    ),
    "unusable-slug": all_of(added("news/Жиын/note.txt", b"x"), reported("unusable-slug", "news/Жиын")),
    "duplicate-slug": all_of(added("pages/news/note.txt", b"x"), reported("duplicate-slug", "pages/news")),
    "missing-next-step: an answer with one page to read next": replaced(
        f"{FAQ}/facts.yaml", "next: [/faq/who-may-join/, /queue/, /faq/papers-to-bring/]", "‹missing-next-step›next: [/queue/]"
    ),
    "unusable-file: its name does not show": all_of(
        added(f"{NEWS}/a\tb.md", b"x"), reported("unusable-file", f"{NEWS}/a\N{REPLACEMENT CHARACTER}b.md")
    ),
    "too-large-file, ru": all_of(
        added(f"{NEWS}/index.ru.md", b"x" * 300_000), reported("too-large-file", f"{NEWS}/index.ru.md")
    ),
    "too-long-paragraph, ru": paragraph(f"{NEWS}/index.ru.md", "last", "‹too-long-paragraph›" + "Собрание прошло в марте. " * 1_300),
    "unusable-file-name: a picture of the text": all_of(
        added(f"{NEWS}/photo 1.svg", svg("<circle r='9'/>")), reported("unusable-file-name", f"{NEWS}/photo 1.svg"),
        reported("unused-file", f"{NEWS}/photo 1.svg"),
    ),
    "unused-file, news": all_of(added(f"{NEWS}/photo.jpg", b"x"), reported("unused-file", f"{NEWS}/photo.jpg")),
    "unused-file, a paper with Kazakh letters": all_of(
        added(f"{CASE}/шарт-ұүһі.txt", b"%PDF"), reported("unused-file", f"{CASE}/шарт-ұүһі.txt")
    ),
    "missing-file: a portrait, whose file is then of no use": all_of(
        replaced(f"{HONOR}/facts.yaml", "portrait.svg", "‹missing-file›portrait.png"),
        reported("unused-file", f"{HONOR}/portrait.svg"),
    ),
}  # fmt: skip

KEYS: dict[str, Edit] = {
    "too-deep-nesting, ru, last": paragraph(f"{FAQ}/index.ru.md", "last", "- " * 11 + "‹too-deep-nesting›а"),
    "unfilled-placeholder, kk and ru, front matter and text": all_of(
        value(f"{NEWS}/index.kk.md", "title", "‹unfilled-placeholder›ТОЛТЫРЫҢЫЗ"),
        paragraph(f"{NEWS}/index.ru.md", "last", "‹unfilled-placeholder›ЗАПОЛНИТЕ: что решили."),
    ),
    "unfilled-placeholder, facts, in place of a date": value(f"{NEWS}/facts.yaml", "date", "‹unfilled-placeholder›ЗАПОЛНИТЕ"),
    "broken-yaml, kk, title": value(f"{NEWS}/index.kk.md", "title", "Жиын‹broken-yaml›: дөңгелек үстел"),
    "broken-yaml, ru, last line": value(f"{CHARITY}/index.ru.md", "how", "‹broken-yaml›@кооператив"),
    "yaml-alias, ru, summary": value(f"{CHARITY}/index.ru.md", "summary", "‹yaml-alias›*title"),
    "duplicate-key, facts": replaced(f"{LESSON}/facts.yaml", "minutes: 6\n", "minutes: 6\n‹duplicate-key›minutes: 7\n"),
    "duplicate-key, ru, front matter": replaced(
        f"{NEWS}/index.ru.md", "\nsummary:", "\n‹duplicate-key›title: Ещё один круглый стол\nsummary:"
    ),
    "unknown-key, facts, first": replaced(f"{NEWS}/facts.yaml", "date: ", "‹unknown-key›dat: "),
    "unknown-key, kk, front matter": replaced(f"{CHARITY}/index.kk.md", "\nwho: ", "\n‹unknown-key›wo: "),
    "unknown-key, deep inside": replaced(f"{NEWS}/facts.yaml", "    url: ", "    ‹unknown-key›link: "),
    "missing-key, facts": all_of(
        begun(f"{LESSON}/facts.yaml", "‹missing-key›"), replaced(f"{LESSON}/facts.yaml", "minutes: 6\n", "")
    ),
    "missing-key, ru: a year without words": all_of(
        replaced(f"{HISTORY}/facts.yaml", "timeline:\n", "timeline:\n  rochdale: {year: 1844}\n"),
        marked(f"{HISTORY}/index.kk.md", "missing-key", "timeline:\n"),
        marked(f"{HISTORY}/index.ru.md", "missing-key", "timeline:\n"),
    ),
    "wrong-value: a date": value(f"{NEWS}/facts.yaml", "date", "‹wrong-value›05.04.2023"),
    "wrong-value: a number in words": value(f"{LESSON}/facts.yaml", "minutes", "‹wrong-value›алты"),
    "wrong-value: a topic": value(f"{FAQ}/facts.yaml", "topic", "‹wrong-value›кіру"),
    "wrong-value: a rate": replaced(
        "loans/halyk-7-20-25/facts.yaml", "nominal: {rate: 0.07}", "nominal: {rate: ‹wrong-value›7%}"
    ),
    "wrong-value, ru: an empty reason": value(f"{HONOR}/index.ru.md", "reason", '‹wrong-value›""'),
}  # fmt: skip

REFERENCES: dict[str, Edit] = {
    "stale-translation, ru: Kazakh was changed": out_of_step(NEWS, "kk", "ru"),
    "stale-translation, kk, of a list: Russian was changed": out_of_step("faq", "ru", "kk"),
    "stale-translation, both were changed": all_of(out_of_step(LESSON, "kk", "ru"), out_of_step(LESSON, "ru", "kk")),
    "undeclared-translation": all_of(
        changed("in-step.yaml", rf"^{CASE}: .*\n", ""),
        changed(f"{CASE}/index.kk.md", "^title: ", "title: ‹undeclared-translation›"),
    ),
    "unknown-law": cites(f"{FAQ}/facts.yaml", "{act: ‹unknown-law›197-I}"),
    "unknown-article, last": cites_last("faq/how-to-leave/facts.yaml", '{act: 197-II, articles: ["1", "40", ‹unknown-article›"41"]}'),
    "unknown-article of a code": cites(
        "lawyer/share-on-leaving/facts.yaml", '{act: civil-code, articles: [‹unknown-article›"109"]}'
    ),
    "repealed-law-relied-on, last": cites_last(f"{FAQ}/facts.yaml", "{act: ‹repealed-law-relied-on›450-I}"),
    "repealed-law-relied-on, by a law's page": replaced(
        "laws/rural-consumer-cooperation-450-i/facts.yaml",
        "  - act: 450-I\n    role: history\n", "  - act: ‹repealed-law-relied-on›450-I\n    role: relied-on\n",
    ),
    "answer-without-law: a lawyer's answer": all_of(
        begun(f"{ANSWER}/facts.yaml", "‹answer-without-law›"), without_laws,
    ),
    "law-check-expired, first": replaced(
        "acts.yaml", "checked: 2026-11-22\n  checked_in: copy\n  page: consumer-cooperatives-197-ii",
        "checked: ‹law-check-expired›2025-11-21\n  checked_in: copy\n  page: consumer-cooperatives-197-ii",
    ),
    "broken-link: a button of the home page, kk": replaced(
        "pages/home/index.kk.md", "link: /faq/how-to-join/", "link: ‹broken-link›/faq/how-to-jion/"
    ),
    "broken-link: the page of an act": replaced(
        "acts.yaml", "page: agricultural-cooperatives-372-v", "page: ‹broken-link›agricultural-372-v"
    ),
    "twice-in-menu": replaced("site.yaml", "/charity/]", "/charity/, ‹twice-in-menu›/news/]"),
    "not-in-menu": all_of(replaced("site.yaml", f", {MENU}", ""), marked("site.yaml", "not-in-menu", "menu:\n")),
    "missing-consent: a testimonial without consent or sample mark": all_of(
        begun(f"{CASE}/facts.yaml", "‹missing-consent›"), replaced(f"{CASE}/facts.yaml", "sample: true\n", "")
    ),
    "missing-consent: the honor board": all_of(
        begun(f"{HONOR}/facts.yaml", "‹missing-consent›"), replaced(f"{HONOR}/facts.yaml", "sample: true\n", "")
    ),
    "expired-consent": replaced(
        f"{CASE}/facts.yaml", "sample: true\n", CONSENT.format(f"‹expired-consent›{content_day() - timedelta(days=1)}")
    ),
    "withdrawn-consent": replaced(
        f"{HONOR}/facts.yaml", "sample: true\n", CONSENT.format("2030-01-01, withdrawn: ‹withdrawn-consent›true")
    ),
}  # fmt: skip

LOANS: dict[str, Edit] = {
    "expired-figure": all_of(
        value("loans/otbasy-intermediate-market-2025/facts.yaml", "published", "2023-05-11"),
        marked("loans/otbasy-intermediate-market-2025/facts.yaml", "expired-figure", "sources:\n"),
    ),
    "effective-rate-disagrees, the lower end": replaced(
        "loans/otbasy-nauryz-general/facts.yaml", "effective: {from: 0.094}",
        "effective: {from: ‹effective-rate-disagrees›0.09}",
    ),
    "ceiling-exceeded": replaced(
        "loans/otbasy-nauryz-general/facts.yaml", "effective: {from: 0.094}",
        "effective: {from: 0.094, to: ‹ceiling-exceeded›0.26}",
    ),
    "cooperative-row-without-approval: it is not invented": all_of(
        replaced("loans/halyk-quaty-sample/facts.yaml", "own:\n", "‹cooperative-row-without-approval›own:\n"),
        replaced("loans/halyk-quaty-sample/facts.yaml", "sample: true\n", "laws: [{act: 197-II}]\n"),
    ),
    "cooperative-row-without-approval: disguised as a lender": replaced(
        "loans/bcc-used-car/facts.yaml",
        'lender:\n  kk: "Банк ЦентрКредит"\n', '‹cooperative-row-without-approval›lender:\n  kk: "Халық қуаты"\n',
    ),
    "unsourced-figure: the facts and the texts of a loan": all_of(
        without_sources("loans/bcc-used-car/facts.yaml"),
        replaced("loans/bcc-used-car/facts.yaml", "nominal: {from: 0.2500,", "nominal: {from: ‹unsourced-figure›0.2500,"),
        paragraph("loans/bcc-used-car/index.kk.md", "first", "Комиссия ‹unsourced-figure›1,5 млн теңгеге жетеді."),
        paragraph("loans/bcc-used-car/index.ru.md", "first", "Комиссия доходит до ‹unsourced-figure›1,5 млн тенге."),
    ),
}  # fmt: skip

ITEMS: dict[str, Edit] = FILES | PICTURES | KEYS | REFERENCES | LOANS

HARMLESS: dict[str, Edit] = {
    "nothing changed": lambda draft: None,
    "a sentence more, kk": paragraph(f"{NEWS}/index.kk.md", "last", "Жиын туралы кейінгі хабар осында болады."),
    "a claim that is quoted": paragraph(f"{LESSON}/index.ru.md", "last", "Слово «гарантируем» — знак опасности."),
    "a claim that is allowed beside the text": paragraph(
        f"{LESSON}/index.ru.md", "last", "<!-- allow forbidden-claim: слова из объявления -->\nОбещаем доход без риска."
    ),
    "a claim that others made": paragraph(f"{LESSON}/index.ru.md", "last", "Обещали доход без риска."),
    "a title that is allowed to be long": all_of(
        replaced(f"{NEWS}/index.kk.md", "title:", "# allow too-long-title: құжаттың толық аты\ntitle:"),
        value(
            f"{NEWS}/index.kk.md",
            "title",
            "Ауыл халқының тұтыну кооперативтерін дамыту мәселелеріне арналған дөңгелек үстел отырысының қарары",
        ),
    ),
    "a consent that lasts": replaced(f"{CASE}/facts.yaml", "sample: true\n", CONSENT.format(content_day())),
}
