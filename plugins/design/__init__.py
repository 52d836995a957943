"""Reads the theme: its files named by content, its tokens, its fonts."""
