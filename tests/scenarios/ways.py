"""How one command is asked of a service, and whether it answers as the command line did."""

from __future__ import annotations

import csv
import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from routes import Route, Words, members_of, path_of
from served import ACTOR, LONGEST_S, Served

# Drawn anew, told by the clock, or made of either.
OF_THE_MOMENT = {"root_hash", "leaf_hash", "password", "token", "until", "made"}
# What the route refuses by its parameters, before the use case is asked.
REFUSED_ELSEWHERE = {("seizure_and_marks", "unknown_parameter"), ("scan_unlabelled", "missing_value")}
Statuses = dict[int, tuple[int, int]]  # of a refusal's number: exit code and status of HTTP


class NotSent(Exception):
    """Why a command that has a route is not asked over HTTP."""


@dataclass
class Said:
    """What the command line said, asked with --json."""

    code: int
    output: str
    errors: str
    otherwise: bool = False  # asked otherwise than the scenario says, so that what it expects does not hold

    def refused(self) -> dict[str, Any] | None:
        _, found, told = self.errors.partition("{")
        return json.loads(found + told)["refused"] if found else None


@dataclass
class Asked:
    served: Served
    route: Route
    words: Words
    said: Said
    folder: Path
    statuses: Statuses
    headers: dict[str, str] | None = None
    sent: str = ""  # the file that goes with it, which the service knows by no path


def alike(told: Any, asked: Any, where: str = "") -> str:
    """Where the two differ, in words; empty when they do not."""
    if isinstance(told, dict) and isinstance(asked, dict):
        if told.keys() != asked.keys():
            return f"{where}: the members {sorted(told.keys() ^ asked.keys())} stand in one of both"
        pairs = [(told[name], asked[name], f"{where}.{name}") for name in told if name not in OF_THE_MOMENT]
    elif isinstance(told, list) and isinstance(asked, list) and len(told) == len(asked):
        pairs = [(one, other, f"{where}[{at}]") for at, (one, other) in enumerate(zip(told, asked))]
    elif type(told) is type(asked) and told == asked:
        return ""
    else:
        return f"{where}: {str(told)[:300]!r} by the command line, {str(asked)[:300]!r} by the API"
    return next((found for found in (alike(*pair) for pair in pairs) if found), "")


def same_answer(asked: Asked, status: int, body: bytes) -> str:
    if asked.said.output.strip():
        if status >= 300:
            return f"answered by the command line, {status} by the API: {body.decode()}"
        return alike(json.loads(asked.said.output), json.loads(body))
    return same_refusal(asked, asked.said.refused(), status, json.loads(body))


def same_refusal(asked: Asked, told: dict[str, Any] | None, status: int, problem: dict[str, Any]) -> str:
    if told is None:
        return f"the command line said nothing and ended with {asked.said.code}: {asked.said.errors}"
    if (told["name"], problem.get("name")) in REFUSED_ELSEWHERE:
        return ""
    if told["number"] != problem.get("number") or told["name"] != problem.get("name"):
        return f"refused {told} by the command line, {status} {problem} by the API"
    field = told["field"]
    if asked.route.names.get(field, field) != problem["field"]:
        return f"{told['name']} names the field {field!r} by the command line, {problem['field']!r} by the API"
    code, usual = asked.statuses[told["number"]]
    wanted = 422 if field and usual in (401, 404) else usual
    if (asked.said.code, status) != (code, wanted):
        return f"{told['name']}: exit code {asked.said.code} and status {status}, where {code} and {wanted} are told"
    text = told["text"].replace(asked.sent, "the file") if asked.sent else told["text"]
    for option, member in asked.route.names.items():
        text = text.replace(f': {option} "', f': {member} "')
    return "" if text == problem["detail"] else f"{text!r} by the command line, {problem['detail']!r} by the API"


def file_of(asked: Asked, name: str) -> bytes:
    path = asked.folder / name
    if not path.is_file():
        raise NotSent("no file to send")
    return path.read_bytes()


def ask(asked: Asked) -> str:
    route, words = asked.route, asked.words
    method, parts = path_of(route, words)
    members = members_of(route, words)
    if route.upload:
        asked.sent = words.places[0] if route.upload == "0" else words.text(route.upload)
        return same_answer(asked, *asked.served.ask(method, parts, members, file_of(asked, asked.sent)))
    query, body = (members, None) if route.into == "query" else (None, members)
    return same_answer(asked, *asked.served.ask(method, parts, query, body, asked.headers))


def takes_in_licences(content: bytes) -> bool:
    """A table of licences, or a document that registers some."""
    header = content.partition(b"\n")[0]
    return (b"issued_on" in header and b"expires_on" in header) or b'"licences"' in content


def taken_in_beside(asked: Asked, path: str) -> dict[str, Any]:
    """By the command line, into the register that is served: over HTTP a licence would await approval first."""
    words = ["import", path, "--register", str(asked.served.register), "--actor", ACTOR, "--json"]
    done = subprocess.run([str(asked.served.program), *words], cwd=asked.folder, capture_output=True, text=True,
                          timeout=LONGEST_S)
    if done.returncode != 0:
        raise NotSent("licences that are refused")
    return json.loads(done.stdout)


def import_files(asked: Asked) -> str:
    """One job a file; together they say what the command said of all."""
    paths = asked.words.places
    files = [file_of(asked, path) for path in paths]
    if len(paths) > 1 and asked.said.code != 0:
        raise NotSent("several files, refused together")
    told = json.loads(asked.said.output) if asked.said.output.strip() else None
    kept, done, errors = True, [], []
    for path, content in zip(paths, files):
        if takes_in_licences(content):
            report = taken_in_beside(asked, path)
            done += report["files"]
            errors += report["errors"]
            continue
        query = {"file": path, "on_error": asked.words.text("on_error")} if "on_error" in asked.words.options else {"file": path}
        status, body = asked.served.ask("POST", ["imports"], query, content)
        if status != 202:
            return same_refusal(asked, asked.said.refused(), status, json.loads(body))
        job = followed(asked.served, json.loads(body)["id"])
        if job["state"] != "done":
            told_refusal, refusal = asked.said.refused(), job["refused"]
            return alike(told_refusal, refusal, ".refused")
        for file in job["report"]["files"]:
            if file["refused_path"]:
                _, rows = asked.served.ask("GET", file["refused_path"].split("/")[3:])
                own = next(one for one in told["files"] if one["path"] == path) if told else {"refused_path": ""}
                if not own["refused_path"] or (asked.folder / own["refused_path"]).read_bytes() != rows:
                    return f"{path}: other rows were refused"
                file["refused_path"] = own["refused_path"]
        kept = kept and job["report"]["kept"]
        done += job["report"]["files"]
        errors += job["report"]["errors"]
    if told is None:
        return f"taken by the API, refused by the command line: {asked.said.errors}"
    return alike(told, {"simulated": told["simulated"], "kept": kept, "files": done, "errors": errors})


def followed(served: Served, job: str) -> dict[str, Any]:
    ends = time.monotonic() + LONGEST_S
    while time.monotonic() < ends:
        _, body = served.ask("GET", ["imports", job])
        state = json.loads(body)
        if state["state"] not in ("waiting", "running"):
            return state
        time.sleep(0.005)
    raise OSError(f"the import {job} does not end")


def enrol(asked: Asked) -> str:
    """A folder of scans with its scans.csv, one request a scan in the order of the command's answer."""
    if not asked.said.output.strip():
        raise NotSent("no file to send")
    said = members_of(asked.route, asked.words)
    rows: dict[str, dict[str, str]] = {}
    for place in asked.words.places:
        labels = asked.folder / place / "scans.csv"
        if labels.is_file():
            with labels.open(newline="") as lines:
                rows |= {f"{place}/{row.pop('file')}": row for row in csv.DictReader(lines)}
    for told in json.loads(asked.said.output)["scans"]:
        path = told["file"]
        if not (asked.folder / path).is_file():
            continue
        fields = said | {name: value for name, value in rows.get(path, {}).items() if value}
        status, body = asked.served.ask("POST", ["scans"], fields | {"file": Path(path).name}, file_of(asked, path),
                                        {"Content-Type": "application/octet-stream"} | asked.served.bearer())
        answer = json.loads(body)
        if told["outcome"] == "refused" or status >= 300:
            names = (told["name"], answer.get("name"))
            if names not in REFUSED_ELSEWHERE and (told["number"], told["name"]) != (answer.get("number"), names[1]):
                return f"{path}: {told} by the command line, {status} {answer} by the API"
            continue
        found = alike(told | {"file": Path(path).name}, answer["scans"][0], path)
        if found:
            return found
    return ""


GROUND = (
    ("parties", {"code": "LAB", "kind": "laboratory", "name": "Simulated laboratory", "country": "BR"}),
    ("firearm", {"make": "Simulated Arms", "serial": "S1", "calibre": "9x19", "jurisdiction": "BR"}),
    ("test_fires", {"firearm": "S1", "laboratory": "LAB", "rounds": "2", "ammunition": "any", "on": "2022-03-01"}),
)


def compare(asked: Asked) -> str:
    """Two files: over HTTP they are compared once they are on record, of a test fire of an empty register."""
    words = asked.words
    if {"calibrator", "pairs", "mark"} & words.options.keys() or len(words.places) != 2:
        raise NotSent("scans with a calibrator or pairs of the caller's own")
    files = [file_of(asked, place) for place in words.places]
    made = 0
    for kind, fields in GROUND:
        _, body = asked.served.ask("POST", ["records", kind], body=fields)
        made = json.loads(body).get("record", made)
    numbers = []
    for place, content in zip(words.places, files):
        fields = {"file": place, "mark": "breech_face", "test_fire": str(made)}
        status, body = asked.served.ask("POST", ["scans"], fields, content,
                                        {"Content-Type": "application/octet-stream"} | asked.served.bearer())
        if status >= 300:
            return f"{place}: {body.decode()}"
        numbers.append(json.loads(body)["scans"][0]["record"])
    members = members_of(asked.route, words) | {"a": str(numbers[0]), "b": str(numbers[1])}
    return same_answer(asked, *asked.served.ask("POST", ["comparisons"], body=members))
