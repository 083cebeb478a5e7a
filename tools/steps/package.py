"""package: a Debian 12 of its own, booted with its systemd, where tests/package/walk.py installs the package, serves a
register, renews the package and purges it. It has no network, and its disk is thrown away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from . import project
from .project import Outcome

FOLDER = project.ROOT / "build" / "machine"  # removed, it is made anew
ROOT = FOLDER / "root"
CONSOLE, WALKED = FOLDER / "console.log", FOLDER / "walk.log"
RELEASE = "bookworm"
HOLDS = "systemd-sysv,dbus,linux-image-cloud-amd64,python3,curl"
ACCELERATORS = ("kvm", "tcg,thread=multi")
WALK = """[Unit]
Description=The package, walked through
[Service]
ExecStart=/usr/bin/python3 /given/walk.py /given
StandardOutput=tty
StandardError=tty
TTYPath=/dev/ttyS1
ExecStopPost=/bin/systemctl --no-block poweroff
"""
ALIVE_S = 60  # a kernel that has said nothing by then will not
LONGEST_S = 2 * 3600


def as_root(*command: str) -> None:
    """What it says is shown where it fails."""
    done = subprocess.run([*([] if os.getuid() == 0 else ["sudo"]), *command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode != 0:
        raise OSError(f"{' '.join(command)}: {done.stdout[-2000:]}")


def write_as_root(text: str, name: str) -> None:
    written = FOLDER / "written"
    written.write_text(text)
    as_root("install", "-D", "-m", "644", str(written), str(ROOT / name))


def make_root() -> None:
    """A root with what the walk needs and nothing of Lotline."""
    fresh = FOLDER / "fresh"
    as_root("rm", "-rf", str(fresh))
    as_root("debootstrap", "--variant=minbase", f"--include={HOLDS}", RELEASE, str(fresh))
    as_root("mv", str(fresh), str(ROOT))
    write_as_root(WALK, "etc/systemd/system/walk.service")
    as_root("mkdir", "-p", str(ROOT / "given"), str(ROOT / "etc/systemd/system/multi-user.target.wants"))
    as_root("ln", "-sf", "/etc/systemd/system/walk.service", str(ROOT / "etc/systemd/system/multi-user.target.wants"))
    write_as_root("/dev/vdb /given ext4 ro 0 0\n", "etc/fstab")


def give(package: Path) -> None:
    """The walk, the package, and the same as a higher version; what it depends on, for an apt without a network."""
    given = FOLDER / "given"
    shutil.rmtree(given, ignore_errors=True)
    given.mkdir()
    for name in ("walk.py", "asked.py"):
        shutil.copy(project.ROOT / "tests" / "package" / name, given)
    shutil.copy(package, given / "old.deb")
    taken_apart = FOLDER / "taken_apart"
    shutil.rmtree(taken_apart, ignore_errors=True)
    as_root("dpkg-deb", "-R", str(package), str(taken_apart))
    as_root("sed", "-i", r"s/^\(Version: .*\)/\1+1/", str(taken_apart / "DEBIAN" / "control"))
    as_root("dpkg-deb", "--root-owner-group", "-Znone", "-b", str(taken_apart), str(given / "new.deb"))
    as_root("rm", "-rf", str(taken_apart))
    as_root("cp", str(given / "old.deb"), str(ROOT / "given"))
    as_root("chroot", str(ROOT), "apt-get", "-q", "update")
    as_root("chroot", str(ROOT), "apt-get", "-q", "--yes", "--download-only", "install", "/given/old.deb")
    as_root("rm", str(ROOT / "given" / "old.deb"))


def image(folder: Path, size: str) -> str:
    file = FOLDER / f"{folder.name}.ext4"
    as_root("rm", "-f", str(file))
    as_root("mke2fs", "-q", "-t", "ext4", "-d", str(folder), str(file), size)
    return f"file={file},format=raw,if=virtio"


def say_new(said: int) -> int:
    """Prints the whole lines of the walk after the first `said` of them."""
    lines = WALKED.read_text(errors="replace").split("\n")[:-1]
    print("".join(f"    {line.strip()}\n" for line in lines[said:]), end="", flush=True)
    return len(lines)


def boot(accelerator: str, disks: list[str]) -> bool:
    """Whether it was alive; it powers itself off. Of its two serial lines the second is the walk's."""
    kernel, initrd = (next((ROOT / "boot").glob(f"{name}*")) for name in ("vmlinuz", "initrd.img"))
    command = ["qemu-system-x86_64", "-accel", accelerator, "-cpu", "max", "-smp", "2", "-m", "2048", "-nic", "none",
               "-nodefaults", "-display", "none", "-no-reboot", "-snapshot", "-serial", f"file:{CONSOLE}",
               "-serial", f"file:{WALKED}", "-kernel", str(kernel), "-initrd", str(initrd),
               "-append", "root=/dev/vda rw console=ttyS0", *(word for disk in disks for word in ("-drive", disk))]
    for log in (CONSOLE, WALKED):
        log.write_bytes(b"")
    machine = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    began, said = time.monotonic(), 0
    try:
        while machine.poll() is None and time.monotonic() - began < LONGEST_S:
            time.sleep(0.5)
            said = say_new(said)
            if time.monotonic() - began > ALIVE_S and b"Linux version" not in CONSOLE.read_bytes():
                break
    finally:
        machine.kill()
        machine.wait()
        say_new(said)
    return b"Linux version" in CONSOLE.read_bytes()


def package() -> Outcome:
    sys.stdout.flush()
    if subprocess.run([str(project.ROOT / "tools" / "package")], cwd=project.ROOT).returncode != 0:
        return Outcome.of(["tools/package does not make one"])
    made = max((project.ROOT / "build" / "package").glob("lotline_*.deb"), key=lambda file: file.stat().st_mtime)
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not ROOT.is_dir():
        make_root()
    give(made)
    disks = [image(ROOT, "4G"), image(FOLDER / "given", "128M")]
    by = next((one for one in ACCELERATORS if boot(one, disks)), "nothing")
    shown = [line.strip() for line in WALKED.read_text(errors="replace").splitlines()]
    passed = sum(line.startswith("ok ") for line in shown)
    problems = [line for line in shown if line.startswith("FAILED ")]
    if "ended" not in shown:
        problems.append(f"the walk did not come to its end: see build/machine/walk.log, console.log")
    size = made.stat().st_size / 1e6
    return Outcome(problems, passed, len(problems), f"{made.name}, {size:.1f} MB, by {by.split(',')[0]}")
