"""The pipeline of Halyk Quaty: content flows one way, from what editors write to what visitors read."""
