"""format: the code is laid out as .clang-format says. scripts: shellcheck has nothing to say."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor

from . import project
from .project import Outcome


def format_code(fix: bool) -> Outcome:
    names = project.cpp_files("src/", "tests/", "bench/", "cmake/")
    shares = [names[start :: project.CORES] for start in range(project.CORES)]
    how = ["-i"] if fix else ["--dry-run", "-Werror"]

    def run(share: list[str]) -> list[str]:
        if not share:
            return []
        done = subprocess.run(["clang-format-19", *how, *share], cwd=project.ROOT, capture_output=True, text=True)
        unformatted = {line.split(":")[0] for line in done.stderr.splitlines() if "error:" in line}
        if done.returncode != 0 and not unformatted:
            unformatted = {done.stderr.strip()}
        return sorted(f"{name}: not laid out by .clang-format (./check --fix)" for name in unformatted)

    with ThreadPoolExecutor(project.CORES) as pool:
        problems = [problem for found in pool.map(run, shares) for problem in found]
    return Outcome.of(sorted(problems), f"{len(names)} files")


def scripts() -> Outcome:
    names = [name for name in project.files() if project.text_of(name).startswith(("#!/usr/bin/env bash", "#!/bin/bash"))]
    done = subprocess.run(["shellcheck", "--format=gcc", *names], cwd=project.ROOT, capture_output=True, text=True)
    return Outcome.of(done.stdout.splitlines(), f"{len(names)} scripts")
