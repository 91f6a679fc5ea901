"""Run the practice server alone: ``python -m pec_desktop.practice --port N --token T``.

With ``--pipe`` another program is in charge: it writes one JSON line ``{"token", "api_key"}``, gets
back one JSON line ``{"port", "email"}``, and the server ends when that program closes the pipe or
dies. Secrets then stand in no argument list.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from pec_desktop.practice.server import PracticeServer


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to end; 0, or 2 when the arguments, the pipe or the port are wrong."""
    options = _parse(arguments)
    api_key = None
    if options.pipe:
        try:
            given = json.loads(sys.stdin.readline())
            options.token, api_key = str(given["token"]), str(given["api_key"])
        except (ValueError, TypeError, LookupError):
            return _complain('expected one line like {"token": "…", "api_key": "…"} on stdin')
    try:
        server = PracticeServer(
            options.port,
            options.token,
            options.seed,
            api_key=api_key,
            state_file=options.state,
            pace=options.pace,
            empty=options.empty,
            mailboxes=options.mailboxes,
        ).start()
    except (OSError, OverflowError) as error:
        return _complain(f"cannot start: {error}")
    try:
        return _serve_pipe(server) if options.pipe else _serve_alone(server)
    finally:
        server.stop()


def _serve_pipe(server: PracticeServer) -> int:
    # Ctrl+C in a terminal reaches the whole group; the program in charge decides, by the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout.write(json.dumps({"port": server.port, "email": server.email}) + "\n")
    sys.stdout.flush()
    while sys.stdin.readline():
        pass
    return 0


def _serve_alone(server: PracticeServer) -> int:
    sys.stdout.write(
        f"Practice server: {server.url}\n"
        f"token:   {server.token}\n"
        f"e-mail:  {server.email}\n"
        f"API key: {server.api_key}\n"
        "Ctrl+C ends it.\n"
    )
    sys.stdout.flush()
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    # Waiting in slices: on Windows an unlimited wait would not see the signal.
    while not ended.wait(0.5):
        pass
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m pec_desktop.practice",
        description="A stand-in for the vendor on 127.0.0.1: nothing is real, nothing is charged.",
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", help="the bearer token; made at random if not given")
    parser.add_argument("--seed", type=int, default=1, help="decides ids and invented data")
    parser.add_argument("--empty", action="store_true", help="start without any mailbox")
    parser.add_argument("--mailboxes", type=int, default=0, help="so many more, made by rule")
    parser.add_argument("--state", type=Path, metavar="FILE", help="survive a restart")
    parser.add_argument(
        "--pace", type=float, default=3.0, metavar="SECONDS", help="of a step at the vendor's"
    )
    parser.add_argument("--pipe", action="store_true", help="another program is in charge")
    return parser.parse_args(arguments)


def _complain(text: str) -> int:
    sys.stderr.write(f"practice server: {text}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
