"""The order of the steps: content is read and checked, rendered, and takes the old site's place."""
