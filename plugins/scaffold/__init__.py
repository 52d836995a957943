"""A new bundle for an editor: every key of its section with a hint in the editor's language."""
