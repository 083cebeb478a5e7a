"""dead files: code that nothing builds or includes, data that nothing names, pages that nothing links to."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from . import project
from .project import Outcome

COMMANDS = project.ROOT / "build" / "release" / "compile_commands.json"
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
ENTRANCES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md")


def unbuilt_sources() -> list[str]:
    """Needs a configured build; fuzz targets are built by clang alone."""
    if not COMMANDS.is_file():
        return ["the preset release is not configured, so nothing says what is built"]
    built = {entry["file"] for entry in json.loads(COMMANDS.read_text())}
    sources = [name for name in project.cpp_files("src/", "tests/", "bench/") if name.endswith(".cpp")]
    unbuilt = [name for name in sources if str(project.ROOT / name) not in built]
    fuzzed = [name for name in unbuilt if name.startswith("tests/fuzz/")]
    return [f"{name}: no target builds it" for name in unbuilt if name not in fuzzed]


def unused_headers() -> list[str]:
    """A header that only its own .cpp and test include is read by nobody."""
    users: dict[str, set[str]] = {}
    for name in project.cpp_files("src/", "tests/", "bench/"):
        for include in project.includes_of(name):
            target = project.resolve(include, name)
            if target:
                users.setdefault(target, set()).add(name)
    problems = []
    for name in project.cpp_files("src/", "tests/", "bench/"):
        if not name.endswith(".h"):
            continue
        stem = name.removesuffix(".h")
        if not users.get(name, set()) - {name, f"{stem}.cpp", f"{stem}_test.cpp"}:
            problems.append(f"{name}: nothing but its own .cpp and test includes it")
    return problems


def unnamed_data() -> list[str]:
    """A data file is named by its file name, its name without ending, or its folder below data/."""
    speaking = "\n".join(
        project.text_of(name)
        for name in project.files()
        if name.startswith(("src/", "tests/", "tools/", "bench/", "cmake/")) or name in ("CMakeLists.txt", "run")
    )
    words = set(re.findall(r"[\w.-]+", speaking)) | set(re.findall(r"\w+", speaking))
    problems = []
    for name in project.files():
        path = PurePosixPath(name)
        if not name.startswith("data/") or path.suffix == ".md":
            continue
        folder = str(path.parent)
        if not ({path.name, path.stem} & words or (folder != "data" and folder in speaking)):
            problems.append(f"{name}: nothing names it")
    return problems


def pages() -> list[str]:
    """Every page can be reached from the entrances, and every link between pages leads somewhere."""
    problems: list[str] = []
    all_pages = {name for name in project.files() if name.endswith(".md")}
    links: dict[str, set[str]] = {name: set() for name in all_pages}
    for name in sorted(all_pages):
        for link in LINK.findall(project.text_of(name)):
            if re.match(r"[a-z]+:", link):
                continue
            target = (project.ROOT / name).parent.joinpath(link).resolve()
            if not target.exists():
                problems.append(f"{name}: its link to {link} leads nowhere")
            elif target.is_dir():
                links[name] |= {page for page in all_pages if (project.ROOT / page).parent == target}
            elif target.is_relative_to(project.ROOT):
                links[name].add(str(target.relative_to(project.ROOT)))
    reached: set[str] = set()
    waiting = [name for name in ENTRANCES if name in all_pages]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += links.get(name, set())
    return problems + [f"{name}: no page links to it" for name in sorted(all_pages - reached)]


def dead_files() -> Outcome:
    return Outcome.of(unbuilt_sources() + unused_headers() + unnamed_data() + pages(), f"{len(project.files())} files")
