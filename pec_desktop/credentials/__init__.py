"""Secrets: the system's keychain, or memory for this run; never a file."""
