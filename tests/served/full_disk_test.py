"""A disk without room: what cannot be kept is refused and leaves nothing behind, and all goes on once there is room."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from served_test import ServedTest, clubs

ROOM = 24 << 20


def mounted(folder: Path) -> bool:
    """A small disk of its own at `folder`, for whoever may mount one."""
    with contextlib.suppress(OSError):
        return subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)],
                              capture_output=True).returncode == 0
    return False


class FullDisk(ServedTest):
    def setUp(self) -> None:
        self.disk = Path(tempfile.mkdtemp(prefix="lotline_disk_"))
        self.addCleanup(shutil.rmtree, self.disk)
        self.is_disk = mounted(self.disk)
        if self.is_disk:
            self.addCleanup(lambda: subprocess.run(["umount", "-l", str(self.disk)], check=True))
        super().setUp()
        self.register = self.disk / "r.lotline"
        self.command("init", str(self.register), "--simulated")
        self.ballast = self.disk / "ballast"

    def fill(self) -> None:
        """No room is left: of the disk, or where none could be mounted, of any file of the process."""
        assert self.service is not None
        if not self.is_disk:
            largest = max(file.stat().st_size for file in self.disk.glob("r.lotline*") if file.is_file())
            resource.prlimit(self.service.process.pid, resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
            return
        ballast = os.open(self.ballast, os.O_CREAT | os.O_WRONLY)
        for size in (1 << 16, 1 << 12):
            with contextlib.suppress(OSError):
                while True:
                    os.write(ballast, b"\0" * size)
        os.close(ballast)

    def make_room(self) -> None:
        assert self.service is not None
        if self.is_disk:
            self.ballast.unlink()
        else:
            resource.prlimit(self.service.process.pid, resource.RLIMIT_FSIZE,
                             (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def beside(self) -> list[str]:
        """What lies in the folders of uploads and of jobs, but for what is told of jobs."""
        return [str(file) for name in ("uploads", "jobs") for file in self.disk.glob(f"r.lotline-{name}/*")
                if file.suffix != ".json"]

    def party(self, code: str) -> tuple[int, dict[str, object]]:
        assert self.service is not None
        body = {"code": code, "kind": "club", "name": "Simulated club " + "x" * 200, "country": "BR"}
        status, answer = self.service.ask("POST", ["records", "parties"], body=body)
        return status, json.loads(answer)

    def no_room_to_take_in(self) -> None:
        """A file for which there is room, and not for what would be recorded of it."""
        if not self.is_disk:
            return
        os.truncate(self.ballast, self.ballast.stat().st_size - (2 << 20))
        assert self.service is not None
        status, body = self.service.ask("POST", ["imports"], {"file": "clubs.csv"}, clubs(1, 30_000))
        self.assertEqual(status, 202, body)
        told = self.job_until(json.loads(body)["id"], lambda job: job["state"] not in ("waiting", "running"))
        self.assertEqual((told["state"], told["refused"]["name"]), ("failed", "disk_full"), told)
        self.assertNotIn(str(self.disk), json.dumps(told))
        self.assertEqual(self.beside(), [])

    def test_what_cannot_be_kept_is_refused_and_all_goes_on_once_there_is_room(self) -> None:
        # As a shell's limits do: the signal is ignored, so that the write fails and not the process.
        service = self.start(before=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
        self.assertEqual(self.party("FIRST")[0], 201)
        self.fill()
        taken = 0
        for at in range(5_000):
            status, answer = self.party(f"FULL-{at}")
            if status != 201:
                break
            taken += 1
        # A limit of the process is no full disk, and the system says so.
        wanted = (503, "disk_full") if self.is_disk else (500, "storage_io")
        self.assertEqual((status, answer["name"]), wanted, answer)
        self.assertNotIn(str(self.disk), json.dumps(answer), "where the register lies is nobody's business")

        status, body = service.ask("POST", ["imports"], {"file": "clubs.csv"}, clubs(1, 120_000))
        self.assertIn(status, (202, 503), body)
        if status == 503:
            self.assertEqual(json.loads(body)["name"], "upload_failed", body)
        else:
            told = self.job_until(json.loads(body)["id"], lambda job: job["state"] not in ("waiting", "running"))
            self.assertNotEqual(told["state"], "done", told)
        self.assertEqual(self.beside(), [], "nothing half-written is left")
        self.no_room_to_take_in()

        # A look across organisations has to be in the access log first: what cannot be noted is not told.
        status, body = service.ask("POST", ["traces"], body={"headstamp": "CBC 17"})
        self.assertIn(status, (200, 503) if self.is_disk else (200, 500), body)
        status, _ = service.ask("GET", ["holders", "FIRST"])
        self.assertEqual(status, 200, "what stands can be read")

        self.make_room()
        status, answer = self.party("AFTER")
        self.assertEqual(status, 201, answer)
        status, body = service.ask("POST", ["imports"], {"file": "clubs.csv"}, clubs(1, 100))
        self.assertEqual(status, 202, body)
        told = self.job_until(json.loads(body)["id"], lambda job: job["state"] not in ("waiting", "running"))
        self.assertEqual(told["report"]["files"][0]["recorded"], 100, told)
        self.assertEqual(service.ask("POST", ["traces"], body={"headstamp": "CBC 17"})[0], 200)
        self.assertEqual(service.end(), 0)
        self.assertEqual(self.verified()["records"], 1 + 1 + taken + 1 + 100)
