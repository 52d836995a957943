"""Replaces the old site by the finished one, whole or not at all, and sends releases to servers."""
