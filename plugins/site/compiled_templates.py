"""Templates compiled once for all sites of a build, and for all builds of a preview.

Pelican makes an environment for the neutral site and one for each language, and each would compile every template anew.
The compiled code is shared; what it calls (catalogs, filters) stays that of the environment that runs it. Jinja works
out filters of constants while it compiles, which would write the words of one language into the code of both; filters of
a language therefore go through `late`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BytecodeCache, pass_context
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Code of templates by name and file, kept in memory; a changed source is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept of its template; Jinja compares the checksum of the source."""
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()

    def __deepcopy__(self, _: object) -> "CompiledTemplates":
        return self  # Pelican copies its settings for each site; this is to be shared


COMPILED = CompiledTemplates()
"""One for all builds of a process: the settings are read anew for each."""


def late(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the filters as ones that are called when a page is drawn, and never while a template is compiled."""
    return {name: _late(own) for name, own in filters.items()}


def _late(own: Callable[..., Any]) -> Callable[..., Any]:
    return pass_context(lambda _, *values, **named: own(*values, **named))
