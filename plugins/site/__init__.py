"""The Pelican edge: typed content becomes pages, one complete site per language."""

from plugins.site.signals import register

__all__ = ["register"]
