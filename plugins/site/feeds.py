"""The Atom feed of the news, one per language."""

from collections.abc import Iterator
from datetime import UTC, datetime

from feedgenerator import Atom1Feed, get_tag_uri

from plugins.language import feed_date
from plugins.markdown.tags import attributes_as_html, tags
from plugins.model.sections.news import NewsFacts
from plugins.views.pages import LanguageSite

FEED_PATH = "feeds/news.atom.xml"
MOST_ITEMS = 20
"""Of the feed."""

_ADDRESSES = {"href", "src", "srcset"}


class _NewsFeed(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """Return the day of the newest item; the clock of the machine has no say, even in an empty feed."""
        return max((item["pubdate"] for item in self.items), default=datetime.fromtimestamp(0, UTC))


def news_feed(site: LanguageSite, site_url: str) -> str:
    """Return the feed of the newest news."""
    index = site.indexes["news"]
    feed = _NewsFeed(
        title=f"{site.home.text.title} — {index.text.title}",
        link=site_url + index.url,
        description=index.text.summary,
        author_name=site.home.text.title,
        language=site.language,
        feed_url=f"{site_url}/{site.language}/{FEED_PATH}",
    )
    for page in site.items["news"][:MOST_ITEMS]:
        assert isinstance(page.facts, NewsFacts)
        moment = feed_date(page.facts.date)
        feed.add_item(
            title=page.text.title,
            link=site_url + page.url,
            description=page.text.summary,
            content=with_whole_addresses(page.body, site_url),
            pubdate=moment,
            updateddate=moment,
            unique_id=get_tag_uri(site_url + page.url, moment),
        )
    return str(feed.writeString("utf-8"))


def with_whole_addresses(html: str, site_url: str) -> str:
    """Return HTML with every address of the site written out: a reader of feeds shows it on another site."""
    return "".join(_with_whole_addresses(html, site_url))


def _with_whole_addresses(html: str, site_url: str) -> Iterator[str]:
    place = 0
    for tag in tags(html):
        yield html[place : tag.start]
        place = tag.end
        if any(name in _ADDRESSES for name, _ in tag.attributes):
            attributes = ((name, _whole(name, value, site_url)) for name, value in tag.attributes)
            yield f"<{tag.name} {attributes_as_html(attributes)}>"
        else:
            yield html[tag.start : tag.end]
    yield html[place:]


def _whole(name: str, value: str | None, site_url: str) -> str | None:
    if name not in _ADDRESSES or value is None:
        return value
    addresses = value.split(", ") if name == "srcset" else [value]
    return ", ".join(f"{site_url}{address}" if address.startswith("/") else address for address in addresses)
