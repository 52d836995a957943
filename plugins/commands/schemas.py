"""`inv schemas`: writes the JSON Schemas and the settings of the editor."""

from pathlib import Path

from plugins.diagnostics.terminal import say
from plugins.model.schema_export import write_schemas


def run_schemas(root: Path) -> int:
    """Write the JSON Schemas and the editor's settings; return 0."""

    say(f"wrote {len(write_schemas(root))} files into schemas/ and .vscode/")
    return 0
