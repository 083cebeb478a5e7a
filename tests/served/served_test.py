"""What the tests of a real service begin with: a register with a small State in a folder of its own."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
import unittest
from pathlib import Path
from typing import Any

from served import LONGEST_S, Served

PARTIES = "issuer,ref,code,kind,name,country\n"


def clubs(first: int, count: int) -> bytes:
    """Rows of parties, each with a ref and code of its own."""
    rows = (f"SIM,{at},CLUB-{at},club,Simulated club {at},BR\n" for at in range(first, first + count))
    return (PARTIES + "".join(rows)).encode()


class ServedTest(unittest.TestCase):
    program: Path
    settings = ""

    def setUp(self) -> None:
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="lotline_served_")))
        self.register = self.folder / "r.lotline"
        self.command("init", str(self.register), "--simulated")
        self.token = ""
        self.service: Served | None = None
        self.addCleanup(self.kill)

    def kill(self) -> None:
        if self.service is not None and self.service.process.poll() is None:
            self.service.process.kill()
            self.service.process.wait()

    def command(self, *words: str) -> Any:
        done = subprocess.run([str(self.program), *words, "--json"], capture_output=True, text=True, timeout=LONGEST_S)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def start(self, **how: Any) -> Served:
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        self.service = Served(self.program, self.register, folder, self.token, self.settings, **how)
        self.token = self.service.token
        return self.service

    def verified(self) -> dict[str, Any]:
        """The register, replayed and compared; its access log as well."""
        told: dict[str, Any] = self.command("verify", str(self.register))
        return told

    def job(self, number: str) -> dict[str, Any]:
        assert self.service is not None
        status, body = self.service.ask("GET", ["imports", number])
        self.assertEqual(status, 200, body)
        told: dict[str, Any] = json.loads(body)
        return told

    def job_until(self, number: str, wanted: Any) -> dict[str, Any]:
        """As soon as `wanted` is true of it."""
        ends = time.monotonic() + LONGEST_S
        while time.monotonic() < ends:
            told = self.job(number)
            if wanted(told):
                return told
            time.sleep(0.01)
        raise AssertionError(f"not in time: {told}")
