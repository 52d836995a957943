"""The consents of the people a site shows, for `expired-consent` and `withdrawn-consent`."""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.model.consent import Consent
from plugins.model.items import FACTS_FILE
from plugins.model.sections.people import PersonFacts
from plugins.model.yaml_source import YamlSource


def consents(site: CheckedSite) -> Iterator[tuple[Consent, YamlSource]]:
    """Yield every consent with the file it is in."""
    for item in site.content.all_items():
        if isinstance(item.facts, PersonFacts) and item.facts.consent is not None:
            yield item.facts.consent, site.content.sources[f"{item.folder}/{FACTS_FILE}"]
