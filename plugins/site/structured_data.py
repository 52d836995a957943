"""The schema.org data of a page, for search engines and assistants: a JSON-LD block, never executed.

Only what the page itself shows is stated, and of the cooperative only what it has confirmed.
"""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from plugins.markdown.text import plain
from plugins.model.cooperative import Cooperative, Office, Stated
from plugins.model.sections.education import LessonFacts, LessonText
from plugins.model.sections.news import NewsFacts
from plugins.views.pages import LanguageSite, Page, PageVideo
from plugins.views.short_answers import short_answer

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the data of every page of one language refer to."""

    site: LanguageSite
    cooperative: Cooperative
    site_url: str
    logo: str
    """Address of the mark from the root of the site."""

    def url(self, path: str) -> str:
        """Return the full address of a path from the root of the site."""
        return f"{self.site_url}{path}"

    @property
    def organization(self) -> str:
        """The id of the cooperative, the same in both languages."""
        return f"{self.site_url}/#organization"


def structured_data(page: Page, around: Surroundings, picture: str) -> Markup:
    """Return the JSON of the page's block; `picture` is the address of its picture from the root of the site.

    It may be put between script tags: no `<`, `>` or `&` is left in it.
    """
    nodes = [*_subject(page, around, picture), *(video_data(video, page, around) for video in page.videos)]
    if page.path:
        nodes.append(_breadcrumbs(page, around))
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - escaped above, for a script element and not for text


def video_data(video: PageVideo, page: Page, around: Surroundings) -> Node:
    """Return the data of a video of a page, to be beside those of the page itself.

    The day it was published is stated where the page has one; another would be invented.
    """
    largest = video.made.versions[-1]
    data = {
        "@type": "VideoObject",
        "name": video.text.title,
        "description": video.text.summary,
        "thumbnailUrl": around.url(video.made.poster_url),
        "contentUrl": around.url(largest.url),
        "duration": f"PT{round(video.made.seconds)}S",
        "videoFrameSize": f"{largest.width}x{largest.height}",
        "inLanguage": video.language,
        "isFamilyFriendly": True,
    }
    return data | ({"uploadDate": page.facts.date.isoformat()} if isinstance(page.facts, NewsFacts) else {})


def _subject(page: Page, around: Surroundings, picture: str) -> list[Node]:
    if page.path == "":
        return [_organization(around), _web_site(page, around)]
    if isinstance(page.facts, NewsFacts):
        return [_news_article(page, page.facts, around, picture)]
    if page.path.startswith("faq/"):
        return [_questions(page, around)]
    if page.path == "education/":
        return [_course(page, around)]
    if isinstance(page.facts, LessonFacts):
        return [_lesson(page, page.facts, around)]
    return []


def _organization(around: Surroundings) -> Node:
    cooperative, language = around.cooperative, around.site.language
    offices = _confirmed(cooperative.offices) or ()
    registered_name, founded = _confirmed(cooperative.registered_name), _confirmed(cooperative.founded_on)
    stated = {
        "legalName": getattr(registered_name, language) if registered_name else None,
        "taxID": _confirmed(cooperative.bin),
        "foundingDate": founded.isoformat() if founded else None,
        "telephone": list(_confirmed(cooperative.phones) or ()),
        "email": _confirmed(cooperative.email),
        "address": [_address(office, language) for office in offices],
    }
    return {
        "@type": "Organization",
        "@id": around.organization,
        "name": getattr(cooperative.name, language),
        "url": f"{around.site_url}/",
        "logo": around.url(around.logo),
    } | {name: value for name, value in stated.items() if value}


def _confirmed(fact: Stated[Any]) -> Any:
    return None if fact.to_confirm else fact.value


def _address(office: Office, language: str) -> Node:
    address = {"@type": "PostalAddress", "addressLocality": getattr(office.town, language), "addressCountry": "KZ"}
    return address | ({"streetAddress": getattr(office.address, language)} if office.address else {})


def _web_site(page: Page, around: Surroundings) -> Node:
    return {
        "@type": "WebSite",
        "name": page.text.title,
        "url": around.url(page.url),
        "inLanguage": page.language,
        "publisher": {"@id": around.organization},
    }


def _news_article(page: Page, facts: NewsFacts, around: Surroundings, picture: str) -> Node:
    return {
        "@type": "NewsArticle",
        "headline": page.text.title,
        "description": page.text.summary,
        "datePublished": facts.date.isoformat(),
        "image": around.url(picture),
        "mainEntityOfPage": around.url(page.url),
        "inLanguage": page.language,
        "publisher": {"@id": around.organization},
    }


def _questions(page: Page, around: Surroundings) -> Node:
    """Return the questions a page answers, each with its short answer: all of a list, or its own."""
    pages = around.site.items["faq"] if page.path == "faq/" else (page,)
    return {
        "@type": "FAQPage",
        "name": page.text.title,
        "url": around.url(page.url),
        "inLanguage": page.language,
        "mainEntity": [
            {
                "@type": "Question",
                "name": one.text.title,
                "url": around.url(one.url),
                "acceptedAnswer": {"@type": "Answer", "text": plain(short_answer(one.body))},
            }
            for one in pages
        ],
    }


def _course(page: Page, around: Surroundings) -> Node:
    return {
        "@type": "Course",
        "@id": around.url(page.url),
        "name": page.text.title,
        "description": page.text.summary,
        "inLanguage": page.language,
        "isAccessibleForFree": True,
        "provider": {"@id": around.organization},
        "syllabusSections": [
            {"@type": "Syllabus", "name": lesson.text.title, "url": around.url(lesson.url)}
            for lesson in around.site.items["education"]
        ],
    }


def _lesson(page: Page, facts: LessonFacts, around: Surroundings) -> Node:
    assert isinstance(page.text, LessonText)
    return {
        "@type": "LearningResource",
        "name": page.text.title,
        "description": page.text.summary,
        "inLanguage": page.language,
        "timeRequired": f"PT{facts.minutes}M",
        "teaches": list(page.text.outcomes),
        "isPartOf": {"@id": around.url(around.site.indexes["education"].url)},
    }


def _breadcrumbs(page: Page, around: Surroundings) -> Node:
    trail = (*page.breadcrumbs, page.link)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": link.title, "item": {"@id": around.url(link.url)}}
            for place, link in enumerate(trail, start=1)
        ],
    }
