"""PEC Desktop: certified mailboxes from the desktop."""

__version__ = "0.1.0"
