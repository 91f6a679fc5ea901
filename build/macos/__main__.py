"""Build for macOS and try the outcome: ``python3 dev.py build macos``. On macOS only.

The environment decides what is done about trust, so that the same script runs for a developer and
for a release:

- ``PEC_DESKTOP_MAC_IDENTITY``: the "Developer ID Application: …" in the keychain; without it the
  program gets macOS' ad-hoc signature, which runs on the computer that made it.
- ``PEC_DESKTOP_NOTARY_PROFILE``: a profile made by ``xcrun notarytool store-credentials``; with it
  the disk image is sent to Apple and the answer stapled to it.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from build.macos.bundle import IDENTITY
from build.steps import DIST, NAME, SCRATCH, Table, freeze, run, self_test, version

OURS = SCRATCH / "macos"
PROFILE = "PEC_DESKTOP_NOTARY_PROFILE"


def main() -> int:
    """Build, try, pack, and have it notarised where that is configured."""
    if platform.system() != "Darwin":
        print("Only macOS can build for macOS.")
        return 2
    shutil.rmtree(OURS, ignore_errors=True)
    DIST.mkdir(exist_ok=True)
    table = Table(f"PEC Desktop {version()}")
    app = freeze([sys.executable], OURS).with_suffix(".app")
    table.note(app.name, app)
    self_test(app / "Contents/MacOS/pec-desktop", "-platform", "offscreen")
    table.note("self-test, no screen")
    self_test(app / "Contents/MacOS/pec-desktop")
    table.note("self-test")
    image = DIST / f"PEC-Desktop-{version()}-{platform.machine()}.dmg"
    stage = OURS / "image"
    stage.mkdir()
    shutil.copytree(app, stage / app.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    for command in commands(app, stage, image, os.environ):
        run(*command)
    table.note(image.name, image)
    table.close(DIST / "macos.txt")
    return 0


def commands(
    app: Path, stage: Path, image: Path, environment: Mapping[str, str]
) -> Iterator[tuple[object, ...]]:
    """Yield what is run, in order: check the seal, pack, sign the image, have it notarised."""
    yield ("codesign", "--verify", "--deep", "--strict", app)
    yield (
        *("hdiutil", "create", "-volname", NAME, "-srcfolder", stage, "-format", "ULFO"),
        *("-ov", image),
    )
    identity, profile = environment.get(IDENTITY), environment.get(PROFILE)
    if identity:
        yield ("codesign", "--sign", identity, "--timestamp", image)
    if identity and profile:
        yield (
            *("xcrun", "notarytool", "submit", image, "--keychain-profile", profile),
            *("--wait", "--timeout", "30m"),
        )
        yield ("xcrun", "stapler", "staple", image)
        yield (
            *("spctl", "--assess", "--type", "open"),
            *("--context", "context:primary-signature", image),
        )


if __name__ == "__main__":
    sys.exit(main())
