"""The tests hold on other days too: a short form of the suite, run with the clock of every process moved."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.small_site import ROOT

pytestmark = pytest.mark.long

DAYS = ("2027-12-01", "2029-06-01")
SHORT_FORM = (
    "tests/site/test_build.py",
    "tests/test_commands.py",
    "tests/plugins/status",
    "tests/site/test_publication.py",
)


@pytest.mark.parametrize("day", DAYS)
def test_the_suite_does_not_depend_on_the_day(day: str) -> None:
    faketime = shutil.which("faketime")
    assert faketime, "apt-get install faketime"
    ended = subprocess.run(
        [faketime, f"{day} 12:00:00", sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *SHORT_FORM],
        cwd=ROOT, env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout[-3000:]
