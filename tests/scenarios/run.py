#!/usr/bin/env python3
"""Runs scenarios: text that a prosecutor can read and a machine can check.

A scenario is a file *.scenario. Its first line is its title with the requirements and paragraphs it shows:

    # Theft at an airport in transit (R60, R61, para 57)

    # Prose, for the reader.
    include country.setup                     the steps of that file beside this one
    file dispatch.csv                         writes a file of the lines that follow
    | issuer,ref,happened_on,...
    copy data/demonstration/parties.csv       copies a file of the project
    older r.lotline trade_items               makes the register one of a program that did not have this table yet
    $ lotline import dispatch.csv --register r.lotline
    | text                                    right after a command: what it reads on its input
    > 12 records                              must be seen (output, then errors), in this order
    ! refused                                 must not be seen
    exit 1                                    the exit code; 0 when nothing is said
    & lotline feed a.jsonl --register r.lotline    runs at the same time as the command after it
    $ lotline trace --register r.lotline --json > answer.json
    json holders[0].party == "DEPOT-1"        of the output, as JSON: == != < <= > >=
    json lots length 2
    json leads contains {"kind": "firearm"}   an element that has at least these members; also text in text
    json limits lacks "unknown"
    json holders[*].party contains "DEPOT-1"  [*] gathers a member of all elements
    json holders[2] absent                    or: exists

With --through api each is played a second way: see through_api.py.

Each scenario runs in an empty folder of its own. Commands are words, not shell; `> FILE` at the end keeps the output.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.dont_write_bytecode = True

from through_api import Differs, Tally, ThroughApi, misplaced, statuses_of  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
LONGEST_S = 120
JSON_LINE = re.compile(r"(\S+) (==|!=|<=|>=|<|>|length|contains|lacks|exists|absent)(?: (.+))?$")
ABSENT = object()


class Unmet(Exception):
    """What was wanted and what was there instead."""


@dataclass
class Step:
    where: str
    kind: str  # run, beside, file, copy or older
    words: str
    text: list[str] = field(default_factory=list)
    expectations: list[tuple[str, str, str]] = field(default_factory=list)  # where, kind, text


def parse(path: Path) -> list[Step]:
    steps: list[Step] = []
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}:{at}"
        first, _, rest = line.partition(" ")
        if at == 1 and first != "#":
            raise Unmet(f"{where}: the first line is the title: # Title (R45, para 45)")
        if not line.strip() or first == "#":
            continue
        if first == "include":
            steps += parse(path.parent / rest.strip())
        elif first == "$":
            steps.append(Step(where, "run", rest))
        elif first == "&":
            steps.append(Step(where, "beside", rest))
        elif first in ("file", "copy", "older"):
            steps.append(Step(where, first, rest.strip()))
        elif first == "|" and steps and not steps[-1].expectations:
            steps[-1].text.append(rest)
        elif first in (">", "!", "exit", "json") and steps and steps[-1].kind in ("run", "beside"):
            steps[-1].expectations.append((where, first, rest.strip()))
        else:
            raise Unmet(f"{where}: this is no line of a scenario: {line}")
    return steps


def folded(text: str) -> str:
    return " ".join(text.split())


def member(value: Any, path: str) -> Any:
    """What a path like holders[0].party or holders[*].party leads to, or ABSENT."""
    if not path:
        return value
    match = re.match(r"\.?([A-Za-z_]\w*)|\[(\d+|\*)\]", path)
    if not match:
        raise Unmet(f"not a path: {path}")
    rest = path[match.end() :]
    if match[1] is not None:
        return member(value[match[1]], rest) if isinstance(value, dict) and match[1] in value else ABSENT
    if not isinstance(value, list):
        return ABSENT
    if match[2] == "*":
        return [found for found in (member(element, rest) for element in value) if found is not ABSENT]
    return member(value[int(match[2])], rest) if int(match[2]) < len(value) else ABSENT


def fits(element: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict) and isinstance(element, dict):
        return all(key in element and fits(element[key], value) for key, value in wanted.items())
    return bool(element == wanted)


def contains(value: Any, wanted: Any) -> bool:
    if isinstance(value, str):
        return isinstance(wanted, str) and wanted in value
    if isinstance(value, dict):
        return wanted in value if isinstance(wanted, str) else fits(value, wanted)
    return isinstance(value, list) and any(
        fits(element, wanted) or (isinstance(element, str) and isinstance(wanted, str) and wanted in element)
        for element in value
    )


def compare(value: Any, operation: str, wanted: Any) -> bool:
    if operation in ("exists", "absent"):
        return (value is not ABSENT) == (operation == "exists")
    if value is ABSENT:
        return False
    if operation in ("contains", "lacks"):
        return contains(value, wanted) == (operation == "contains")
    if operation == "length":
        return isinstance(value, list | dict | str) and len(value) == wanted
    if operation in ("==", "!="):
        return bool(value == wanted) == (operation == "==")
    both_numbers = all(isinstance(side, int | float) and not isinstance(side, bool) for side in (value, wanted))
    if not both_numbers and not (isinstance(value, str) and isinstance(wanted, str)):
        return False
    return {"<": value < wanted, "<=": value <= wanted, ">": value > wanted, ">=": value >= wanted}[operation]


def check_json(where: str, text: str, output: str) -> None:
    match = JSON_LINE.match(text)
    if not match:
        raise Unmet(f"{where}: not an assertion about JSON: {text}")
    try:
        answer = json.loads(output)
    except ValueError:
        raise Unmet(f"{where}: the output is not JSON:\n{output[:2000]}") from None
    wanted = json.loads(match[3]) if match[3] else None
    value = member(answer, match[1])
    if not compare(value, match[2], wanted):
        shown = "nothing" if value is ABSENT else json.dumps(value, ensure_ascii=False)[:2000]
        raise Unmet(f"{where}: wanted: {text}\n    got: {shown}")


def check(step: Step, code: int, output: str, errors: str) -> None:
    everything = f"{output}\n{errors}"
    exit_codes = [(where, text) for where, kind, text in step.expectations if kind == "exit"] or [(step.where, "0")]
    for where, text in exit_codes:
        if code != int(text):
            raise Unmet(f"{where}: wanted exit code {text}, got {code}:\n{everything.strip()[:4000]}")
    left = folded(everything)
    for where, kind, text in step.expectations:
        if kind == ">":
            before, found, after = left.partition(folded(text))
            if not found:
                earlier = " (it stands earlier in the output)" if folded(text) in folded(everything) else ""
                raise Unmet(f"{where}: wanted: {text}{earlier}\n    got:\n{everything.strip()[:4000]}")
            left = after
        elif kind == "!" and folded(text) in folded(everything):
            raise Unmet(f"{where}: must not be seen: {text}\n    got:\n{everything.strip()[:4000]}")
        elif kind == "json":
            check_json(where, text, output)


def make_older(path: Path, table: str) -> None:
    """Takes a table out of a register, and what its layout says of it."""
    with contextlib.closing(sqlite3.connect(path)) as register, register:
        register.execute(f'DROP TABLE "{table}"')
        register.execute("DELETE FROM layout WHERE declared GLOB ?", (f"{table}: *",))


def run(step: Step, program: Path, folder: Path, beside: list[Step], api: ThroughApi | None) -> None:
    if step.kind == "beside":
        beside.append(step)
        return
    with ThreadPoolExecutor(len(beside) or 1) as pool:
        others = [pool.submit(run_one, other, program, folder, None) for other in beside]
        run_one(step, program, folder, api)
        for other in others:
            other.result()
    beside.clear()


def run_through_api(step: Step, words: list[str], kept: Path | None, api: ThroughApi) -> bool:
    """Whether nothing is left to be run by the command line."""
    route = api.takes(words)
    said = api.run(words, route) if route else None
    if route is None or said is None:
        return False
    if "--json" in words and not said.otherwise:
        check(step, said.code, said.output, said.errors)
        if kept:
            kept.write_text(said.output, encoding="utf-8")
        return True
    # What it prints for people is looked at in the register that was written over HTTP: where it only reads.
    return route.writes or route.administrator or not route.register


def without_accounts(step: Step) -> Step:
    """What is served has the service's own accounts, and so more in its access log than the scenario tells."""
    kept = [told for told in step.expectations if not re.search("access.log", told[2])]
    return replace(step, expectations=kept)


def run_one(step: Step, program: Path, folder: Path, api: ThroughApi | None) -> None:
    if step.kind == "older":
        register, _, table = step.words.partition(" ")
        if api:
            api.make_older(folder / register)
        make_older(folder / register, table)
        return
    if step.kind == "file":
        (folder / step.words).write_text("".join(f"{line}\n" for line in step.text), encoding="utf-8")
        return
    if step.kind == "copy":
        shutil.copy(ROOT / step.words, folder)
        return
    words = shlex.split(step.words)
    kept = None
    if len(words) > 2 and words[-2] == ">":
        kept = folder / words[-1]
        words = words[:-2]
    if words[0] != "lotline":
        raise Unmet(f"{step.where}: a command begins with lotline")
    if api:
        step = without_accounts(step)
    if api and run_through_api(step, words[1:], kept, api):
        return
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(folder)}
    try:
        done = subprocess.run([str(program), *words[1:]], cwd=folder, env=environment, timeout=LONGEST_S, text=True,
                              input="".join(f"{line}\n" for line in step.text), capture_output=True, errors="replace")
    except subprocess.TimeoutExpired:
        raise Unmet(f"{step.where}: still running after {LONGEST_S} s") from None
    if kept:
        kept.write_text(done.stdout, encoding="utf-8")
    check(step, done.returncode, done.stdout, done.stderr)


def play(path: Path, program: Path, make_api: Callable[[Path], ThroughApi] | None) -> tuple[str, float]:
    """What went wrong, empty when nothing did, and the seconds it took."""
    began = time.monotonic()
    try:
        steps = parse(path)
        if not any(step.expectations for step in steps):
            raise Unmet(f"{path.name}: it expects nothing to be seen, so it cannot fail")
        with tempfile.TemporaryDirectory(prefix="lotline_scenario_") as folder:
            with contextlib.ExitStack() as ends:
                api = make_api(Path(folder)) if make_api else None
                if api:
                    ends.callback(api.end)
                beside: list[Step] = []
                for step in steps:
                    try:
                        run(step, program, Path(folder), beside, api)
                    except Differs as problem:
                        raise Unmet(f"{step.where}: {problem}") from None
                if beside:
                    raise Unmet(f"{beside[0].where}: no command comes after it")
        return "", time.monotonic() - began
    except (Unmet, Differs, OSError, ValueError) as problem:
        return str(problem), time.monotonic() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "release" / "lotline")
    parser.add_argument("--through", choices=("command line", "api"), default="command line")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="all *.scenario beside this tool when none")
    words = parser.parse_args()
    program = words.program.resolve()
    if not program.is_file():
        print(f"there is no program {program}; build it first (./run)", file=sys.stderr)
        return 2

    paths = [path.resolve() for path in words.files] or sorted(HERE.glob("*.scenario"))
    passed, tally, make_api = 0, Tally(), None
    if words.through == "api":
        statuses = statuses_of(program)

        def make_api(folder: Path) -> ThroughApi:
            return ThroughApi(program, folder, tally, statuses)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, (problem, seconds) in zip(paths, pool.map(lambda path: play(path, program, make_api), paths)):
            if problem:
                print(f"FAILED {path.name}\n    {problem}", flush=True)
            else:
                passed += 1
                print(f"passed {path.stem.replace('_', ' ')}, {seconds:.1f} s", flush=True)
    tests = len(paths)
    if make_api:
        print("\n".join(tally.lines()))
        problems = misplaced(program, None if words.files else tally)
        tests, passed = tests + 1, passed + (not problems)
        print("".join(f"FAILED the table of routes\n    {problem}\n" for problem in problems), end="")
    print(f"{passed} passed, {tests - passed} failed")
    return 0 if paths and passed == tests else 1


if __name__ == "__main__":
    sys.exit(main())
