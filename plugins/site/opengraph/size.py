"""The size of an Open Graph image: every page names it, few builds make one."""

WIDTH, HEIGHT = 1200, 630
"""In pixels: what readers of Open Graph show uncropped."""
