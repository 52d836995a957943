"""What the preview adds to the pages it serves: the problems of the last build, and a refresh when it is done.

Nothing of it is in `output/`: `serving.py` puts it in while it serves.
"""
