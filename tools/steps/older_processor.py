"""older processor: what must be the same bits everywhere, run on an emulated processor that has no AVX."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor

from . import project
from .project import Outcome
from .tests import run_program

# Nehalem, of 2008: SSE4.2 and nothing later.
EMULATOR = ["qemu-x86_64", "-cpu", "Nehalem"]
# Test program, and which of its tests hold frozen bits.
FROZEN = [("base_test", "SteadyMath.*"), ("surface_test", "*bits*"), ("conformance_test", "*")]


def older_processor() -> Outcome:
    if shutil.which(EMULATOR[0]) is None:
        return Outcome.of([f"{EMULATOR[0]} is not installed"])
    folder = project.ROOT / "build" / "release"
    total = Outcome(note=" ".join(EMULATOR))

    def run(test: tuple[str, str]) -> Outcome:
        program, which = test
        return run_program(program, [*EMULATOR, str(folder / program), f"--gtest_filter={which}"], {})

    with ThreadPoolExecutor(project.CORES) as pool:
        for outcome in pool.map(run, FROZEN):
            total.passed += outcome.passed
            total.failed += outcome.failed
            total.problems += outcome.problems
    return total
