"""What a release is made of beside the installers: ``python -m build.release WHAT FOLDER``.

``sbom``      the list of components (CycloneDX 1.6) as ``FOLDER/pec-desktop-…-sbom.json``
``checksums`` ``FOLDER/SHA256SUMS`` of everything in the folder
``announce``  ``FOLDER/version.json``, signed, which programs read whose person has asked for it

The environment names where versions are announced (``PEC_DESKTOP_UPDATE_ADDRESS``), the public key
(``PEC_DESKTOP_UPDATE_KEY``, base64), the page people are shown (``PEC_DESKTOP_UPDATE_PAGE``), and,
for ``announce`` alone, the private key (``PEC_DESKTOP_UPDATE_SECRET``, base64).
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from build.components import Component, components, direct, runtime
from build.steps import version

ADDRESS, KEY = "PEC_DESKTOP_UPDATE_ADDRESS", "PEC_DESKTOP_UPDATE_KEY"
PAGE, SECRET = "PEC_DESKTOP_UPDATE_PAGE", "PEC_DESKTOP_UPDATE_SECRET"
PRODUCT = "pec-desktop"


def source(environment: Mapping[str, str]) -> str:
    """Return what the built program knows of announcements: nothing unless it is a release."""
    facts = {"address": environment.get(ADDRESS, ""), "key": environment.get(KEY, "")}
    return json.dumps(facts)


def sbom() -> dict[str, object]:
    """Return the list of components, without anything that differs from build to build."""
    parts, below = components(), runtime()
    product = f"pkg:pypi/{PRODUCT}@{version()}"
    known = {part.name: part.purl for part in (*parts, *below)}
    needs = {product: [*direct(), *(part.name for part in below)]}
    needs |= {part.purl: list(part.needs) for part in (*parts, *below)}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, product + str(known))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": product,
                "name": PRODUCT,
                "version": version(),
                "purl": product,
                "licenses": [{"expression": "MIT"}],
            }
        },
        "components": [_component(part) for part in (*parts, *below)],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(known[name] for name in names if name in known)}
            for ref, names in sorted(needs.items())
        ],
    }


def _component(part: Component) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "licenses": [{"license": {"name": part.licence}}],
    }


def checksums(folder: Path) -> str:
    """Return the SHA-256 of every file of a folder, as `sha256sum --check` reads it."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files
    )


SUMS = "SHA256SUMS"


def announcement(environment: Mapping[str, str], number: str, day: str) -> str:
    """Return the signed file that says that version `number` came out on `day` (ISO 8601)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signer = Ed25519PrivateKey.from_private_bytes(base64.b64decode(environment[SECRET]))
    if base64.b64encode(signer.public_key().public_bytes_raw()).decode() != environment[KEY]:
        raise SystemExit(f"{SECRET} does not belong to {KEY}: no program would believe it.")
    release = json.dumps(
        {"product": PRODUCT, "version": number, "released": day, "page": environment[PAGE]}
    )
    signature = base64.b64encode(signer.sign(release.encode())).decode()
    return json.dumps({"release": release, "signature": signature}) + "\n"


def main(arguments: list[str]) -> int:
    """Write one of the three."""
    what, folder = arguments[0], Path(arguments[1])
    if what == "sbom":
        text = json.dumps(sbom(), indent=2, ensure_ascii=False) + "\n"
        (folder / f"{PRODUCT}-{version()}-sbom.json").write_text(text, encoding="utf-8")
    elif what == "checksums":
        (folder / SUMS).write_text(checksums(folder), encoding="utf-8")
    elif what == "announce":
        today = datetime.now(UTC).date().isoformat()
        (folder / "version.json").write_text(announcement(os.environ, version(), today))
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
