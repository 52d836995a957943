"""One module a command: each calls the pipeline, reports to the editor, and returns an exit code."""
