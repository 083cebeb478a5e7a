"""Bytes that are no well-formed request, over a real socket: each is answered or let go, and nothing stays behind.

What a request may say is damaged a hundred thousand times in process (tests/http/damaged_requests_test.cpp); here it is
how the bytes come.
"""

from __future__ import annotations

import http.client
import random
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor

from served_test import ServedTest

TIMES = 400  # of each kind that is sent at random
SECONDS = 6  # within which every one of them is over
STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")
TARGETS = ("/api/v1/lots", "/api/v1/traces", "/api/v1/imports", "/healthz", "/", "/api/v1/records/parties")
PATHS = ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/shadow", "//etc/passwd", "/.", "/%00", "/api/v1/lots/%2f%2e%2e",
         "/api/v1/lots/A/%c0%af", "/api//v1//lots", "/api/v1/lots/;/x", "/\\..\\..\\x", "/%", "/%zz", "*",
         "http://elsewhere.example/healthz", "/" + "a" * 9_000, "/?" + "a=1&" * 2_000, "/healthz#x", "/\x7f")
SIZES = ("-1", "0x10", "ffffffffffffffff", "ffffffffffffffffff", "", "z", "10;" + "x" * 5_000, "+5", " 5", "5\t", "00000005")
LENGTHS = ("-1", "1e9", "9" * 30, "", "5, 5", "5, 6", "+5", "0x5", " ")


class DamagedStreams(ServedTest):
    settings = "header_seconds = 1\nbody_seconds = 2\nidle_seconds = 2\nleast_rate = 1000\nbody_bytes = 65536\n" \
               "upload_bytes = 1048576\nconnections = 300\nrequests_per_minute = 1000000\n"

    def setUp(self) -> None:
        super().setUp()
        self.start(port=True)

    def memory_kb(self) -> int:
        assert self.service is not None
        with open(f"/proc/{self.service.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

    def raw(self, *parts: bytes, pause: float = 0.0, close: bool = True) -> tuple[bytes, float]:
        """What comes back until the other side closes, and the seconds it took; the client stops sending after all
        parts where `close`."""
        assert self.service is not None
        began = time.monotonic()
        got = b""
        with socket.create_connection(("127.0.0.1", self.service.port), timeout=30) as wire:
            try:
                for part in parts:
                    wire.sendall(part)
                    if pause:
                        time.sleep(pause)
                if close:
                    wire.shutdown(socket.SHUT_WR)
                while piece := wire.recv(65_536):
                    got += piece
            except OSError:
                pass  # it let go in the middle
        return got, time.monotonic() - began

    def head(self, chance: random.Random, *more: str, target: str = "", method: str = "") -> bytes:
        assert self.service is not None
        method = method or chance.choice(("GET", "POST", "POST", "PUT", "DELETE"))
        lines = [f"{method} {target or chance.choice(TARGETS)} HTTP/1.1", "Host: localhost",
                 f"Authorization: Bearer {self.service.token}", "Content-Type: application/json", *more]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    # --- kinds of damage: each gives what is sent, in parts ----------------------------------------------------------

    def half_sent(self, chance: random.Random) -> list[bytes]:
        whole = self.head(chance, "Content-Length: 40") + b'{"headstamp":"CBC 17","calibre":"9x19"}..'
        return [whole[: chance.randrange(1, len(whole))]]

    def duplicated(self, chance: random.Random) -> list[bytes]:
        twice = chance.choice(("Content-Length: 2\r\nContent-Length: 3", "Host: elsewhere.example",
                               "Content-Length: 2\r\nTransfer-Encoding: chunked", "Authorization: Bearer x",
                               "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Content-Type: text/csv",
                               "Idempotency-Key: a\r\nIdempotency-Key: b", "Lotline-Case: a\r\nLotline-Case: b"))
        return [self.head(chance, *twice.split("\r\n")) + b"{}"]

    def wrong_length(self, chance: random.Random) -> list[bytes]:
        return [self.head(chance, f"Content-Length: {chance.choice(LENGTHS)}") + b'{"a":"b"}']

    def wrong_chunks(self, chance: random.Random) -> list[bytes]:
        chunk = f"{chance.choice(SIZES)}\r\n".encode() + b"x" * chance.randrange(12) + chance.choice((b"", b"\r\n", b"\n"))
        return [self.head(chance, "Transfer-Encoding: chunked"), b"2\r\n{}\r\n" * chance.randrange(2), chunk]

    def trick_of_path(self, chance: random.Random) -> list[bytes]:
        return [self.head(chance, target=chance.choice(PATHS))]

    def oversized(self, chance: random.Random) -> list[bytes]:
        much = chance.choice((f"X: {'a' * 40_000}", *[f"X-{at}: a" for at in range(3)]))
        if chance.random() < 0.5:
            return [self.head(chance, *([much] * chance.randrange(1, 400)))]
        return [self.head(chance, "Content-Length: 5000000", target="/api/v1/traces", method="POST"), b"x" * 300_000]

    def pipelined(self, chance: random.Random) -> list[bytes]:
        return [b"".join(self.head(chance, "Content-Length: 0") for _ in range(chance.randrange(2, 30)))]

    def noise(self, chance: random.Random) -> list[bytes]:
        whole = bytearray(self.head(chance, "Content-Length: 2") + b"{}")
        for _ in range(chance.randrange(1, 6)):
            whole[chance.randrange(len(whole))] = chance.randrange(256)
        return [bytes(whole)]

    def test_whatever_comes_is_answered_without_a_fault_or_let_go_and_memory_stays_bounded(self) -> None:
        assert self.service is not None
        kinds = (self.half_sent, self.duplicated, self.wrong_length, self.wrong_chunks, self.trick_of_path, self.oversized,
                 self.pipelined, self.noise)

        def one(at: int) -> tuple[int, list[int], float]:
            kind = at % len(kinds)
            got, seconds = self.raw(*kinds[kind](random.Random(at)))
            return kind, [int(status) for status in STATUS.findall(got)], seconds

        half = len(kinds) * TIMES // 2
        statuses: dict[int, int] = {}
        before = 0
        with ThreadPoolExecutor(150) as pool:
            for round_ in range(2):
                for kind, found, seconds in pool.map(one, range(round_ * half, (round_ + 1) * half)):
                    self.assertLess(seconds, 30, kinds[kind].__name__)
                    for status in found:
                        statuses[status] = statuses.get(status, 0) + 1
                before = before or self.memory_kb()
        self.assertNotIn(500, statuses)
        self.assertGreater(statuses.get(400, 0), 200, statuses)
        self.assertLess(self.memory_kb() - before, 20_000, "the second thousand takes no more than the first")
        self.assertEqual(self.service.faults(), "")
        self.still_well()

    def still_well(self) -> None:
        """It answers the next, has let go of every connection and lost nothing."""
        assert self.service is not None
        connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=10)
        connection.request("GET", "/healthz")
        self.assertEqual(connection.getresponse().read(), b"alive\n")
        self.assertEqual(self.service.end(), 0)
        self.verified()

    def test_headers_that_come_a_byte_at_a_time_are_let_go_while_others_are_answered(self) -> None:
        assert self.service is not None

        def slowly(_: int) -> float:
            return self.raw(*[bytes([byte]) for byte in b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 200], pause=0.1, close=False)[1]

        with ThreadPoolExecutor(60) as pool:
            slow = [pool.submit(slowly, at) for at in range(60)]
            for _ in range(50):
                began = time.monotonic()
                self.assertEqual(self.service.ask("GET", ["session"])[0], 200)
                self.assertLess(time.monotonic() - began, SECONDS)
            for waiting in slow:
                self.assertLess(waiting.result(), SECONDS + 20)
        self.still_well()

    def test_a_body_that_comes_too_slowly_is_let_go_and_leaves_nothing(self) -> None:
        begin = self.head(random.Random(1), "Content-Length: 100000", target="/api/v1/imports", method="POST").replace(
            b"application/json", b"text/csv")
        with ThreadPoolExecutor(20) as pool:
            for _, seconds in pool.map(lambda _: self.raw(begin, *[b"x" * 10] * 60, pause=0.1, close=False), range(20)):
                self.assertLess(seconds, SECONDS + 20)
        self.assertEqual(list((self.folder / "r.lotline-uploads").glob("*")), [])
        self.still_well()
