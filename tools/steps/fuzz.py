"""fuzz: each fuzz target for a bounded time. What it crashes on is left in build/asan/found/."""

from __future__ import annotations

import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import project
from .project import Outcome

FOLDER = project.ROOT / "build" / "asan"
FOUND = FOLDER / "found"


def run_target(target: Path, seconds: int) -> str | None:
    """A committed corpus lies in tests/fuzz/corpus/NAME; new inputs go to build/asan/corpus/NAME."""
    grown = FOLDER / "corpus" / target.name
    grown.mkdir(parents=True, exist_ok=True)
    committed = project.ROOT / "tests" / "fuzz" / "corpus" / target.name
    command = [str(target), f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=4096", "-print_final_stats=1",
               f"-artifact_prefix={FOUND}/{target.name}-", str(grown)]
    if committed.is_dir():
        command.append(str(committed))
    done = subprocess.run(command, cwd=project.ROOT, capture_output=True, text=True, errors="replace")
    if done.returncode == 0:
        executions = re.findall(r"number_of_executed_units:\s+(\d+)", done.stderr)
        edges = re.findall(r"\bcov: (\d+)", done.stderr)
        print(f"    {target.name}: nothing in {seconds} s, {int(executions[-1]):,} executions, {int(edges[-1]):,} edges",
              flush=True)
        return None
    print("\n".join("      " + line for line in done.stderr.splitlines()[-40:]), flush=True)
    return f"{target.name}: exit code {done.returncode}; see build/asan/found/"


def fuzz(seconds: int) -> Outcome:
    FOUND.mkdir(parents=True, exist_ok=True)
    targets = sorted(path for path in FOLDER.rglob("*_fuzz") if path.is_file() and os.access(path, os.X_OK))
    if not targets:
        return Outcome.of(["no fuzz target was built"])
    with ThreadPoolExecutor(project.CORES) as pool:
        answers = list(pool.map(lambda target: run_target(target, seconds), targets))
    problems = [answer for answer in answers if answer]
    return Outcome(problems, len(targets) - len(problems), len(problems), f"{len(targets)} targets")
