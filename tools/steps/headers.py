"""headers: each compiles alone. What passed and has not changed, nor anything it includes, is not compiled again."""

from __future__ import annotations

import hashlib
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor

from . import project
from .project import Outcome

COMPILE = ["g++", "-std=gnu++23", "-fsyntax-only", "-w", "-Isrc", "-I.",
           "-DLOTLINE_SOURCE_DIR=\"\"", "-xc++", "-"]
PASSED = project.ROOT / "build" / "headers_passed.json"


def state_of(name: str) -> str:
    """A hash over the header, all it includes of the project, and the command."""
    digest = hashlib.sha256(" ".join(COMPILE).encode())
    for part in [name, *sorted(project.reached_from(name))]:
        digest.update(part.encode() + b"\0" + project.text_of(part).encode() + b"\0")
    return digest.hexdigest()


def compile_alone(name: str) -> str | None:
    done = subprocess.run(COMPILE, cwd=project.ROOT, input=f'#include "{name}"\n', capture_output=True, text=True)
    if done.returncode == 0:
        return None
    first = next((line for line in done.stderr.splitlines() if "error" in line), done.stderr.strip())
    return f"{name}: does not compile alone: {first}"


def headers() -> Outcome:
    names = [name for name in project.cpp_files("src/") if name.endswith(".h")]
    problems = [f"{name}: no #pragma once" for name in names if "#pragma once" not in project.text_of(name)]
    passed: dict[str, str] = json.loads(PASSED.read_text()) if PASSED.is_file() else {}
    states = {name: state_of(name) for name in names}
    changed = [name for name in names if passed.get(name) != states[name]]
    with ThreadPoolExecutor(project.CORES) as pool:
        answers = dict(zip(changed, pool.map(compile_alone, changed)))
    problems += [answer for answer in answers.values() if answer]
    good = {name: state for name, state in states.items() if not answers.get(name)}
    PASSED.parent.mkdir(exist_ok=True)
    PASSED.write_text(json.dumps(good, indent=1))
    return Outcome.of(problems, f"{len(names)} headers, {len(changed)} compiled")
