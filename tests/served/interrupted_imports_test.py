"""A service that ends in the middle of an import, and the next that begins it again."""

from __future__ import annotations

import json
import signal
from typing import Any

from served_test import PARTIES, ServedTest, clubs

ROWS = 150_000


def ended(job: dict[str, Any]) -> bool:
    return job["state"] not in ("waiting", "running")


class InterruptedImports(ServedTest):
    def begun(self, content: bytes, on_error: str = "rollback") -> str:
        """An import of which some rows have been taken and some not."""
        service = self.start()
        status, body = service.ask("POST", ["imports"], {"file": "clubs.csv", "on_error": on_error}, content)
        self.assertEqual(status, 202, body)
        number = str(json.loads(body)["id"])
        told = self.job_until(number, lambda job: ended(job) or job["bytes_done"] > 0)
        self.assertEqual(told["state"], "running", "it was over before it could be interrupted")
        self.assertLess(told["bytes_done"], told["bytes_total"])
        return number

    def goes_on(self, number: str, before: int, rows: int) -> dict[str, Any]:
        """What the job says after the next start, whose register has all rows once."""
        rolled_back = self.verified()
        self.assertEqual(rolled_back["records"], before, "an import is one unit of work: nothing of it is kept")
        self.start()
        told = self.job(number)
        self.assertIn(told["state"], ("waiting", "running", "done"))
        self.assertEqual((told["file"], told["bytes_total"] > 0), ("clubs.csv", True))
        told = self.job_until(number, ended)
        self.assertEqual((told["state"], told["report"]["kept"]), ("done", True), told)
        self.assertEqual(told["report"]["files"][0]["recorded"], rows)
        self.assertEqual(list((self.folder / "r.lotline-jobs").glob(f"{number}.csv")), [], "what came in is not kept")
        assert self.service is not None
        self.assertEqual(self.service.end(), 0)
        self.assertEqual(self.verified()["records"], before + rows)
        return told

    def test_one_that_was_killed_rolls_back_and_the_next_start_begins_again(self) -> None:
        before = self.verified()["records"]
        number = self.begun(clubs(1, ROWS))
        assert self.service is not None
        self.assertEqual(self.service.end(signal.SIGKILL), -signal.SIGKILL)
        self.goes_on(number, before, ROWS)

    def test_one_that_is_asked_to_stop_ends_at_once_and_well_and_the_next_start_begins_again(self) -> None:
        before = self.verified()["records"]
        number = self.begun(clubs(1, ROWS))
        assert self.service is not None
        self.assertEqual(self.service.end(signal.SIGTERM), 0)
        self.assertIn('"stopped"', self.service.log.read_text())
        self.goes_on(number, before, ROWS)

    def test_rows_that_are_refused_are_written_once_however_often_it_began(self) -> None:
        before = self.verified()["records"]
        content = clubs(1, ROWS) + b"SIM,0,CLUB-0,nonsense,Simulated club,BR\n"
        number = self.begun(content, "proceed")
        assert self.service is not None
        self.service.end(signal.SIGKILL)
        told = self.goes_on(number, before, ROWS)
        self.assertEqual(told["report"]["files"][0]["refused"], 1)
        service = self.start()
        status, rows = service.ask("GET", told["refused_rows"].split("/")[3:])
        self.assertEqual(status, 200)
        self.assertEqual(rows.decode().count("CLUB-0"), 1)
        self.assertTrue(rows.decode().startswith(PARTIES.strip()))

    def test_an_import_that_waited_behind_it_is_taken_after_it(self) -> None:
        number = self.begun(clubs(1, ROWS))
        assert self.service is not None
        _, body = self.service.ask("POST", ["imports"], {"file": "more.csv"}, clubs(ROWS + 1, 10))
        waiting = str(json.loads(body)["id"])
        self.service.end(signal.SIGKILL)
        self.start()
        told = self.job_until(waiting, lambda job: ended(job) or job["state"] == "running")
        self.assertEqual(self.job(number)["state"], "done", "what came first is taken first")
        told = self.job_until(waiting, ended)
        self.assertEqual((told["state"], told["report"]["files"][0]["recorded"]), ("done", 10))
