"""The command line: arguments in, `app.run` out; hidden arguments start the helper processes.

Nothing heavy is imported here: the same executable is also the practice server and the child that
works on large papers, and neither needs Qt.
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from pec_desktop import __version__
from pec_desktop.options import BATCH, DOCUMENT_CHILD, PRACTICE_SERVER, Options


def main(arguments: list[str] | None = None) -> int:
    """Run the program, or the helper process that a hidden first argument names."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] == [PRACTICE_SERVER]:
        from pec_desktop.practice.__main__ import main as serve

        return serve(words[1:])
    if words[:1] == [DOCUMENT_CHILD]:
        from pec_desktop.documents.jobs import main as work

        return work(words[1:])
    if words[:1] == [BATCH]:
        from pec_desktop.headless import main as work_through

        return work_through(words[1:])
    options = parse(words)
    if options.self_test:
        from pec_desktop.self_test.runner import run as prove

        return prove(options)
    gc.disable()  # what a start makes stays; `keep_the_window_quick` switches it on again
    from pec_desktop.app import run

    return run(options)


def parse(arguments: list[str]) -> Options:
    """Read the command line; argparse ends the process with code 2 and a usage line if wrong."""
    parser = argparse.ArgumentParser(
        prog="pec-desktop",
        description="Register, activate, renew and follow certified mailboxes (PEC).",
    )
    parser.add_argument("--version", action="version", version=f"PEC Desktop {__version__}")
    parser.add_argument(
        "--practice", action="store_true", help="open the practice account; nothing is charged"
    )
    parser.add_argument(
        "--profile-dir", type=Path, metavar="DIR", help="keep archive, papers and settings here"
    )
    parser.add_argument("--lang", choices=("it", "de", "en"), help="language of this run")
    parser.add_argument(
        "--endpoint",
        metavar="URL",
        help="a custom server; its token comes from PEC_DESKTOP_TOKEN or the keychain",
    )
    parser.add_argument("-platform", metavar="NAME", help="Qt's platform, for instance offscreen")
    parser.add_argument(
        "--self-test", action="store_true", help="try every part of this installation, then end"
    )
    parser.add_argument(
        "files",
        nargs="*",
        default=(),
        type=lambda word: Path(word).absolute(),
        metavar="FILE",
        help="papers to open, as if they had been dropped on the window",
    )
    return Options(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    sys.exit(main())
