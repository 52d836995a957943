"""After the pages: a finished site takes the place of the old one at once, or not at all."""
