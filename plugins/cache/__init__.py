"""What was computed before is found again by the hash of what it was computed from."""
