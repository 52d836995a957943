"""What a page shows, computed: an item and the site become values that templates only lay out."""
