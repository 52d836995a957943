"""Computes what a page shows: an item and the site become values that templates only lay out."""
