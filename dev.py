#!/usr/bin/env python3
"""One script for whoever works on PEC Desktop; it needs nothing but Python 3.11.

    python3 dev.py run [ARG ...]     set up, then start the program in practice mode
    python3 dev.py test [ARG ...]    set up, then run every check and all tests
    python3 dev.py check             format, lint, types, import directions: seconds, not minutes
    python3 dev.py format            write the format and the safe lint fixes
    python3 dev.py words             collect the texts to translate, compile the translations
    python3 dev.py lock              resolve the dependencies anew into requirements.lock
    python3 dev.py build NAME        build for "linux", "windows" or "macos" and try the outcome

"Set up" makes .venv with the locked packages. On Debian and Ubuntu it also installs the system
libraries Qt needs when run as root, or in CI; otherwise it prints the command to run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

# What Qt's wheels expect from a bare Debian, for a screen and without one.
QT_PACKAGES = [
    *("libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1"),
    *("libxkbcommon-x11-0", "fonts-dejavu-core"),
]
# The tests talk to a real keychain, a real X server and make real signatures.
TEST_PACKAGES = ["dbus", "gnome-keyring", "openssl", "poppler-utils", "xvfb", "ca-certificates"]

# The builds pack, and try what they packed where nothing is installed (Windows: under Wine).
BUILD_PACKAGES = {
    "linux": ["binutils", "xz-utils", "debootstrap", "xvfb", "ca-certificates"],
    "windows": ["wine", "wine64", "nsis", "gcc-mingw-w64-x86-64", "xvfb", "ca-certificates"],
    "macos": [],
}


def main(arguments: list[str]) -> int:
    """Run one command of the table above and return its exit code."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    command = COMMANDS.get(name)
    if command is None:
        print(__doc__)
        return 0 if name in ("help", "-h", "--help") else 2
    return command(rest)


def run(rest: list[str]) -> int:
    """Start the program in practice mode, on a profile of its own inside the checkout."""
    set_up(QT_PACKAGES)
    profile = [] if "--profile-dir" in rest else ["--profile-dir", str(ROOT / "scratch/profile")]
    return call(PYTHON, "-m", "pec_desktop", "--practice", *profile, *rest)


def test(rest: list[str]) -> int:
    """Run every check, then the tests: first side by side, then those that must be alone."""
    set_up(QT_PACKAGES + TEST_PACKAGES)
    code = check([])
    if rest:
        return code or call(*PYTEST, *rest)
    code = call(*PYTEST, "-n", "2", "-m", "not alone") or code
    return call(*PYTEST, "-m", "alone") or code


def check(rest: list[str]) -> int:
    """Format, lint, types and the direction of imports."""
    set_up(QT_PACKAGES)
    steps = (
        (BIN / "ruff", "format", "--check", "."),
        (BIN / "ruff", "check", "."),
        (BIN / "mypy",),
        (*PYTEST, "-q", "tests/unit/test_architecture.py"),
    )
    return max(call(*step) for step in steps)


def format_code(rest: list[str]) -> int:
    """Write the format and the safe lint fixes."""
    set_up([])
    return call(BIN / "ruff", "check", "--fix", ".") | call(BIN / "ruff", "format", ".")


def words(rest: list[str]) -> int:
    """Collect source texts into resources/i18n/*.ts and compile each to a .qm beside it."""
    set_up([])
    folder = ROOT / "resources/i18n"
    sources = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("pec_desktop/ui/**/*.py"))
    code = 0
    for catalogue in sorted(folder.glob("*.ts")):
        # English is the source; its catalogue holds only what counts: "1 page", "2 pages".
        kind = ["-pluralonly"] if catalogue.stem.endswith("_en") else []
        options = ("-silent", "-no-obsolete", "-locations", "none", *kind)
        code |= call(BIN / "pyside6-lupdate", *options, *sources, "-ts", catalogue)
        code |= call(BIN / "pyside6-lrelease", "-silent", catalogue)
    return code


def lock(rest: list[str]) -> int:
    """Resolve pyproject.toml for all platforms into one file of hashes, without addresses."""
    set_up([])
    return call(
        *(BIN / "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"),
        *("--no-header", "--no-emit-index-url", "--extra", "dev", "--extra", "build"),
        *("--python-version", "3.11", "--output-file", LOCK, *rest, ROOT / "pyproject.toml"),
    )


def build(rest: list[str]) -> int:
    """Build the installers for one system and let what was built prove itself."""
    name, options = (rest[0], rest[1:]) if rest else ("", [])
    if name not in BUILD_PACKAGES:
        print(f"Build what? One of {', '.join(BUILD_PACKAGES)}.")
        return 2
    set_up(QT_PACKAGES + BUILD_PACKAGES[name])
    return call(PYTHON, "-m", f"build.{name}", *options)


def set_up(debian_packages: list[str]) -> None:
    """Bring the machine and .venv to what the lock file says; cheap when nothing changed."""
    install_debian_packages(debian_packages)
    stamp, wanted = VENV / "locked", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if not PYTHON.is_file():
        make_environment()
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    if call(*pip, "--require-hashes", "-r", LOCK):
        raise SystemExit("The packages could not be installed; see the messages above.")
    if call(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT):
        raise SystemExit("The checkout could not be installed into .venv.")
    stamp.write_text(wanted)


def make_environment() -> None:
    """Create .venv, also on a Debian whose Python came without its venv module."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    try:
        import ensurepip  # noqa: F401 - Debian packs it apart; without it venv fails half-way
    except ImportError:
        install_debian_packages([f"python{version}-venv"])
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SystemExit(f"Python {version} could not make a virtual environment here.")


def install_debian_packages(names: list[str]) -> None:
    """Install the packages that are missing, or print the command where that is not allowed."""
    if not names or not shutil.which("dpkg-query"):
        return
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    present = {line.split()[0] for line in listed.splitlines() if line.endswith(" installed")}
    missing = sorted(set(names) - present)
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    root = os.geteuid() == 0
    if not (root or os.environ.get("CI")):
        print("Some system packages are missing. Please run:\n  sudo " + " ".join(install))
        return
    sudo = [] if root else ["sudo"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ([*sudo, "apt-get", "update", "-qq"], [*sudo, *install, "-qq"]):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            raise SystemExit("This command failed: " + " ".join(command))


def call(*command: object) -> int:
    """Run one program in the checkout, show it, and return its exit code."""
    words = [str(word) for word in command]
    print("+", " ".join(words), flush=True)
    try:
        return subprocess.run(words, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


PYTEST = (PYTHON, "-m", "pytest")
COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "format": format_code,
    "words": words,
    "lock": lock,
    "build": build,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
