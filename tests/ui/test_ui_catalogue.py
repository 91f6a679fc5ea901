"""The catalogues: complete, of the same manner as their sources, and compiled as they stand."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from italian_support import CATALOGUES, PLACE, ROOT, messages, read
from PySide6.QtCore import QTranslator

from pec_desktop.ui import language


def manner(text: str) -> tuple[object, ...]:
    """What a translation must have in common with its source."""
    end = text.rstrip()[-1:]
    mnemonics = len(re.findall("&(?!&)", text))
    edges = (text[:1].isspace(), text[-1:].isspace())
    return sorted(PLACE.findall(text)), mnemonics, end if end in ":…?" else "", edges


def tool(name: str) -> str:
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    assert found is not None
    return found


def test_every_text_is_translated() -> None:
    assert len(messages()) > 700
    assert [one for one in messages() if not one.finished or not all(one.forms)] == []


def test_a_translation_keeps_places_mnemonic_and_ending() -> None:
    wrong = [
        (one.source, form)
        for one in messages()
        for form in one.forms
        if manner(form) != manner(one.source)
    ]
    assert wrong == []


def test_plurals_are_complete_in_both_languages() -> None:
    for name in ("it", "en"):
        counted = [one for one in read(CATALOGUES / f"pec_desktop_{name}.ts") if "%n" in one.source]
        assert [one for one in counted if len(one.forms) != 2 or not all(one.forms)] == []


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_catalogue_is_what_the_sources_say(tmp_path: Path, language: str) -> None:
    name = f"pec_desktop_{language}.ts"
    copy = Path(shutil.copy(CATALOGUES / name, tmp_path))
    sources = sorted(str(one.relative_to(ROOT)) for one in ROOT.glob("pec_desktop/ui/**/*.py"))
    only = ["-pluralonly"] if language == "en" else []
    options = ("-silent", "-no-obsolete", "-locations", "none", *only)
    command = [tool("lupdate"), *options, *sources, "-ts", str(copy)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    assert read(copy) == read(CATALOGUES / name), "run: python3 dev.py words"


def test_what_the_program_loads_is_what_the_catalogue_says(tmp_path: Path) -> None:
    compiled = tmp_path / "it.qm"
    command = [
        tool("lrelease"),
        "-silent",
        str(CATALOGUES / "pec_desktop_it.ts"),
        "-qm",
        str(compiled),
    ]
    subprocess.run(command, check=True, capture_output=True)
    assert compiled.read_bytes() == (CATALOGUES / "pec_desktop_it.qm").read_bytes()
    loaded = QTranslator()
    assert loaded.load(str(CATALOGUES / "pec_desktop_it.qm"))
    for one in messages():
        assert loaded.translate(one.context, one.source) == one.forms[0]


def test_the_program_knows_its_catalogues() -> None:
    there = {path.stem.removeprefix("pec_desktop_") for path in CATALOGUES.glob("*.ts")}
    assert set(language.CATALOGUES) == there


def test_the_guide_calls_things_what_they_are_called_on_the_screen() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    named = re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", guide)
    assert len(named) > 20
    on_screen = {re.sub("&(?!&)", "", one.source).rstrip("…") for one in messages()}
    steps = {step.rstrip("…") for name in named for step in name.split(", ")}
    assert steps - on_screen == set()
