"""The pipeline: content flows one way, from what editors write to what visitors read."""
