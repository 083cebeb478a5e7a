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
    """One job of all the files, which gathers until the last of them has come; licences are taken in between two jobs."""
    files = [(path, file_of(asked, path)) for path in asked.words.places]
    told = json.loads(asked.said.output) if asked.said.output.strip() else None
    parts: list[list[tuple[str, bytes]]] = [[]]
    for path, content in files:
        if takes_in_licences(content):
            parts += [[(path, content)], []]
        else:
            parts[-1].append((path, content))
    if len(parts) > 1 and len(files) > 1 and asked.said.code != 0:
        raise NotSent("licences and other files, refused together")
    report: dict[str, Any] = {"kept": True, "files": [], "errors": []}
    for part in parts:
        if not part:
            continue
        if takes_in_licences(part[0][1]):
            taken = taken_in_beside(asked, part[0][0])
        else:
            taken, differs = imported(asked, part, told)
            if taken is None:
                return differs
        report = {"simulated": taken["simulated"], "kept": report["kept"] and taken["kept"],
                  "files": report["files"] + taken["files"], "errors": report["errors"] + taken["errors"]}
    if told is None:
        return f"taken by the API, refused by the command line: {asked.said.errors}"
    return alike(told, report)


def imported(asked: Asked, files: list[tuple[str, bytes]], told: dict[str, Any] | None) -> tuple[dict[str, Any] | None, str]:
    """The report of the job; or none, and what differs of how it was refused, nothing where it is alike."""
    query = {"on_error": asked.words.text("on_error")} if "on_error" in asked.words.options else {}
    where = ["imports"]
    for at, (path, content) in enumerate(files):
        more = {"more": "yes"} if at + 1 < len(files) else {}
        status, body = asked.served.ask("POST", where, {"file": path, **query, **more}, content)
        if status != 202:
            return None, same_refusal(asked, asked.said.refused(), status, json.loads(body))
        query, where = {}, ["imports", json.loads(body)["id"], "files"]
    job = followed(asked.served, json.loads(body)["id"])
    if job["state"] != "done":
        return None, alike(asked.said.refused(), job["refused"], ".refused")
    own_files = {one["path"]: one for one in told["files"]} if told else {}
    for file in job["report"]["files"]:
        if file["refused_path"] and file["path"] in own_files:
            own = own_files[file["path"]]
            address, _, which = file["refused_path"].partition("?file=")
            _, rows = asked.served.ask("GET", address.split("/")[3:], {"file": which} if which else None)
            if not own["refused_path"] or (asked.folder / own["refused_path"]).read_bytes() != rows:
                return None, f"{file['path']}: other rows were refused"
            file["refused_path"] = own["refused_path"]
    return job["report"], ""


def followed(served: Served, job: str, kind: str = "imports") -> dict[str, Any]:
    ends = time.monotonic() + LONGEST_S
    while time.monotonic() < ends:
        _, body = served.ask("GET", [kind, job])
        state = json.loads(body)
        if state["state"] not in ("waiting", "running"):
            return state
        time.sleep(0.005)
    raise OSError(f"{job} of the {kind} does not end")


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


def on_record(asked: Asked, places: list[str], mark: str) -> dict[str, int] | str:
    """Files as scans of a test fire of an empty register, by their numbers; or why one was refused."""
    made = 0
    for kind, fields in GROUND:
        _, body = asked.served.ask("POST", ["records", kind], body=fields)
        made = json.loads(body).get("record", made)
    numbers: dict[str, int] = {}
    for place in places:
        fields = {"file": place, "mark": mark, "test_fire": str(made)}
        status, body = asked.served.ask("POST", ["scans"], fields, file_of(asked, place),
                                        {"Content-Type": "application/octet-stream"} | asked.served.bearer())
        if status >= 300:
            return f"{place}: {body.decode()}"
        numbers[place] = json.loads(body)["scans"][0]["record"]
    return numbers


def calibrator_of(asked: Asked) -> tuple[str, dict[str, Any] | None]:
    """What the calibrator of a command is called over HTTP, where its file is kept first; or why that was refused."""
    if "no_calibrator" in asked.words.options:
        return "none", None
    if "calibrator" not in asked.words.options:
        return "", None
    content = file_of(asked, asked.words.text("calibrator"))
    headers = {"Content-Type": "application/json"} | asked.served.bearer()
    status, body = asked.served.ask("POST", ["calibrators"], body=content, headers=headers)
    answer = json.loads(body)
    return ("", answer) if status >= 300 else (answer["calibrator"]["sha256"], None)


def same_number(asked: Asked, problem: dict[str, Any]) -> str:
    """Of what the command line refuses as one thing and the API as the part of it that was sent by itself."""
    told = asked.said.refused()
    if told is not None and (told["number"], told["name"]) == (problem["number"], problem["name"]):
        return ""
    return f"refused {told or asked.said.output} by the command line, {problem} by the API"


def compare(asked: Asked) -> str:
    """Two files: over HTTP they are compared once they are on record, of a test fire of an empty register."""
    words = asked.words
    if "pairs" in words.options or len(words.places) != 2:
        raise NotSent("pairs of a file: over HTTP each is a request")
    if {"calibrator", "no_calibrator"} <= words.options.keys():
        raise NotSent("a calibrator and none")
    for place in words.places:
        file_of(asked, place)
    calibrator, refused = calibrator_of(asked)
    if refused is not None:
        return same_number(asked, refused)
    numbers = on_record(asked, words.places, words.text("mark") or "breech_face")
    if isinstance(numbers, str):
        return numbers
    a, b = (str(numbers[place]) for place in words.places)
    members = members_of(asked.route, words) | {"a": a, "b": b, "calibrator": calibrator}
    return same_answer(asked, *asked.served.ask("POST", ["comparisons"], body=members))


def search(asked: Asked) -> str:
    calibrator, refused = calibrator_of(asked)
    if refused is not None:
        return same_number(asked, refused)
    method, parts = path_of(asked.route, asked.words)
    members = members_of(asked.route, asked.words) | {"calibrator": calibrator}
    return same_answer(asked, *asked.served.ask(method, parts, body=members))


def calibrate(asked: Asked) -> str:
    """Pairs of files: over HTTP they are scans on record, and their file names them by their numbers."""
    words = asked.words
    if "pairs" not in words.options:
        raise NotSent("scores of another program, or made-up guns")
    name = words.text("pairs")
    rows = list(csv.DictReader(file_of(asked, name).decode().splitlines()))
    if not all(row.get("a") and row.get("b") for row in rows):
        raise NotSent("a file with rows that are no pairs")
    folder = Path(name).parent
    places = sorted({str(folder / row[column]) for row in rows for column in ("a", "b")})
    numbers = on_record(asked, places, words.text("mark") or "breech_face")
    if isinstance(numbers, str):
        return numbers
    columns = [column for column in ("a", "b", "source_a", "source_b") if column in rows[0]]
    lines = [",".join(columns)]
    for row in rows:
        numbered = {column: str(numbers[str(folder / row[column])]) for column in ("a", "b")}
        lines.append(",".join((row | numbered)[column] for column in columns))
    members = members_of(asked.route, words) | {"file": name}
    status, body = asked.served.ask("POST", ["trainings"], members, "\n".join(lines).encode())
    if status != 202:
        return same_number(asked, json.loads(body))
    job = followed(asked.served, json.loads(body)["id"], "trainings")
    if job["state"] != "done":
        return same_number(asked, job["refused"])
    if not asked.said.output.strip():
        return f"trained by the API, refused by the command line: {asked.said.errors}"
    return alike(json.loads(asked.said.output) | {"out": ""}, job["report"] | {"out": ""})


def own_file(asked: Asked) -> None:
    told = asked.said.refused()
    if told is not None and told["name"] == "unwritable_file":
        raise NotSent("a file that the command writes")


def on_paper(asked: Asked) -> str:
    """The same answer, and the report on paper of the same question."""
    own_file(asked)
    words = asked.words
    seizure = "seizure" in words.options
    route = Route("POST", "/traces/seizure", upload="seizure") if seizure else Route("POST", "/traces", into="body")
    members = members_of(route, words)
    if seizure:
        asked.sent = words.text("seizure")
        where, query, body = ["traces", "seizure"], members, file_of(asked, asked.sent)
    else:
        where, query, body = ["traces"], None, members
    problem = same_answer(asked, *asked.served.ask("POST", where, query, body))
    if problem or asked.said.refused():
        return problem
    status, pdf = asked.served.ask("POST", [*where, "report"], query, body)
    return "" if status == 200 and pdf.startswith(b"%PDF-") else f"no report: {status} {pdf[:300]!r}"


def epcis_files(asked: Asked) -> str:
    """One request a file; together they answer what the command did."""
    method, parts = path_of(asked.route, asked.words)
    answers: list[Any] = []
    for place in asked.words.places:
        asked.sent = place
        query = members_of(asked.route, asked.words) | {"file": place}
        status, body = asked.served.ask(method, parts, query, file_of(asked, place),
                                        {"Content-Type": "application/json"} | asked.served.bearer())
        if status >= 300:
            return same_refusal(asked, asked.said.refused(), status, json.loads(body))
        answers += json.loads(body)
    return same_answer(asked, 200, json.dumps(answers).encode())


def epcis_export(asked: Asked) -> str:
    """The document itself, which the command writes into a file where it is told one."""
    own_file(asked)
    method, parts = path_of(asked.route, asked.words)
    status, body = asked.served.ask(method, parts, members_of(asked.route, asked.words))
    if "out" not in asked.words.options or status >= 300:
        return same_answer(asked, status, body)
    return alike(json.loads((asked.folder / asked.words.text("out")).read_text()), json.loads(body))
