"""The error of a command that cannot do what it was asked, with the reason in every language."""

from plugins.diagnostics.catalog import load_catalog


class RefusedError(ValueError):
    """Nothing was done; `label` names the words of the catalogs that say why, `values` fill them."""

    def __init__(self, label: str, **values: str) -> None:
        super().__init__(label)
        self.label, self.values = label, values

    def message(self, language: str) -> str:
        """Return the words in `kk`, `ru` or `en`."""
        return load_catalog(language).label(self.label, **self.values)

    def __str__(self) -> str:
        return self.message("en")
