"""The theme read once for every use: its files named by content, its tokens, its fonts."""
