"""One page of every type, and the ways in which a visitor may look at it."""

PAGE_TYPES = (
    "", "why-us/", "presentation/", "sharia/", "queue/", "auyl-amanaty/", "pyramid-check/", "about/", "contacts/",
    "privacy/", "easy-read/", "affordability/", "offer-sheet/",
    "news/", "news/page/2/", "news/2025/", "news/round-table-2023/", "history/", "history/abroad/", "laws/",
    "laws/rural-consumer-cooperation-450-i/", "lawyer/", "lawyer/is-income-shared/", "faq/", "faq/how-to-join/",
    "testimonials/", "testimonials/sample-car-semey/", "honor-board/", "honor-board/sample-teacher/", "education/",
    "education/effective-rate/", "charity/", "charity/elders/", "loans/", "loans/halyk-7-20-25/", "search/", "404.html",
)  # fmt: skip
"""Paths below a language; the samples among them are not in a published site."""

COMPONENT_SHEET = "components/"
"""No page of the site: it shows every component in its states, and is looked at as every page is."""

PHONE, NARROWEST, WIDE = 360, 320, 1280
"""Widths in CSS pixels: the phone of Öskemen, the narrowest we promise, a desk."""
