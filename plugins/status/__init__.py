"""The editor's table: what there is in each language, what will soon end, what publishing leaves out."""
