"""`papers.yaml` beside the papers: read and written."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from plugins.cache.atomic import write_whole
from plugins.diagnostics import ContentError, Problem
from plugins.model import yaml_source
from plugins.model.papers import PAPERS_FILE, PaperRecord, PaperRecords
from plugins.model.schema_problems import validate

TOOL_VERSION = 3
"""Version of the way data is found and hidden: raise it when it gets better, so that old papers can be gone over again."""

_HEAD = "# Written by `inv redact` and `inv check-documents`.\n"


def read_records(bundle: Path, project: Path) -> dict[str, PaperRecord]:
    """Return the records of a bundle, none where it has none.

    Raises ContentError for a file of another form, with places in files as they lie below `project`.
    """
    path = bundle / PAPERS_FILE
    if not path.is_file():
        return {}
    shown = path.relative_to(project).as_posix()
    try:
        source, problems = yaml_source.parse(path.read_text(encoding="utf-8-sig"), shown)
    except UnicodeDecodeError as error:
        raise ContentError([Problem(shown, 1, 1, "not-utf-8")]) from error
    records, wrong = validate(PaperRecords, source) if source else (None, [])
    if not isinstance(records, PaperRecords):
        raise ContentError([*problems, *wrong])
    return dict(records.root)


def write_records(bundle: Path, records: Mapping[str, PaperRecord]) -> None:
    """Write the records of a bundle; a reader sees all of them or the old ones."""
    plain = PaperRecords(dict(sorted(records.items()))).model_dump(mode="json", exclude_none=True)
    text = yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    write_whole(bundle / PAPERS_FILE, (_HEAD + text).encode(), durable=True)


class _Dumper(yaml.SafeDumper):
    """Writes a box on one line."""


def _list(dumper: yaml.SafeDumper, values: list[object]) -> yaml.Node:
    is_flat = not any(isinstance(value, list) for value in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=is_flat)


_Dumper.add_representer(list, _list)
