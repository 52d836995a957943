"""The Pelican edge: typed content becomes pages, one complete site per language."""


def register() -> None:
    """Connect to Pelican, as its plugins do; it is imported only where it runs."""
    from plugins.site.signals import register as connect  # noqa: PLC0415

    connect()
