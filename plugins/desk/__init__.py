"""The editor's desk: the items of `content/` as forms in the browser, below `/desk/` of `inv serve`."""
