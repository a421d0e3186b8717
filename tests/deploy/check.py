# SPDX-License-Identifier: EUPL-1.2
"""The files of deploy/ are what they should be, and do what they say: schemas, settings that exist, and a proxy before three replicas.

Usage: check.py TAALBRUG, with the Python of the environment of tests/papers/requirements.txt; nginx and systemd-analyze are Debian's.
Ends with 1 when something is not as it should be.
"""

import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "papers")]

import files  # noqa: E402
import replicas  # noqa: E402
from told import faults  # noqa: E402

program = str(pathlib.Path(sys.argv[1]).resolve())
files.check(program)
replicas.check(program)
if faults:
    sys.exit(f"{len(faults)} faults:\n" + "\n".join(faults))
