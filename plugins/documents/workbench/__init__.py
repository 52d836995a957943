"""A local page on which an editor confirms, adds and removes the places to hide."""

from plugins.documents.workbench.server import confirm_in_browser

__all__ = ["confirm_in_browser"]
