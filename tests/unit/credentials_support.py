"""A real Secret Service for the tests, and one way to run the vault against it.

Run as a script (`python credentials_support.py SITUATION`) it does what a test asks of a vault in
its own process, on its own bus, and prints what happened as JSON: see `SITUATIONS`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PASSWORD = "test"
SECRET = "5f3a9c0d1e2b4a6f8c7d9e01"

MISSING = [tool for tool in ("dbus-run-session", "gnome-keyring-daemon") if not shutil.which(tool)]
"""What a real Secret Service needs and this machine lacks."""

UNLOCK = f"echo -n {PASSWORD} | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
WRONG = "echo -n wrong | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null"
NO_BUS = "unset DBUS_SESSION_BUS_ADDRESS"

BARE_BUS = """
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*"/> <allow receive_sender="*"/> <allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts no service by itself, as the ordinary one does with gnome-keyring."""


def in_session(home: Path, situation: str, before: str = "true", *, bare: bool = False) -> Any:
    """Run a situation on a bus of its own in the home `home`; `before` runs there first."""
    bus = ["dbus-run-session"]
    if bare:
        (home / "bus.conf").write_text(BARE_BUS)
        bus.append(f"--config-file={home / 'bus.conf'}")
    for folder in (home, home / ".cache", home / "run"):
        folder.mkdir(mode=0o700, exist_ok=True)
    keep = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = keep | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run")}
    python = f'"{sys.executable}" "{__file__}" {situation}'
    result = subprocess.run(
        [*bus, "--", "sh", "-c", f"{before}; exec {python}"],
        env=environment | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def key_of(function: Callable[[], object]) -> str:
    """Call it and give the key of its `CredentialError`, or that there was none."""
    from pec_desktop.errors import CredentialError

    try:
        function()
    except CredentialError as error:
        told = f"{error!r} {error.__cause__!r}"
        return f"{error.key}, and it told the secret" if SECRET in told else error.key
    return "no error"


def life() -> dict[str, Any]:
    """Do everything a vault can, step by step."""
    from pec_desktop.credentials.vault import LONGEST, open_vault
    from pec_desktop.log import redact

    vault = open_vault()
    told: dict[str, Any] = {"kind": type(vault).__name__, "persistent": vault.persistent}
    absent = vault.get("a1", "token")
    vault.delete("a1", "token")
    vault.set("a1", "token", "first")
    vault.set("a1", "token", SECRET)
    vault.set("a1", "api_key", "chiave però è così €")
    vault.set("a2", "token", "another account's")
    vault.set("a1", "refresh_token", "x" * LONGEST)
    read = [vault.get("a1", name) for name in ("token", "api_key", "refresh_token")]
    too_long = key_of(lambda: vault.set("a1", "token", "x" * (LONGEST + 1)))
    vault.delete("a1", "token")
    vault.delete("a1", "token")
    after = [vault.get("a1", "token"), vault.get("a2", "token")]
    vault.set("a1", "token", SECRET)
    log = redact(f"{SECRET} and another account's")
    told |= {"absent": absent, "read": read, "too_long": too_long, "after": after, "log": log}
    return told


def remembered() -> dict[str, Any]:
    """Tell what an earlier process kept."""
    from pec_desktop.credentials.vault import open_vault
    from pec_desktop.log import redact

    vault = open_vault()
    return {"token": vault.get("a1", "token"), "log": redact(SECRET)}


def failing() -> dict[str, Any]:
    """Tell how each call fails."""
    from pec_desktop.credentials.vault import open_vault

    vault = open_vault()
    return {
        "kind": type(vault).__name__,
        "get": key_of(lambda: vault.get("a1", "token")),
        "set": key_of(lambda: vault.set("a1", "token", SECRET)),
        "delete": key_of(lambda: vault.delete("a1", "token")),
    }


def dying() -> dict[str, Any]:
    """Let the service go away between two calls."""
    from pec_desktop.credentials.vault import open_vault

    vault = open_vault()
    vault.set("a1", "token", SECRET)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    return {"get": key_of(lambda: vault.get("a1", "token"))}


SITUATIONS = {function.__name__: function for function in (life, remembered, failing, dying)}

if __name__ == "__main__":
    print(json.dumps(SITUATIONS[sys.argv[1]]()))
