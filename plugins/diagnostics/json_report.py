"""Problems as JSON, for editors and tools."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from plugins.diagnostics.localized import localized_all
from plugins.diagnostics.problem import Problem


def as_json(problems: Iterable[Problem], language: str) -> str:
    """Return `{"problems": [{rule, severity, path, line, column, what, why, fix, url}]}`."""
    reported = [asdict(entry) for entry in localized_all(problems, language)]
    return json.dumps({"problems": reported}, ensure_ascii=False, indent=2)
