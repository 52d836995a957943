"""Files in cloud drives, and forms kept by one."""

from pathlib import Path

import pytest

from plugins.checks.rules import cloud_drive_link
from tests.plugins.checks.marked_body import found_and_marked

CASES = {
    "first, middle and last": "[а](‹›https://disk.yandex.kz/d/a) ә\n\n- ‹›drive.google.com/file/d/1\n- бір\n\nә ‹›yadi.sk/i/a",
    "a form": "[а](‹›https://docs.google.com/forms/d/e/a/viewform)",
    "by reference": "[а][1]\n\n[1]: ‹›https://disk.yandex.kz/d/a",
    "the search of the same owner": "[а](https://www.google.com/)",
    "a file beside the text": "[а](https://example.kz/a.pdf)",
    "a picture, which another rule reports": "![а](https://drive.google.com/a.jpg)",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_cloud_drive_is_reported(content: Path, language: str, body: str) -> None:
    found, marked = found_and_marked(cloud_drive_link.check, content, language, body)
    assert found == marked
