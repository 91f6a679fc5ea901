"""The archive's versions, one frozen module each, listed by hand: a frozen program cannot scan."""

from __future__ import annotations

from pec_desktop.store.migrations import (
    v001_initial,
    v002_communications,
    v003_evidence,
    v004_batches,
    v005_outside,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    v001_initial.STEPS,
    v002_communications.STEPS,
    v003_evidence.STEPS,
    v004_batches.STEPS,
    v005_outside.STEPS,
)
"""Statements that lead from version n to n + 1, in order; its length is the current version."""
