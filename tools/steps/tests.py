"""tests: runs every test program of a build and the scenarios, and counts the cases. Nothing is remembered as passed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from . import project
from .project import Outcome

COUNTS = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)
LONGEST_S = 1800
OF_LIBRARIES = Path(__file__).parent
SANITIZERS = {  # read by sanitized builds alone
    "ASAN_SYMBOLIZER_PATH": "/usr/bin/llvm-symbolizer-19",
    "TSAN_OPTIONS": "external_symbolizer_path=/usr/bin/llvm-symbolizer-19:halt_on_error=1:print_suppressions=0:"
                    f"suppressions={OF_LIBRARIES / 'races_of_libraries.txt'}",
    "LSAN_OPTIONS": f"suppressions={OF_LIBRARIES / 'leaks_of_libraries.txt'}:print_suppressions=0",
    "UBSAN_OPTIONS": "print_stacktrace=1",
}


def labels_of(test: dict[str, Any]) -> list[str]:
    return next((one["value"] for one in test.get("properties", []) if one["name"] == "LABELS"), [])


def programs(folder: Path, label: str) -> list[tuple[str, list[str]]]:
    """The tests that the build knows by this label, or by none: name and command."""
    done = subprocess.run(["ctest", "--show-only=json-v1"], cwd=folder, capture_output=True, text=True, check=True)
    known = [test for test in json.loads(done.stdout)["tests"] if "command" in test]
    wanted = [label] if label else []
    return [(test["name"], test["command"]) for test in known if labels_of(test) == wanted]


def count(name: str, code: int, report: Path, output: str) -> Outcome:
    """Cases by GoogleTest's report, else by a last line `N passed, N failed`, else the program as one test."""
    outcome = Outcome()
    if report.is_file() and report.stat().st_size > 0:
        for suite in json.loads(report.read_text())["testsuites"]:
            for case in suite["testsuite"]:
                if case.get("failures"):
                    outcome.failed += 1
                    outcome.problems.append(f"{name}: {suite['name']}.{case['name']}")
                elif case.get("result") == "COMPLETED":
                    outcome.passed += 1
    elif counts := COUNTS.findall(output):
        outcome.passed, outcome.failed = int(counts[-1][0]), int(counts[-1][1])
        if outcome.failed:
            outcome.problems.append(f"{name}: {outcome.failed} failed")
    elif code == 0:
        outcome.passed = 1
    if code != 0 and not outcome.problems:
        outcome.failed += 1
        outcome.problems.append(f"{name}: ended with exit code {code}")
    return outcome


def run_program(name: str, command: list[str], environment: dict[str, str]) -> Outcome:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="lotline_") as scratch:
        report = Path(scratch) / "report.json"
        own = {**os.environ, **environment, "TMPDIR": scratch, "GTEST_OUTPUT": f"json:{report}", "GTEST_COLOR": "no"}
        try:
            done = subprocess.run(command, env=own, cwd=scratch, timeout=LONGEST_S, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
            code, output = done.returncode, done.stdout
        except subprocess.TimeoutExpired:
            code, output = -1, f"still running after {LONGEST_S} s"
        outcome = count(name, code, report, output)
    print(f"    {name}: {outcome.passed} passed, {outcome.failed} failed, {time.monotonic() - began:.1f} s", flush=True)
    if outcome.failed:
        kept = [line for line in output.splitlines() if not re.match(r"\[(  *(OK|RUN) *|-+)\]", line)]
        print("\n".join("      " + line[:400] for line in kept[-60:]), flush=True)
    return outcome


def tests(preset: str = "release", long: bool = False, label: str = "") -> Outcome:
    """LOTLINE_LONG=1 asks the property and fault tests for their long version."""
    folder = project.ROOT / "build" / preset
    environment = SANITIZERS | ({"LOTLINE_LONG": "1"} if long else {})
    total = Outcome(note=preset)
    known = programs(folder, label)
    if not known:
        return Outcome.of([f"build/{preset} knows no test"])
    with ThreadPoolExecutor(project.CORES) as pool:
        for outcome in pool.map(lambda test: run_program(*test, environment), known):
            total.passed += outcome.passed
            total.failed += outcome.failed
            total.problems += outcome.problems
    return total


def scenarios(preset: str = "release", through: str = "command line") -> Outcome:
    program = project.ROOT / "build" / preset / "lotline"
    command = ["tests/scenarios/run.py", "--program", str(program), "--through", through]
    done = subprocess.run(command, cwd=project.ROOT, env={**os.environ, **SANITIZERS}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    print("".join(f"    {line}\n" for line in done.stdout.splitlines()), end="", flush=True)
    failed = [line.split()[-1] for line in done.stdout.splitlines() if line.startswith("FAILED ")]
    counts = COUNTS.findall(done.stdout)
    if not counts or counts[-1] == ("0", "0"):
        return Outcome.of(["no scenario ran"])
    return Outcome(failed, int(counts[-1][0]), int(counts[-1][1]), f"{preset}, through the {through}")
