"""arrows: an include between modules goes down, and only where floors.json declares it."""

from __future__ import annotations

import json
import re

from . import project
from .project import Outcome

MODULE_LINE = re.compile(r"lotline_module\((\w+)([^)]*)\)")


def declared() -> dict[str, dict]:
    return json.loads(project.text_of("floors.json"))["modules"]


def check_declaration(modules: dict[str, dict]) -> list[str]:
    problems = []
    for name, module in modules.items():
        for used in module["uses"]:
            if used not in modules:
                problems.append(f"floors.json: {name} uses {used}, which is not declared")
            elif modules[used]["floor"] >= module["floor"]:
                problems.append(f"floors.json: {name} (floor {module['floor']}) uses {used}, which does not lie below it")
    return problems


def check_includes(modules: dict[str, dict]) -> list[str]:
    problems = []
    for name in project.cpp_files("src/"):
        parts = name.split("/")
        module = parts[1]
        if len(parts) < 3 or module not in modules:
            problems.append(f"{name}: lies in no module that floors.json declares")
            continue
        for include in project.includes_of(name):
            target = include.split("/")[0]
            if "/" not in include or target not in modules:
                problems.append(f'{name}: "{include}" does not begin with a module of floors.json')
            elif target != module and target not in modules[module]["uses"]:
                problems.append(f'{name}: "{include}": floors.json declares no arrow from {module} to {target}')
        own = name.removesuffix(".cpp") + ".h"
        if name.endswith(".cpp") and own in project.files() and project.includes_of(name)[:1] != (own[len("src/") :],):
            problems.append(f'{name}: its own header "{own[len("src/"):]}" stands first')
    return problems


def check_build(modules: dict[str, dict]) -> list[str]:
    """The link lines of CMakeLists.txt are arrows too."""
    problems = []
    for module, words in MODULE_LINE.findall(project.text_of("CMakeLists.txt")):
        if module not in modules:
            problems.append(f"CMakeLists.txt: {module} is not declared in floors.json")
            continue
        depends = words.partition("DEPENDS")[2].partition("LIBRARIES")[0].split()
        for used in depends:
            if used not in modules[module]["uses"]:
                problems.append(f"CMakeLists.txt: floors.json declares no arrow from {module} to {used}")
    return problems


def arrows() -> Outcome:
    modules = declared()
    problems = check_declaration(modules) + check_includes(modules) + check_build(modules)
    return Outcome.of(problems, f"{len(modules)} modules")
