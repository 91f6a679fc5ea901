"""The vendor over HTTP; no Qt."""
