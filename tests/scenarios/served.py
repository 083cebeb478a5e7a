"""A register served by the real program, and a client that asks it."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

LONGEST_S = 120
ACCOUNT = "scenario"
MACHINE = "api"
ACTOR = f"{ACCOUNT}/{MACHINE}"  # under which a token's acts are recorded
ROLES = ("registry_officer", "licensing_officer", "examiner", "auditor")
RIGHTS = ("read_marks", "read_own", "read_all", "trace", "read_log", "read_reports", "read_fired_cases", "examine",
          "record_stock", "record_trade", "record_case", "license", "keep_register", "erase_person")
PASSWORD = "of a scenario, long enough for anybody"


class OverSocket(http.client.HTTPConnection):
    """Over a Unix socket."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=LONGEST_S)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Served:
    """One process. Raises OSError where the register cannot be served.

    `folder` is empty and the process's own; `token` is of an earlier process for the same register; `settings` are lines
    of its configuration; on `port` it listens to a free port of this machine and not on a Unix socket.
    """

    def __init__(self, program: Path, register: Path, folder: Path, token: str = "", settings: str = "",
                 port: bool = False, before: Callable[[], None] | None = None) -> None:
        self.program, self.register = program, register
        self.socket, self.log = folder / "s", folder / "log"
        page, config = folder / "page", folder / "settings.toml"
        page.mkdir()
        (page / "index.html").write_text("<!doctype html><title>A register</title>")
        config.write_text(settings)
        listen = "127.0.0.1:0" if port else f"unix:{self.socket}"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [str(program), "serve", "--register", str(register), "--listen", listen, "--page", str(page),
                 "--config", str(config)], stdout=log, stderr=log, stdin=subprocess.DEVNULL, preexec_fn=before)
        ends_at = time.monotonic() + LONGEST_S
        while b"Lotline serves" not in self.log.read_bytes():
            if self.process.poll() is not None or time.monotonic() > ends_at:
                self.process.kill()
                raise OSError(f"{register} cannot be served: {self.log.read_text()[-500:]}")
            time.sleep(0.005)
        found = re.search(r"at http://127\.0\.0\.1:(\d+)/", self.log.read_text())
        self.port = int(found[1]) if found else 0
        self.connection = self.connected()
        self.session: dict[str, str] = {}
        self.token = token or self.given_token()

    def connected(self) -> http.client.HTTPConnection:
        """A connection of its own."""
        if self.port:
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_S)
        return OverSocket(self.socket)

    def sign_in(self, name: str, password: str) -> dict[str, str]:
        """Headers of a session, in which the password that was given is changed."""
        body = json.dumps({"name": name, "password": password})
        self.connection.request("POST", "/api/v1/session", body, {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        csrf = json.loads(answer.read())["csrf"]
        session = {"Cookie": answer.headers["Set-Cookie"].split(";")[0], "Lotline-Csrf": csrf}
        self.ask("POST", ["session", "password"], body={"old": password, "new": PASSWORD}, headers=session)
        return session

    def given_token(self) -> str:
        """Of an account of every role that one person may have."""
        roles = [word for role in ROLES for word in ("--role", role)]
        given = self.command("account", "add", ACCOUNT, "--person", "Simulated officer", *roles)
        self.sign_in(ACCOUNT, given["password"])
        ends = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 7 * 86_400))
        rights = [word for right in RIGHTS for word in ("--right", right)]
        return str(self.command("account", "token", ACCOUNT, "--name", MACHINE, "--ends", ends, *rights)["token"])

    def administrator(self) -> dict[str, str]:
        """Headers of a session of the first administrator."""
        if not self.session:
            password = Path(f"{self.register}-first-password").read_text().split()[0]
            self.session = self.sign_in("administrator", password)
        return self.session

    def command(self, *words: str) -> Any:
        """The command line, beside the service."""
        done = subprocess.run([str(self.program), *words, "--register", str(self.register), "--json"],
                              capture_output=True, text=True, timeout=LONGEST_S)
        if done.returncode != 0:
            raise OSError(f"{' '.join(words[:3])}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def ask(self, method: str, parts: list[str], query: dict[str, str] | None = None, body: Any = None,
            headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        """`body` is bytes of a file, or an object that is sent as JSON."""
        target = "/api/v1/" + "/".join(quote(part, safe="") for part in parts)
        if query:
            target += "?" + urlencode(query)
        sent = dict(headers or self.bearer())
        if parts[0] == "traces":
            sent["Lotline-Case"] = "SCENARIO"
        if isinstance(body, bytes):
            sent.setdefault("Content-Type", "application/json" if body.lstrip()[:1] in (b"{", b"[") else "text/csv")
        elif body is not None:
            sent["Content-Type"], body = "application/json", json.dumps(body).encode()
        self.connection.request(method, target, body, sent)
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def faults(self) -> str:
        """What the service's log says of faults, which nobody may see in a scenario."""
        return "\n".join(line for line in self.log.read_text(errors="replace").splitlines() if '"fault"' in line)

    def end(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Its exit code, once it has ended."""
        with contextlib.suppress(OSError):
            self.connection.close()
        self.process.send_signal(by)
        try:
            return self.process.wait(LONGEST_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()
