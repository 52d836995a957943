"""Pages by key: only what changed is rendered; what stayed is taken over."""
