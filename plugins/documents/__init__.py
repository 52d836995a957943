"""Photographed papers: what belongs to a person is found, hidden for good, and looked for again.

The build needs none of it, and none of the libraries that read.
"""
