"""One rule a module, named by its id; `plugins/checks/registry.py` lists them."""
