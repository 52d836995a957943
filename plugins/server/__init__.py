"""The development server: the built site on this machine, with the problems of the last build on its pages.

Nothing of it is written into `output/`: the bar of problems and the reload are added while a page is served.
"""
