# SPDX-License-Identifier: EUPL-1.2
"""The papers of public code are sound: licences of all files, publiccode.yml, the bill of materials, security.txt, and the files to deploy.

Usage: check.py TAALBRUG SBOM, with the Python of an environment that holds requirements.txt. Nothing is asked of a network: schemas come
with these packages, and the one service that is asked runs on this machine. Ends with 1 when something is not as it should be.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import bill  # noqa: E402
import licences  # noqa: E402
import publiccode  # noqa: E402
import reporting  # noqa: E402
from told import faults  # noqa: E402

program, sbom = sys.argv[1:]
licences.check()
publiccode.check()
bill.check(sbom)
reporting.check(program)
if faults:
    sys.exit(f"{len(faults)} faults:\n" + "\n".join(faults))
