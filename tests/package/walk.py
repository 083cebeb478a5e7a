#!/usr/bin/env python3
"""The Debian package on a machine of its own, from its installation to its purge; root runs it there.

    walk.py FOLDER     FOLDER has old.deb, and new.deb: the same with a higher version

Prints one line for each thing shown: `ok` or `FAILED`, a sentence, and what was seen; at its end `ended`.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import sys
import time
from pathlib import Path

from asked import (FOLDER, PASSWORD, PATIENCE_S, REGISTER, answers, apt, as_user, ask, journal, records, run, show,
                   signed_in, state, systemctl, told, unit, version)

SETTINGS, DEFAULT = Path("/etc/lotline/lotline.toml"), Path("/etc/default/lotline")
SOCKET = "/run/lotline/socket"
CLUBS = "issuer,ref,code,kind,name,country\n" + "".join(f"SIM,{n},CLUB-{n},club,Club {n},BR\n" for n in range(200))
STOP_S = 20  # stop_seconds of docs/service.md
SCORE = 2.0  # of 10, the highest exposure that systemd-analyze may find


def name_the_state() -> None:
    DEFAULT.write_text(DEFAULT.read_text().replace("LOTLINE_STATE=\n", "LOTLINE_STATE=BR\n"))


def first_start(package: Path) -> None:
    done = apt("install", str(package))
    show("apt installs it with what it needs", done.returncode == 0, done.stderr if done.returncode else version())
    show("it is enabled, and not started before it is asked for", state() == ("enabled", "inactive"))
    began = time.monotonic()
    started, status = systemctl("start"), ask("GET", "/healthz")[0]
    show("as soon as `systemctl start` has ended, 127.0.0.1:8080 answers", started and status == 200,
         f"{time.monotonic() - began:.1f} s from start to answer")
    status, page, _ = ask("GET", "/")
    show("the page is served", status == 200 and "<title>" in page)
    texts = [Path("/usr/share/doc/lotline/copyright"), Path("/usr/share/lotline/page/licences.txt")]
    show("whose work it is stands beside it", all(text.is_file() and "Copyright" in text.read_text() for text in texts))
    show("no State is named, so the register is simulated", (FOLDER / "simulated.lotline").is_file())


def own_state() -> tuple[str, dict[str, str]]:
    """The register of a State, an account and an import; answers the first password and the account's session."""
    name_the_state()
    show("with a State named, a restart serves its own register", systemctl("restart") and REGISTER.is_file())
    secret = Path(f"{REGISTER}-first-password")
    seen = f"{secret.stat().st_mode & 0o777:o} {secret.owner()}"
    show("the one-time password is its user's alone", seen == "600 lotline", seen)
    password = secret.read_text().strip()
    show("it signs in, and is changed", signed_in("administrator", password))
    given = as_user("account", "add", "clerk", "--person", "Simulated clerk", "--role", "registry_officer",
                    "--register", str(REGISTER))
    session = signed_in("clerk", given["password"])
    _, body, _ = ask("POST", "/api/v1/imports?file=clubs.csv", CLUBS, **session, **{"Idempotency-Key": "walk"})
    job = json.loads(body)
    ends = time.monotonic() + PATIENCE_S
    while job.get("state") in ("waiting", "running") and time.monotonic() < ends:
        time.sleep(0.2)
        job = json.loads(ask("GET", f"/api/v1/imports/{job['id']}", **session)[1])
    taken = job["report"]["files"][0]["recorded"] if job.get("state") == "done" else job
    show("a file of 200 rows is taken in over the API", taken == 200, taken)
    return password, session


def kept_up() -> None:
    held, pid = records(), unit("MainPID")
    show("the register in use verifies", held >= 200, f"{held} records")
    show("a reload is taken by the same process", systemctl("reload") and answers() and unit("MainPID") == pid)
    show("a restart is another process and loses nothing",
         systemctl("restart") and unit("MainPID") != pid and records() == held)
    pid = unit("MainPID")
    os.kill(int(pid), signal.SIGKILL)
    ends = time.monotonic() + PATIENCE_S
    while not answers() and time.monotonic() < ends:
        time.sleep(0.1)
    show("killed, it is started again and loses nothing", unit("MainPID") != pid and records() == held)
    copy = "/var/backups/copy.lotline"
    copied = run("lotline", "backup", str(REGISTER), "--into", copy).returncode == 0
    show("the register in use is backed up, by root as well",
         copied and json.loads(told("lotline", "verify", copy, "--json") or "{}").get("records") == held)
    foreign = [path.name for path in FOLDER.rglob("*") if path.owner() != "lotline"]
    show("and nothing in its folder is then another user's", not foreign, ", ".join(foreign))


def seen_from_outside(password: str) -> None:
    lines = [json.loads(line) for line in journal().splitlines() if line.startswith("{")]
    events = {line["event"] for line in lines}
    show("the journal has a line of JSON for each request, and no fault", "request" in events and "fault" not in events,
         f"{len(lines)} lines")
    show("and neither password", password not in journal() and PASSWORD not in journal())
    done = run("systemd-analyze", "verify", "--man=no", "lotline.service")
    show("systemd-analyze has nothing to say of the unit", done.returncode == 0 and not done.stderr,
         done.stderr)
    found = re.search(r"exposure level for lotline.service: ([\d.]+)",
                      told("systemd-analyze", "security", "lotline", "--no-pager"))
    show(f"its exposure is at most {SCORE}", found and float(found[1]) <= SCORE, found and found[1])


def asked_on_socket(group: str) -> bool:
    return run("setpriv", "--reuid=nobody", f"--regid={group}", "--clear-groups", "curl", "-s", "--unix-socket", SOCKET,
               "http://localhost/healthz").returncode == 0


def other_settings() -> None:
    usual = SETTINGS.read_text()
    SETTINGS.write_text(usual.replace('"127.0.0.1:8080"', f'"unix:{SOCKET}"'))
    show("on a socket it answers its group and nobody else",
         systemctl("restart") and asked_on_socket("lotline") and not asked_on_socket("nogroup"))
    SETTINGS.write_text("listens = 1\n")
    show("with a setting that does not exist it does not start, and says why",
         not systemctl("restart") and "no such setting" in journal())
    SETTINGS.write_text(usual + "# changed by an administrator\n")
    systemctl("reset-failed")
    show("with the settings mended it starts", systemctl("start") and answers())


def renewed(package: Path) -> None:
    held, pid, before = records(), unit("MainPID"), version()
    done = apt("install", str(package))
    show("a newer package is installed over one that runs, and asks nothing", done.returncode == 0,
         done.stderr if done.returncode else f"{before}, then {version()}")
    show("it is started again with the register and the settings it had",
         answers() and unit("MainPID") != pid and records() == held and "# changed" in SETTINGS.read_text())


def stopped(package: Path, session: dict[str, str]) -> None:
    stream = http.client.HTTPConnection("127.0.0.1", 8080)
    stream.request("GET", "/api/v1/events", headers=session)
    followed = stream.getresponse().status == 200
    began = time.monotonic()
    well = systemctl("stop") and unit("Result") == "success" and '"stopped"' in journal()[-500:]
    took = time.monotonic() - began
    show(f"a stop ends well within {STOP_S} s, though somebody follows the events", followed and well
         and took <= STOP_S, f"{took:.1f} s")
    systemctl("disable")
    apt("--reinstall", "install", str(package))
    show("stopped and disabled, it stays so when a package is installed over it", state() == ("disabled", "inactive"))


def end(package: Path) -> None:
    systemctl("enable", "--now")
    held = records()
    done = apt("remove", "lotline")
    show("removed, it has stopped, and its registers and settings are there", done.returncode == 0
         and unit("ActiveState") == "inactive" and REGISTER.is_file() and SETTINGS.is_file(), done.stderr)
    done = apt("purge", "lotline")
    show("purged, its settings are gone and its registers are there, and it says so", done.returncode == 0
         and not SETTINGS.exists() and REGISTER.is_file() and "registers in /var/lib/lotline stay" in done.stdout)
    apt("install", str(package))
    name_the_state()
    show("installed again it serves them as they were", systemctl("start") and answers() and records() == held,
         f"{held} records")


if __name__ == "__main__":
    old, new = (Path(sys.argv[1]) / name for name in ("old.deb", "new.deb"))
    first_start(old)
    first_password, clerk = own_state()
    kept_up()
    seen_from_outside(first_password)
    other_settings()
    renewed(new)
    stopped(new, clerk)
    end(new)
    print("ended", flush=True)
