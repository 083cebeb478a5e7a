"""Scenarios once more, through the API: what the command line answers with --json, a served register answers too.

What has a route (routes.py) is asked of the real service, and its answer compared with that of the command line: of the
same register where it only reads, of a copy made just before where it writes. Then what the scenario says must be seen
is looked for in the register that was written over HTTP. What has no route goes on by the command line beside it.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from routes import OF_THE_PROGRAM, ROUTES, WITHOUT_ROUTE, Route, Words, route_of, taken_apart
from served import ACTOR, LONGEST_S, Served
from ways import (Asked, NotSent, Said, Statuses, ask, calibrate, compare, enrol, epcis_export, epcis_files, import_files,
                  on_paper, search)

WAYS = {"import": import_files, "scan enrol": enrol, "scan compare": compare, "scan search": search,
        "scan calibrate": calibrate, "trace --pdf": on_paper, "epcis check": epcis_files, "epcis hash": epcis_files,
        "epcis export": epcis_export}


class Differs(Exception):
    """Where the command line and the API did not say the same."""


def name_of(words: Words) -> str:
    """The command as the table has it: every record and every report is one."""
    first = words.command.split(" ")[0]
    if first in ("record", "report"):
        return first
    variant = next((name for name in ("pdf", "seizure", "all") if name in words.options), "")
    return words.command + (f" --{variant}" if variant else "")


def without_files(words: list[str]) -> list[str]:
    """Without what the program does beside answering."""
    kept: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        if word in ("--png", "--light", "--actor"):
            left.pop(0)
        else:
            kept.append(word)
    return kept


class Tally:
    """Which commands went over HTTP in all scenarios together, and which did not."""

    def __init__(self) -> None:
        self.over_http: Counter[str] = Counter()
        self.by_command_line: Counter[str] = Counter()
        self.not_sent: Counter[str] = Counter()  # has a route, and this once could not be asked: why

    def lines(self) -> list[str]:
        def listed(counts: Counter[str]) -> str:
            return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))

        return [f"over HTTP: {listed(self.over_http)}", f"by the command line: {listed(self.by_command_line)}",
                f"with a route, not asked: {listed(self.not_sent)}"]


def commands_of(program: Path) -> set[str]:
    script = subprocess.run([str(program), "completion", "bash"], capture_output=True, text=True, check=True).stdout
    paths = set(re.findall(r'^    "lotline ([^"]+)"\)', script, re.MULTILINE))
    leaves = {path for path in paths if not any(other.startswith(path + " ") for other in paths)}
    return {name_of(Words(path, [], {})) for path in leaves}


def misplaced(program: Path, tally: Tally | None) -> list[str]:
    """Where the table of routes and the program part; with the tally of all scenarios, where the table and they do."""
    known = commands_of(program)
    placed = {name.partition(" --")[0] for name in ROUTES} | WITHOUT_ROUTE.keys()
    problems = [f"routes.py places no {name}" for name in sorted(known - placed)]
    problems += [f"the program has no {name}" for name in sorted(placed - known)]
    if tally is not None:
        unasked = sorted(ROUTES.keys() - tally.over_http.keys())
        problems += [f"{name} has a route and went over HTTP in no scenario" for name in unasked]
        missing = {name for name in tally.by_command_line if name in known} - WITHOUT_ROUTE.keys()
        problems += [f"{name} went by the command line; routes.py does not say why" for name in sorted(missing)]
    return problems


def statuses_of(program: Path) -> Statuses:
    told = subprocess.run([str(program), "refusals", "--json"], capture_output=True, text=True, check=True).stdout
    return {kind["number"]: (kind["exit_code"], kind["status"]) for kind in json.loads(told)}


class ThroughApi:
    """The served registers of one scenario."""

    def __init__(self, program: Path, folder: Path, tally: Tally, statuses: Statuses) -> None:
        self.program, self.folder, self.tally, self.statuses = program, folder, tally, statuses
        self.served: dict[Path, Served] = {}
        self.tokens: dict[Path, str] = {}
        self.older: set[Path] = set()
        self.own = Path(tempfile.mkdtemp(prefix="lotline_api_"))

    def end(self) -> None:
        faults = [served.faults() for served in self.served.values()]
        codes = [served.end() for served in self.served.values()]
        shutil.rmtree(self.own, ignore_errors=True)
        if any(codes) or any(faults):
            raise Differs(f"the service ended with {codes}: {''.join(faults)}")

    def make_older(self, register: Path) -> None:
        """Before it is made one of an older program. It is not served again: the service would take it over."""
        self.older.add(register.resolve())
        served = self.served.pop(register.resolve(), None)
        if served is not None and served.end() != 0:
            raise Differs(f"the service of {register.name} did not end well")

    def service_of(self, register: Path) -> Served:
        at = register.resolve()
        if at not in self.served:
            folder = Path(tempfile.mkdtemp(dir=self.own))
            try:
                self.served[at] = Served(self.program, at, folder, self.tokens.get(at, ""))
            except OSError:
                raise NotSent("a register that cannot be served") from None
            self.tokens[at] = self.served[at].token
        return self.served[at]

    def any_register(self) -> Path:
        """For what asks the reference tables alone."""
        register = self.own / "empty.lotline"
        if not register.exists():
            subprocess.run([str(self.program), "init", str(register)], check=True, capture_output=True)
        return register

    def copy_of(self, register: Path) -> Path:
        """As it stands now, with its accounts and its scans."""
        folder = Path(tempfile.mkdtemp(dir=self.own))
        for file in (register, Path(f"{register}-access")):
            with contextlib.closing(sqlite3.connect(file)) as held:
                with contextlib.closing(sqlite3.connect(folder / file.name)) as copy:
                    held.backup(copy)
        scans = Path(f"{register}.scans")
        if scans.exists():
            shutil.copytree(scans, folder / scans.name)
        return folder / register.name

    def say(self, words: list[str], register: Path | None) -> Said:
        """By the command line, with --json; of another register where one is named."""
        if register is not None:
            words = [str(register) if at > 0 and words[at - 1] == "--register" else word for at, word in enumerate(words)]
        if "--json" not in words:
            words = [*words, "--json"]
        environment = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(self.folder)}
        done = subprocess.run([str(self.program), *words], cwd=self.folder, env=environment, timeout=LONGEST_S,
                              text=True, capture_output=True, errors="replace")
        return Said(done.returncode, done.stdout, done.stderr)

    def takes(self, words: list[str]) -> Route | None:
        """The route of a command; counts those that have none."""
        taken = taken_apart(words)
        route = route_of(taken)
        if route is None:
            self.tally.by_command_line[name_of(taken)] += 1
        return route

    def run(self, words: list[str], route: Route) -> Said | None:
        """What the command line said, after the API said the same; None where it cannot be asked over HTTP."""
        taken = taken_apart(words)
        try:
            said = self.asked_both_ways(words, taken, route)
        except NotSent as reason:
            self.tally.not_sent[str(reason)] += 1
            return None
        self.tally.over_http[name_of(taken)] += 1
        return said

    def asked_both_ways(self, words: list[str], taken: Words, route: Route) -> Said:
        if route.register and not taken.text("register"):
            raise NotSent("wrong words")
        if taken.command in ("record licence", "record licence_decision"):
            raise NotSent("licences: over HTTP one account prepares them and another approves")
        register = self.folder / taken.text("register") if route.register else self.any_register()
        if not register.is_file():
            raise NotSent("no such register")
        if register.resolve() in self.older:
            raise NotSent("a register of an older program")
        served = self.service_of(register)
        headers = served.administrator() if route.administrator else None
        asked = without_files(words)
        if route.writes:
            said = self.say([*asked, "--actor", ACTOR], self.copy_of(register))
        else:
            said = self.say(asked, None)
        said.otherwise = asked != words or route.administrator
        if said.code == 2 and not said.refused():
            raise NotSent("wrong words")
        way = WAYS.get(name_of(taken), ask)
        problem = way(Asked(served, route, taken, said, self.folder, self.statuses, headers))
        if problem:
            raise Differs(f"{taken.command}: {problem}")
        return said
