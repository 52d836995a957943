"""Mistakes that editors make, and good edits of which nothing may be reported, as edits of the real content.

Each `<subject>.yaml` declares kinds of faults; `good.yaml` declares right edits. `declared.py` reads them, `slots.py` puts a
text into a page, `losses.py` takes a part of one language away.
"""
