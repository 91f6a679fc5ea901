"""The office archive: one SQLite file and the papers beside it; no Qt."""
