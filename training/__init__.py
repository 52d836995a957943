"""Scripts that make the tables which the plugins read; none runs in a build."""
