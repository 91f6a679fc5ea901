"""Papers: what a file is, whether it will do, and making it so; no Qt, no network."""
