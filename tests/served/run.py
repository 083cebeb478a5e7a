#!/usr/bin/env python3
"""The real service under what may befall it: killed, without room on the disk, sent damaged requests.

Each test starts `lotline serve` as a process of its own. The last line says how many passed and failed.
"""

from __future__ import annotations

import argparse
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "scenarios")]

from served_test import ServedTest  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=HERE.parents[1] / "build" / "release" / "lotline")
    parser.add_argument("-k", dest="names", action="append", metavar="PART", help="only tests with this in their name")
    words = parser.parse_args()
    ServedTest.program = words.program.resolve()
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{name}*" for name in words.names] if words.names else None
    done = unittest.TextTestRunner(sys.stdout, verbosity=2).run(loader.discover(str(HERE), "*_test.py"))
    failed = len(done.failures) + len(done.errors)
    print(f"{done.testsRun - failed} passed, {failed} failed")
    return 0 if done.testsRun and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
