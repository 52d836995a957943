"""Benchmarks, run by hand: figures to compare, not tests."""
