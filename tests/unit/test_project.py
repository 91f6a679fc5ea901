"""The project's own files: the lock, the version, the documents that link to each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pec_desktop import __version__

ROOT = Path(__file__).parents[2]


def test_the_lock_pins_by_hash_and_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock
    pins = re.findall(r"^([a-z0-9][\w.-]*)==\S+", lock, re.MULTILINE)
    assert len(pins) > 40
    for entry in re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lock = (ROOT / "requirements.lock").read_text()
    extras = project["optional-dependencies"]
    for wanted in [*project["dependencies"], *extras["dev"], *extras["build"]]:
        name = re.match(r"[\w-]+", wanted)
        assert name, wanted
        assert re.search(rf"^{name[0].lower()}==", lock, re.MULTILINE), wanted


def test_pyside_stays_below_the_release_that_breaks_python_3_11() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    pinned = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", lock, re.MULTILINE)
    assert pinned
    assert (6, 8) <= (int(pinned[1]), int(pinned[2])) < (6, 12)


def test_the_changelog_knows_the_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text()


def test_the_readme_opens_with_the_two_commands() -> None:
    opening = (ROOT / "README.md").read_text()[:1500]
    assert "python3 dev.py run" in opening
    assert "python3 dev.py test" in opening


def test_links_between_the_documents_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/**/*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
