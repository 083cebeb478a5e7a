"""The project's files, its include graph, and what a step of tools/check answers."""

from __future__ import annotations

import functools
import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORES = os.cpu_count() or 1
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+"([^"]+)"', re.MULTILINE)


@dataclass
class Outcome:
    """What a step found. A step that is one check counts as one; a step that ran tests counts each of them."""

    problems: list[str] = field(default_factory=list)
    passed: int = 0
    failed: int = 0
    note: str = ""

    @staticmethod
    def of(problems: list[str], note: str = "") -> Outcome:
        return Outcome(problems, passed=0 if problems else 1, failed=1 if problems else 0, note=note)


@functools.cache
def files() -> list[str]:
    """Every file of the project, tracked or new, that git does not ignore and that is still there."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted({name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def cpp_files(*folders: str) -> list[str]:
    return [name for name in files() if name.endswith((".cpp", ".h")) and name.startswith(folders)]


@functools.cache
def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


@functools.cache
def includes_of(name: str) -> tuple[str, ...]:
    """The quoted includes of a C++ file, as written."""
    return tuple(INCLUDE.findall(text_of(name)))


def resolve(include: str, including: str) -> str | None:
    """The project file an include means: from src/, from the root, or beside the file that includes it."""
    for candidate in (f"src/{include}", include, str(Path(including).parent / include)):
        if (ROOT / candidate).is_file():
            return candidate
    return None


@functools.cache
def reached_from(name: str) -> frozenset[str]:
    """The project files that a file includes, directly or through others."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        for include in includes_of(current):
            target = resolve(include, current)
            if target and target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)
