"""Announcements of new versions for tests, signed with a key that lives as long as the run."""

from __future__ import annotations

import base64
import json

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from local_server import LocalHandler, LocalServer

from pec_desktop.services.updates import Source

SIGNER = Ed25519PrivateKey.generate()
KEY = base64.b64encode(SIGNER.public_key().public_bytes_raw()).decode()
PAGE = "https://example.org/pec-desktop"


def announcement(version: str, signer: Ed25519PrivateKey = SIGNER, **other: str) -> bytes:
    """The version file that announces `version`."""
    facts = {"product": "pec-desktop", "version": version, "released": "2026-12-01", "page": PAGE}
    release = json.dumps({**facts, **other})
    signature = base64.b64encode(signer.sign(release.encode())).decode()
    return json.dumps({"release": release, "signature": signature}).encode()


class Announcer(LocalServer):
    """Answers with `data` and remembers the headers of every request."""

    def __init__(self, data: bytes = b"", status: int = 200, location: str = "") -> None:
        super().__init__(_Handler)
        self.data = data
        self.status = status
        self.location = location
        self.asked: list[dict[str, str]] = []

    @property
    def source(self) -> Source:
        """Where a build would ask."""
        return Source(f"{self.url}/version.json", KEY)


class _Handler(LocalHandler):
    def do_GET(self) -> None:  # noqa: N802
        owner = self.owner
        assert isinstance(owner, Announcer)
        owner.asked.append(dict(self.headers))
        self.send_response(owner.status)
        self.send_header("Content-Length", str(len(owner.data)))
        if owner.location:
            self.send_header("Location", owner.location)
        self.end_headers()
        self.wfile.write(owner.data)
