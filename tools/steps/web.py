"""web: the page is built and checked, and a browser walks it on the real program. Counts the browser's tests."""

from __future__ import annotations

import re
import subprocess

from . import project
from .project import Outcome

TESTS = project.ROOT / "tests" / "web"
COUNT = re.compile(r"^# (pass|fail) (\d+)$", re.MULTILINE)
LONGEST_S = 1800


def run(*command: str, folder: str = ".") -> tuple[int, str]:
    done = subprocess.run(command, cwd=project.ROOT / folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace", timeout=LONGEST_S)
    return done.returncode, done.stdout


def node() -> str:
    """The Node that tools/web built the page with: the machine's, or npm's where that is too old."""
    own = project.ROOT / "build" / "node" / "node_modules" / "node" / "bin" / "node"
    return str(own) if own.is_file() else "node"


def web() -> Outcome:
    for what, command, folder in (
        ("the page does not build", ("tools/web",), "."),
        ("svelte-check", (node(), "node_modules/svelte-check/bin/svelte-check", "--fail-on-warnings"), "web"),
        ("prettier", (node(), "node_modules/prettier/bin/prettier.cjs", "--check", "src", "vite.config.ts"), "web"),
        ("npm ci", ("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"), "tests/web"),
    ):
        code, output = run(*command, folder=folder)
        if code != 0:
            print("\n".join("      " + line for line in output.splitlines()[-40:]), flush=True)
            return Outcome.of([f"{what} (ended with {code})"])
    files = sorted(path.name for path in TESTS.glob("*.test.mjs"))
    code, output = run(node(), "--test", "--test-reporter=tap", "--test-concurrency=1", *files, folder="tests/web")
    counts = {word: int(number) for word, number in COUNT.findall(output)}
    outcome = Outcome(passed=counts.get("pass", 0), failed=counts.get("fail", 0))
    if code != 0:
        outcome.failed = max(1, outcome.failed)
        outcome.problems = re.findall(r"^\s*not ok \d+ - (.*)$", output, re.MULTILINE) or [f"ended with {code}"]
        print("\n".join("      " + line for line in output.splitlines()[-80:]), flush=True)
    return outcome
