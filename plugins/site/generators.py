"""Pelican generators: one renders the site of a language, one the neutral site around them."""

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.site.render_site import SiteRenderer


class LanguageSiteGenerator(Generator):
    """Renders every page, the feed and the error page of one language."""

    def generate_output(self, _: Writer) -> None:
        """Put the site of the language Pelican is at into the tree."""
        renderer: SiteRenderer = self.settings["SITE_RENDERER"]
        self.settings["RENDERED"].append(renderer.render_language(self.settings["DEFAULT_LANG"]))


class NeutralSiteGenerator(Generator):
    """Renders the choice of language, and what exists once: media, theme files, sitemap."""

    def generate_output(self, _: Writer) -> None:
        """Put the neutral site into the tree."""
        renderer: SiteRenderer = self.settings["SITE_RENDERER"]
        self.settings["RENDERED"].append(renderer.render_neutral())
