"""Rules over the whole content: each is one function that yields problems."""
