"""A page on this machine only, where an editor confirms, adds and removes the places to hide."""

from plugins.documents.workbench.server import confirm_in_browser

__all__ = ["confirm_in_browser"]
