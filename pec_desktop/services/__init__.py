"""Use cases: plain blocking functions over api, store, credentials and documents; no Qt."""
