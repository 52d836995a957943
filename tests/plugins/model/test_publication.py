"""What a published site leaves out, and that nothing else is touched."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from plugins.model import SiteContent, load_content
from plugins.model.cooperative import Cooperative
from plugins.model.identity import missing_identity
from plugins.model.publication import drawable, publishable, without_empty_sections
from tests.identity import confirm_identity
from tests.plugins.model.edits import Edit, all_of, replaced, written
from tests.small_site import TODAY, index_text

CONSENT = "consent: {what: Сурет, where: Сейф, until: 2030-01-01}"
SIGNED = replaced("site.yaml", "approvals: {}", "approvals: {lawyer_answers: {by: Заңгер, on: 2026-11-20, text: v1}}")
APPROVED = replaced("site.yaml", "approvals: {}", "approvals: {loan_reference: {by: Заңгер, on: 2026-11-20, text: v1}}")
ALWAYS = {
    "pages": ["about", "home"], "news": ["meeting"], "history": ["origins"], "laws": ["in-force", "repealed"],
    "lawyer": [], "faq": ["how-to-join"], "testimonials": [], "honor-board": [], "education": ["contract"],
    "charity": [], "loans": [],
}  # fmt: skip


def slugs(content: SiteContent) -> dict[str, list[str]]:
    return {section: [item.slug for item in items] for section, items in content.items.items()}


CASES: dict[str, tuple[Edit, dict[str, list[str]]]] = {
    "as written": (lambda content: None, {}),
    "loan terms with a lawyer's approval": (APPROVED, {"loans": ["mortgage"]}),
    "approved loan terms that wait for confirmation": (
        all_of(APPROVED, replaced("loans/mortgage/facts.yaml", "order: 1", "order: 1\nto_confirm: true")), {},
    ),
    "answers with a lawyer's signature": (SIGNED, {"lawyer": ["who-admits"]}),
    "loan terms of more than two years ago": (
        all_of(APPROVED, replaced("loans/mortgage/facts.yaml", "2025-11-28", "2024-11-29")), {},
    ),
    "loan terms of two years ago": (
        all_of(APPROVED, replaced("loans/mortgage/facts.yaml", "2025-11-28", "2024-12-01")), {"loans": ["mortgage"]},
    ),
    "a person whose consent has ended": (
        replaced("honor-board/sample/facts.yaml", "sample: true", CONSENT.replace("2030-01-01", "2026-11-29")), {},
    ),
    "a person on the last day of the consent": (
        replaced("honor-board/sample/facts.yaml", "sample: true", CONSENT.replace("2030-01-01", "2026-11-30")),
        {"honor-board": ["sample"]},
    ),
    "a person with consent": (
        replaced("honor-board/sample/facts.yaml", "sample: true", CONSENT), {"honor-board": ["sample"]},
    ),
    "a sample with consent": (
        replaced("honor-board/sample/facts.yaml", "sample: true", f"sample: true\n{CONSENT}"), {},
    ),
    "a testimonial with consent": (
        replaced("testimonials/sample/facts.yaml", "sample: true", CONSENT), {"testimonials": ["sample"]},
    ),
    "a confirmed programme": (
        replaced("charity/elders/facts.yaml", "to_confirm: true", "to_confirm: false"), {"charity": ["elders"]},
    ),
    "news that wait for confirmation": (
        replaced("news/meeting/facts.yaml", "date:", "to_confirm: true\ndate:"), {"news": []},
    ),
    "an invented question": (
        replaced("faq/how-to-join/facts.yaml", "order: 1", "order: 1\nsample: true"), {"faq": []},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "others"), CASES.values(), ids=CASES)
def test_samples_and_what_waits_for_a_paper_are_left_out(
    content: Path, edit: Edit, others: dict[str, list[str]]
) -> None:
    edit(content)
    assert slugs(publishable(load_content(content), TODAY)) == ALWAYS | others


def test_an_address_is_withheld_with_its_item_and_a_list_stays(content: Path) -> None:
    loaded = load_content(content)
    published = publishable(loaded, TODAY)
    assert loaded.paths - published.paths == {
        "/testimonials/sample/", "/honor-board/sample/", "/charity/elders/", "/loans/mortgage/", "/lawyer/who-admits/",
    }  # fmt: skip
    assert published.intros == loaded.intros


def test_only_some_of_several_items_are_left_out_and_the_rest_keep_their_order(content: Path) -> None:
    for slug, day, own in (("a", "2026-01-01", ""), ("b", "2026-01-02", "sample: true\n"), ("c", "2026-01-03", "")):
        written(f"news/{slug}/facts.yaml", f"date: {day}\n{own}")(content)
        for language in ("kk", "ru"):
            written(f"news/{slug}/index.{language}.md", index_text("Ә", "Ё", body="Ұ"))(content)
    assert slugs(publishable(load_content(content), TODAY))["news"] == ["c", "a", "meeting"]


def test_unconfirmed_facts_of_the_cooperative_lose_their_value_and_confirmed_ones_keep_it(content: Path) -> None:
    replaced("site.yaml", "email: {to_confirm: true}", "email: {value: a@example.kz, to_confirm: true}")(content)
    replaced("site.yaml", "phones: {to_confirm: true}", "phones: {value: [+7 700 000 00 00]}")(content)
    loaded = load_content(content)
    published = publishable(loaded, TODAY).cooperative
    assert (loaded.cooperative.email.value, published.email.value) == ("a@example.kz", None)
    assert not published.email.to_confirm
    assert published.phones.value == ("+7 700 000 00 00",)
    assert published.founded_on.value == date(2018, 5, 10)
    assert published.founded_on.source is not None
    assert published.name == loaded.cooperative.name


OWN = "own: {{price_kzt: 9, entry_fee_kzt: 1, share_before: 0.5, waiting_months: 1, repayment_months: 2{}}}\n"
OWN_APPROVED = OWN.format(", approval: {by: Заңгер, on: 2026-11-20, text: v1}")


@pytest.mark.parametrize(
    ("row", "in_draft", "in_public"),
    [
        (f"sample: true\n{OWN.format('')}", False, False),
        (f"sample: true\n{OWN_APPROVED}", True, False),
        (OWN_APPROVED, True, True),
        (OWN.format(""), True, True),
    ],
    ids=["invented", "invented and approved", "approved", "not approved: a rule stops the build"],
)
def test_an_invented_row_of_the_cooperative_is_drawn_only_with_an_approval(
    content: Path, row: str, in_draft: bool, in_public: bool
) -> None:
    APPROVED(content)
    written("loans/mortgage/facts.yaml", f"order: 1\nlender: {{kk: Ә, ru: Ё}}\npurpose: home\n{row}")(content)
    loaded = load_content(content)
    for shown, expected in ((drawable(loaded), in_draft), (publishable(loaded, TODAY), in_public)):
        assert slugs(shown)["loans"] == ["mortgage"] * expected
        assert ("/loans/mortgage/" in shown.paths) is expected


def test_the_content_itself_is_left_as_it_was(content: Path) -> None:
    loaded = load_content(content)
    publishable(loaded, TODAY)
    assert slugs(loaded)["loans"] == ["mortgage"]
    assert loaded.cooperative.email.to_confirm


def test_a_section_without_an_item_is_left_out(content: Path) -> None:
    loaded = load_content(content)
    shown = without_empty_sections(publishable(loaded, TODAY))
    assert loaded.intros.keys() - shown.intros.keys() == {"testimonials", "honor-board", "charity", "loans", "lawyer"}
    assert {"/charity/", "/charity/elders/"} <= loaded.paths - shown.paths


IDENTITY_EDITS: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "all is confirmed": ("", "", []),
    "no number": ("bin", "{}", [("bin", "value")]),
    "a number that waits": ("bin", "{value: '1', to_confirm: true}", [("bin", "confirmation")]),
    "a number without a source": ("bin", "{value: '1', as_of: 2026-01-01}", [("bin", "source")]),
    "a source without a day": ("bin", "{value: '1', source: {kk: Ә, ru: Ё}}", [("bin", "day")]),
    "an office without hours": (
        "offices", "{value: [{town: {kk: Ә, ru: Ё}}], source: {kk: Ә, ru: Ё}, as_of: 2026-01-01}", [("offices", "hours")],
    ),
    "no telephone but an address": ("phones", "{}", []),
    "no person": ("responsible", "{}", [("responsible", "value")]),
}  # fmt: skip


@pytest.mark.parametrize(("key", "value", "missing"), IDENTITY_EDITS.values(), ids=IDENTITY_EDITS)
def test_what_is_missing_of_the_identity_is_reported(
    content: Path, key: str, value: str, missing: list[tuple[str, str]]
) -> None:
    confirm_identity(content)
    site = yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8"))
    site["email"] = {"value": "a@example.kz"} | {name: site["bin"][name] for name in ("source", "as_of")}
    if key:
        site[key] = yaml.safe_load(value)
    cooperative = Cooperative.model_validate(site)
    assert [(fact.name, fact.lack) for fact in missing_identity(cooperative, TODAY)] == missing


def test_a_person_whose_consent_has_ended_no_longer_answers_for_the_site(content: Path) -> None:
    confirm_identity(content)
    cooperative = load_content(content).cooperative
    assert [fact.lack for fact in missing_identity(cooperative, date(2036, 1, 1))] == []
    assert [fact.lack for fact in missing_identity(cooperative, date(2036, 1, 2))] == ["consent"]
