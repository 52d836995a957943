"""Photographed documents: finds personal data, hides it for good, and reads the result again.

The build needs none of it, and none of the libraries that read.
"""
