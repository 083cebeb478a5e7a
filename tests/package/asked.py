"""What the walk asks of the machine it is on: commands, the unit, the register in use, and the service over HTTP."""

from __future__ import annotations

import http.client
import json
import subprocess
from pathlib import Path
from typing import Any

FOLDER = Path("/var/lib/lotline")
REGISTER = FOLDER / "state.lotline"
PASSWORD = "of a walk, long enough for anybody"
PATIENCE_S = 1800  # an emulated machine is slow


def show(sentence: str, holds: Any, seen: Any = "") -> None:
    note = " ".join(str(seen).split())
    print(f"{'ok    ' if holds else 'FAILED'} {sentence}{f': {note}' if note else ''}", flush=True)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(words, 124, "", f"still running after {PATIENCE_S} s")


def told(*words: str) -> str:
    return run(*words).stdout.strip()


def apt(*words: str) -> subprocess.CompletedProcess[str]:
    return run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "--yes", *words)


def version() -> str:
    return told("dpkg-query", "-W", "-f", "${Version}", "lotline")


def unit(name: str) -> str:
    return told("systemctl", "show", "lotline", "--property", name, "--value")


def state() -> tuple[str, str]:
    return told("systemctl", "is-enabled", "lotline"), unit("ActiveState")


def systemctl(word: str, *options: str) -> bool:
    return run("systemctl", word, *options, "lotline").returncode == 0


def journal() -> str:
    return told("journalctl", "-u", "lotline", "-o", "cat", "--no-pager")


def as_user(*words: str) -> Any:
    """A command on the register in use, as the service's user."""
    done = run("runuser", "-u", "lotline", "--", "lotline", *words, "--json")
    return json.loads(done.stdout) if done.returncode == 0 else {}


def records() -> int:
    """Of the register in use, which is verified; below nought where it is not as it should be."""
    return int(as_user("verify", str(REGISTER)).get("records", -1))


def ask(method: str, target: str, body: Any = None, **headers: str) -> tuple[int, str, http.client.HTTPMessage]:
    """Status, body and headers; 0 where nobody answers."""
    kind = "text/csv" if isinstance(body, str) else "application/json"
    sent = body if body is None or isinstance(body, str) else json.dumps(body)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", 8080, timeout=PATIENCE_S)
        connection.request(method, target, sent, {"Content-Type": kind, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers
    except OSError as error:
        return 0, str(error), http.client.HTTPMessage()


def answers() -> bool:
    return ask("GET", "/readyz")[0] == 200


def signed_in(name: str, given: str) -> dict[str, str]:
    """Headers of a session, in which the password that was given is changed; none where that is refused."""
    status, body, headers = ask("POST", "/api/v1/session", {"name": name, "password": given})
    if status != 200:
        return {}
    session = {"Cookie": headers["Set-Cookie"].split(";")[0], "Lotline-Csrf": json.loads(body)["csrf"]}
    changed = ask("POST", "/api/v1/session/password", {"old": given, "new": PASSWORD}, **session)[0]
    return session if changed in (200, 204) else {}
