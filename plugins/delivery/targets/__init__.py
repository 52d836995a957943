"""Targets of a release: a server over ssh, an object store, a folder or an archive."""

from plugins.delivery.targets.configuration import Target, read_target

__all__ = ["Target", "read_target"]
