"""build: configures a preset where that is needed and builds it, with ninja's own progress."""

from __future__ import annotations

import os
import subprocess
import sys

from . import project
from .project import Outcome


def build(preset: str = "release", *targets: str) -> Outcome:
    sys.stdout.flush()
    if not (project.ROOT / "build" / preset / "build.ninja").is_file():
        if subprocess.run(["cmake", "--preset", preset], cwd=project.ROOT).returncode != 0:
            return Outcome.of([f"the preset {preset} cannot be configured"])
    command = ["cmake", "--build", "--preset", preset]
    if targets:
        command += ["--target", *targets]
    environment = {**os.environ, "NINJA_STATUS": "    [%f of %t, %es] "}
    done = subprocess.run(command, cwd=project.ROOT, env=environment)
    return Outcome.of([] if done.returncode == 0 else [f"the preset {preset} does not build"], preset)
