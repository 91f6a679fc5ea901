"""The built folder as what people install: a tarball, and a .deb for Debian and Ubuntu."""

from __future__ import annotations

import platform
import re
import shutil
from pathlib import Path

from build.steps import ROOT, run, size_of, version

HERE = Path(__file__).parent
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
"""The kernel's name of a machine → Debian's."""

DEPENDS = (
    # What every desktop has, and what `build.prune` therefore leaves to the system.
    *("libstdc++6", "zlib1g", "libglib2.0-0", "libdbus-1-3", "libexpat1", "libfontconfig1"),
    *("libfreetype6", "libegl1", "libgl1", "libuuid1"),
    *("fonts-dejavu-core | fonts-liberation | fonts-noto-core",),
)

CONTROL = """\
Package: pec-desktop
Version: {version}
Architecture: {machine}
Maintainer: PEC Desktop <pec-desktop@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager | keepassxc, ca-certificates
Section: mail
Priority: optional
Description: certified mailboxes (PEC) for an accountant's office
 Register, activate, renew and follow certified mailboxes over the vendor's
 public API, and never pay for anything twice.
"""


def tarball(folder: Path, target: Path) -> Path:
    """Pack the folder under a name of its own; it runs from wherever it is unpacked."""
    name = f"pec-desktop-{version()}"
    made = target / f"{name}-linux-{platform.machine()}.tar.xz"
    same = f"s,^{folder.name},{name},"
    owner = ("--owner=0", "--group=0", "--sort=name")
    run(
        *("tar", "--create", "--file", made, "--use-compress-program", "xz -T2 -6"),
        *(*owner, "--transform", same, "--directory", folder.parent, folder.name),
    )
    return made


def deb(folder: Path, tree: Path, target: Path, *, quick: bool) -> Path:
    """Make the package: the folder under /usr/lib, a command, a menu entry, icons.

    `quick` packs it less, for trying.
    """
    machine = MACHINES[platform.machine()]
    shutil.copytree(folder, tree / "usr/lib/pec-desktop", symlinks=True)
    command = tree / "usr/bin/pec-desktop"
    command.parent.mkdir(parents=True)
    command.symlink_to("../lib/pec-desktop/pec-desktop")
    place(HERE / "pec-desktop.desktop", tree / "usr/share/applications")
    place(ROOT / "LICENSE", tree / "usr/share/doc/pec-desktop", "copyright")
    icons = tree / "usr/share/icons/hicolor"
    place(ROOT / "resources/app.svg", icons / "scalable/apps", "pec-desktop.svg")
    for picture in ROOT.glob("resources/app-*.png"):
        size = picture.stem.removeprefix("app-")
        place(picture, icons / f"{size}x{size}/apps", "pec-desktop.png")
    control = CONTROL.format(
        version=version(),
        machine=machine,
        kilobytes=size_of(tree) // 1024,
        depends=", ".join((f"libc6 (>= {glibc(folder)})", *DEPENDS)),
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, encoding="utf-8")
    made = target / f"pec-desktop_{version()}_{machine}.deb"
    run("chmod", "-R", "u=rwX,go=rX", tree)
    packing = ("-Zgzip", "-z1") if quick else ("-Zxz", "-z6")
    run("dpkg-deb", "--build", "--root-owner-group", *packing, tree, made)
    return made


def glibc(folder: Path) -> str:
    """Return the oldest C library that everything in the folder can do with."""
    wanted = {
        int(found[1])
        for path in folder.rglob("*")
        if path.is_file()
        for found in re.finditer(rb"GLIBC_2\.(\d+)\0", path.read_bytes())
    }
    return f"2.{max(wanted)}"


def place(source: Path, folder: Path, name: str = "") -> None:
    """Copy one file into a folder of the package."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))
