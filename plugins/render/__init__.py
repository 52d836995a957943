"""Renders the pages whose key is new, and takes over the others."""
