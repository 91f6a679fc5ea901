"""The release's workflows, as far as they can be judged without running them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import dev
from build import release
from build.macos.__main__ import PROFILE
from build.macos.bundle import IDENTITY
from build.windows.installer import SIGN

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
NAMES = [path.stem for path in WORKFLOWS]
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")
COMMENTED = re.compile(r"uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", re.MULTILINE)


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text())["jobs"]
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(path).values():
        yield from job.get("steps", ())


def scripts(path: Path) -> list[str]:
    return [step["run"] for step in steps(path) if "run" in step]


def problems(path: Path) -> list[str]:
    """What is wrong with a workflow."""
    text = path.read_text()
    found = [
        f"a script takes words that others choose: {script}"
        for script in scripts(path)
        if "${{" in script
    ]
    used = [step["uses"] for step in steps(path) if "uses" in step]
    found += [f"not pinned: {one}" for one in used if not PINNED.match(one)]
    if len(COMMENTED.findall(text)) != len(used):
        found.append("a pin does not say which version it is")
    for step in steps(path):
        keeps = step.get("with", {}).get("persist-credentials", True)
        if step.get("uses", "").startswith("actions/checkout@") and keeps:
            found.append("the checkout keeps its token")
    for name, job in jobs(path).items():
        needs = job.get("needs", [])
        missing = {needs} if isinstance(needs, str) else set(needs)
        found += [f"{name} needs {one}" for one in missing - set(jobs(path))]
        if "uses" in job:
            if not (ROOT / job["uses"]).is_file():
                found.append(f"{name} is a workflow that is not there")
        elif "timeout-minutes" not in job:
            found.append(f"{name} may run for ever")
    if yaml.safe_load(text).get("permissions") != {"contents": "read"}:
        found.append("more than reading is allowed everywhere")
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_a_workflow_has_no_problems(path: Path) -> None:
    assert problems(path) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2", "@v4"),
        ("# v4.2.2", ""),
        ("persist-credentials: false", "fetch-depth: 1"),
        ('dev.py build "$BUILD"', "dev.py build ${{ matrix.name }}"),
        ("contents: read", "contents: write"),
        ("timeout-minutes: 60", "continue-on-error: true"),
        ("  build:\n", "  build:\n    needs: nothing\n"),
        ("  build:\n", "  other:\n    uses: ./.github/workflows/other.yml\n  build:\n"),
    ],
)
def test_a_problem_would_be_noticed(right: str, wrong: str, tmp_path: Path) -> None:
    text = (ROOT / ".github/workflows/check.yml").read_text()
    assert right in text
    path = tmp_path / "check.yml"
    path.write_text(text.replace(right, wrong))
    assert problems(path) != []


def test_there_are_three_workflows() -> None:
    assert NAMES == ["check", "publish", "release"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_scripts_are_sound_and_run_what_there_is(path: Path) -> None:
    for step in steps(path):
        if "run" not in step or step.get("shell") == "pwsh":
            continue
        shell = shutil.which("bash")
        assert shell is not None
        done = subprocess.run([shell, "-n"], input=step["run"], text=True, check=False)
        assert done.returncode == 0, step["name"]
        for command in re.findall(r"dev\.py (\w+)", step["run"]):
            assert command in dev.COMMANDS
        for module in re.findall(r"-m (build\.\w+)", step["run"]):
            assert (ROOT / module.replace(".", "/")).with_suffix(".py").is_file()


def test_the_matrix_holds_what_the_program_is_for() -> None:
    matrix = jobs(ROOT / ".github/workflows/check.yml")["test"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13"]
    assert [name.partition("-")[0] for name in matrix["system"]] == ["ubuntu", "windows", "macos"]


def test_a_release_is_tested_before_it_is_built() -> None:
    release_jobs = jobs(ROOT / ".github/workflows/release.yml")
    assert release_jobs["test"] == {"uses": "./.github/workflows/check.yml"}
    assert (release_jobs["build"]["needs"], release_jobs["draft"]["needs"]) == ("test", "build")
    check = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text())
    assert "workflow_call" in check[True]  # YAML 1.1 takes "on" for a truth


def test_one_python_is_in_all_that_is_released() -> None:
    """The list of components is written once, by the Python that it names."""
    path = ROOT / ".github/workflows/release.yml"
    assert re.fullmatch(r"3\.11\.\d+", yaml.safe_load(path.read_text())["env"]["PYTHON"])
    asked = [
        step["with"]["python-version"]
        for step in steps(path)
        if "setup-python" in step.get("uses", "")
    ]
    assert asked == ["${{ env.PYTHON }}"] * 2


def test_what_is_checked_for_linux_is_built_where_releases_are() -> None:
    """What is built on a newer system would not start on the Debian it is tried on."""
    systems = {
        one["system"]
        for name in ("check", "release")
        for one in jobs(ROOT / f".github/workflows/{name}.yml")["build"]["strategy"]["matrix"][
            "include"
        ]
        if one["name"] == "linux"
    }
    assert systems == {"ubuntu-22.04"}


def test_builds_are_given_every_variable_they_read() -> None:
    """A name written differently in the workflow would leave a release unsigned, silently."""
    text = (ROOT / ".github/workflows/release.yml").read_text()
    told = set(re.findall(r"PEC_DESKTOP_\w+", text))
    assert told == {
        *(release.ADDRESS, release.KEY, release.PAGE, release.SECRET),
        *(IDENTITY, PROFILE, SIGN),
    }


def test_secrets_are_for_the_release_alone() -> None:
    with_secrets = [path.stem for path in WORKFLOWS if "secrets." in path.read_text()]
    assert with_secrets == ["release"]
    for job in jobs(ROOT / ".github/workflows/release.yml").values():
        assert "uses" in job or job["environment"] == "release"
        assert "secrets" not in job
