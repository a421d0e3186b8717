# SPDX-License-Identifier: EUPL-1.2
"""What these checks share: where the project is, what was found, and the command that lies beside this Python."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
faults = []


def hold(truth, what):
    """Tells whether something is so, and keeps what is not."""
    print(f"{'ok  ' if truth else 'FAIL'} {what}")
    if not truth:
        faults.append(what)


def command(name):
    """A command of the environment of this Python."""
    return str(pathlib.Path(sys.executable).parent / name)
