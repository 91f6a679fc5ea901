"""The builds' own parts: icons, property lists, what is left out, lists, announcements."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import plistlib
import re
import subprocess
import tarfile
from configparser import ConfigParser
from contextlib import nullcontext
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from build import components, icons, prune, release, windows_resource
from build.linux import package
from build.macos import bundle
from build.macos.__main__ import PROFILE, commands
from build.steps import ROOT, version
from build.windows import installer, wine
from pec_desktop import __version__
from pec_desktop.services import updates


def test_icons_for_windows_and_macos_are_whole(tmp_path: Path) -> None:
    for name, data in (("a.ico", icons.ico), ("a.icns", icons.icns)):
        path = tmp_path / name
        path.write_bytes(data(ROOT / "resources"))
        with Image.open(path) as image:
            assert {size[0] for size in image.info["sizes"]} >= {16, 32, 64, 128, 256}, name
            image.load()


def test_builds_read_the_version_that_the_program_has() -> None:
    assert version() == __version__


def test_windows_versions_have_four_numbers() -> None:
    assert windows_resource.numbers("1.2.3") == (1, 2, 3, 0)
    assert windows_resource.numbers("1.2") == (1, 2, 0, 0)


# macOS


def test_the_property_list_can_be_written_and_says_what_macos_asks_for() -> None:
    info = plistlib.loads(plistlib.dumps(bundle.info("1.2.3")))
    assert info["CFBundleShortVersionString"] == "1.2.3"
    assert info["NSRequiresAquaSystemAppearance"] is False
    declared = {one["UTTypeIdentifier"] for one in info["UTImportedTypeDeclarations"]}
    for kind in info["CFBundleDocumentTypes"]:
        assert kind["LSHandlerRank"] == "Alternate"
        (named,) = kind["LSItemContentTypes"]
        assert named == "com.adobe.pdf" or named in declared


def test_one_entitlement_and_no_more() -> None:
    granted = plistlib.loads((ROOT / "build/macos/entitlements.plist").read_bytes())
    assert granted == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.parametrize(
    ("environment", "tools"),
    [
        ({}, ["codesign", "hdiutil"]),
        ({bundle.IDENTITY: "me"}, ["codesign", "hdiutil", "codesign"]),
        ({PROFILE: "p"}, ["codesign", "hdiutil"]),
        (
            {bundle.IDENTITY: "me", PROFILE: "p"},
            ["codesign", "hdiutil", "codesign", "xcrun", "xcrun", "spctl"],
        ),
    ],
)
def test_the_environment_decides_about_signing(
    environment: dict[str, str], tools: list[str]
) -> None:
    planned = commands(Path("a.app"), Path("stage"), Path("a.dmg"), environment)
    assert [command[0] for command in planned] == tools


# What goes in


def entry(name: str, kind: str = "BINARY") -> prune.Entry:
    return (name, f"/somewhere/{name}", kind)


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        (r"PySide6\plugins\platforms\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        (r"PySide6\plugins\tls\qopensslbackend.dll", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_it.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("stdnum/oui.dat", False),
        ("stdnum/eu/a.dat", False),
        ("libglib-2.0.so.0", False),
        ("libssl.so.3", True),
        ("resources/icons/save.svg", True),
    ],
)
def test_what_is_left_out(name: str, needed: bool) -> None:
    assert bool(prune.files([entry(name)])) is needed


def test_links_to_what_is_left_out_go_too() -> None:
    kept = [entry("PySide6/Qt/lib/libQt6Core.so.6")]
    links = [entry("libQt6Core.so.6", "SYMLINK"), entry("libQt6Network.so.6", "SYMLINK")]
    assert prune.data(links, kept) == links[:1]


def test_all_resources_go_in_but_the_sources_of_the_words() -> None:
    there = {Path(path).name for path, _folder in prune.resources(ROOT / "resources")}
    assert {"pec_desktop_it.qm", "app.svg", "refresh.svg", "pec_desktop.qss"} <= there
    assert not any(name.endswith(".ts") for name in there)


# What goes beside it


def test_the_list_of_components_is_whole() -> None:
    listed = release.sbom()
    assert listed["specVersion"] == "1.6"
    parts = listed["components"]
    assert isinstance(parts, list)
    names = {one["name"] for one in parts}
    assert set(components.direct()) <= names
    assert {"shiboken6", "urllib3", "pywin32-ctypes"} <= names
    assert {"python", "pyinstaller-bootloader"} <= names
    assert not names & {"pytest", "mypy", "pyinstaller"}
    references = {one["bom-ref"] for one in parts}
    graph = listed["dependencies"]
    assert isinstance(graph, list)
    assert {ref for one in graph for ref in one["dependsOn"]} == references
    assert release.sbom() == listed


def test_every_component_has_a_licence() -> None:
    for one in (*components.components(), *components.runtime()):
        assert one.licence, one.name


def test_licences_from_elsewhere_are_those_that_the_packages_name() -> None:
    """Those that are for this system are there to be asked, and no other is in the table."""
    there = {one.name: one.licence for one in components.components()}
    assert set(components.ELSEWHERE) <= set(there)
    for name, licence in components.ELSEWHERE.items():
        assert there[name] == licence


def test_everybody_gets_the_licences_of_what_is_inside() -> None:
    text = components.licences()
    for one in (*components.components(), *components.runtime()):
        assert f"{one.name} {one.version}\n" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_checksums_are_what_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "one.exe").write_bytes(b"one")
    (tmp_path / "two.deb").write_bytes(b"two")
    assert release.main(["checksums", str(tmp_path)]) == 0
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 0
    (tmp_path / "two.deb").write_bytes(b"other")
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode != 0


def test_the_program_believes_what_the_release_announces() -> None:
    signer = Ed25519PrivateKey.generate()
    key = base64.b64encode(signer.public_key().public_bytes_raw()).decode()
    environment = {
        release.ADDRESS: "https://example.org/version.json",
        release.KEY: key,
        release.PAGE: "https://example.org/releases/latest",
        release.SECRET: base64.b64encode(signer.private_bytes_raw()).decode(),
    }
    file = release.announcement(environment, "9.0", "2026-12-01")
    found = updates.verified(file.encode(), key)
    assert (found.version, found.page) == ("9.0", environment[release.PAGE])
    assert json.loads(release.source(environment)) == {
        "address": environment[release.ADDRESS],
        "key": key,
    }
    with pytest.raises(SystemExit):
        release.announcement({**environment, release.KEY: "another"}, "9.0", "2026-12-01")


def test_a_build_that_is_no_release_has_nobody_to_ask() -> None:
    assert json.loads(release.source({})) == {"address": "", "key": ""}


def test_the_menu_entry_names_what_the_package_installs() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(package.HERE / "pec-desktop.desktop", encoding="utf-8")
    facts = entry["Desktop Entry"]
    assert facts["Exec"] == "pec-desktop %F"
    assert facts["Icon"] == facts["StartupWMClass"] == "pec-desktop"


def test_the_same_kinds_of_files_are_opened_on_every_system() -> None:
    facts = plistlib.loads(plistlib.dumps(bundle.info("1.2.3")))
    endings = {
        ending
        for kind in facts["CFBundleDocumentTypes"]
        for ending in kind["CFBundleTypeExtensions"]
    }
    assert endings == {"pdf", "p7m"}
    entry = (package.HERE / "pec-desktop.desktop").read_text(encoding="utf-8")
    (signed,) = facts["UTImportedTypeDeclarations"]
    types = {"application/pdf", *signed["UTTypeTagSpecification"]["public.mime-type"]}
    found = re.search(r"^MimeType=(.+;)$", entry, re.MULTILINE)
    assert found is not None
    assert {one for one in found[1].split(";") if one} == types
    script = (installer.HERE / "installer.nsi").read_text(encoding="utf-8")
    assert set(re.findall(r'"\$\{OPENS\}\\SupportedTypes" "\.(\w+)"', script)) == endings


def test_what_the_installer_registers_the_uninstaller_removes() -> None:
    script = (installer.HERE / "installer.nsi").read_text(encoding="utf-8")
    written = set(re.findall(r'WriteReg\w+ HKCU "\$\{(\w+)\}', script))
    removed = set(re.findall(r'DeleteRegKey HKCU "\$\{(\w+)\}"', script))
    assert written == removed == {"KEY", "OPENS"}


@pytest.mark.parametrize("right", [True, False])
def test_no_source_is_run_that_is_not_the_right_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, right: bool
) -> None:
    """pip runs a package's build to learn what it needs; here that leaves a trace."""
    trace, source = tmp_path / "trace", tmp_path / "guest-1.0.tar.gz"
    build = f"""
import setuptools
open({str(trace)!r}, "w").close()
setuptools.setup(name="guest", version="1.0")
"""
    with tarfile.open(source, "w:gz") as archive:
        member = tarfile.TarInfo("guest-1.0/setup.py")
        member.size = len(build)
        archive.addfile(member, io.BytesIO(build.encode()))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    digest = hashlib.sha256(source.read_bytes()).hexdigest() if right else "0" * 64
    (tmp_path / "got").mkdir()
    with nullcontext() if right else pytest.raises(SystemExit):
        wine.download("guest", "1.0", digest, tmp_path / "got")
    assert trace.exists() is right
