"""The day on which a command works: that of the clock, or the one `BUILD_DATE` names."""

import os
from collections.abc import Mapping
from datetime import date

from plugins.diagnostics.refusal import RefusedError


def today(environment: Mapping[str, str] = os.environ) -> date:
    """Return the day that decides which consents last, what lies ahead and which figures are old.

    `BUILD_DATE=2026-11-30` names another day than today. Raises RefusedError where it names none.
    """
    written = environment.get("BUILD_DATE", "")
    try:
        return date.fromisoformat(written) if written else date.today()
    except ValueError as error:
        raise RefusedError("no_such_day", day=written) from error
