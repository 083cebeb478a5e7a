#!/usr/bin/env python3
"""Compares the verdicts of `lotline epcis check` with those of a JSON Schema validator (python3-jsonschema).

Documents are made from those of a folder by one or two changes each, such as any pair of programs may disagree
about: a member left out, named otherwise or added; a value of another kind, none, or with a character changed; an item
doubled or left out; an event's word for another's. Prints how many both judge alike, and each kind of difference.

    bench/epcis_schema.py SCHEMA.json FOLDER [--documents 20000] [--seed 1] [--program build/release/lotline]

The schema is that of EPCIS 2.0 (draft 7), which GS1 publishes and which does not lie in this project.
"""

from __future__ import annotations

import argparse
import collections
import copy
import datetime
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import jsonschema

ROOT = Path(__file__).resolve().parents[1]
TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-](\d\d):(\d\d))")
URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(//([A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*(\[[0-9A-Fa-f:.]+\])?(:\d*)?(/|\?|#|$))?"
    r"([A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*"
    r"(\?([A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?(#([A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?")
DOCUMENTS_AT_ONCE = 500  # documents given to one run of the program


def formats() -> jsonschema.FormatChecker:
    checker = jsonschema.FormatChecker(formats=())

    @checker.checks("date-time")
    def is_time(value: object) -> bool:
        if not isinstance(value, str):
            return True
        match = TIME.fullmatch(value)
        if not match:
            return False
        try:
            datetime.date.fromisoformat(match[1])
        except ValueError:
            return False
        hour, minute, second = int(match[2]), int(match[3]), int(match[4])
        return hour < 24 and minute < 60 and second < 61 and int(match[7] or 0) < 24 and int(match[8] or 0) < 60

    @checker.checks("uri")
    def is_uri(value: object) -> bool:
        return not isinstance(value, str) or URI.fullmatch(value) is not None

    return checker


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every member and item: what holds it, and its name or number."""
    found: list[tuple[Any, Any]] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in pairs:
        found.append((value, name))
        found += places(each)
    return found


def change(document: Any, draw: random.Random) -> str:
    """Changes one thing; says what kind of change it was."""
    holder, name = draw.choice(places(document))
    value = holder[name]
    kinds = ["leave out", "another kind", "nothing", "double", "word of another"]
    if isinstance(holder, dict):
        kinds += ["rename", "add"]
    if isinstance(value, str) and value:
        kinds += ["character"] * 3
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        kinds += ["number"] * 2
    if isinstance(value, (list, dict)):
        kinds.append("empty")
    kind = draw.choice(kinds)
    if kind == "leave out":
        del holder[name]
    elif kind == "another kind":
        holder[name] = draw.choice([17, True, "text", None, [], {}, [value], {"id": "urn:x:y"}])
    elif kind == "nothing":
        holder[name] = None
    elif kind == "double":
        if isinstance(holder, list):
            holder.append(copy.deepcopy(value))
        else:
            holder[name] = [copy.deepcopy(value), copy.deepcopy(value)]
    elif kind == "word of another":
        other_holder, other = draw.choice(places(document))
        holder[name] = copy.deepcopy(other_holder[other])
    elif kind == "rename":
        holder[draw.choice([f"{name}s", f"ext:{name}", name.upper(), "note"])] = holder.pop(name)
    elif kind == "add":
        holder[draw.choice(["comment", "ext:comment", "quantity", "epcList", "@id", "type", "ilmd"])] = "text"
    elif kind == "character":
        at = draw.randrange(len(value))
        holder[name] = value[:at] + draw.choice([" ", "x", "9", "%", ":", "Z", "", "é"]) + value[at + 1 :]
    elif kind == "number":
        holder[name] = draw.choice([0, -1, 0.5, 1e18, -value, value + 1])
    elif kind == "empty":
        holder[name] = type(value)()
    return kind


def verdicts_of_program(program: Path, texts: list[str]) -> list[tuple[bool, str]]:
    with tempfile.TemporaryDirectory(prefix="lotline_schema_") as folder:
        files = []
        for at, text in enumerate(texts):
            file = Path(folder) / f"{at:06}.json"
            file.write_text(text, encoding="utf-8")
            files.append(str(file))
        done = subprocess.run([program, "epcis", "check", *files, "--json"], capture_output=True, text=True, check=False)
        return [(check["valid"], next((f"{f['number']} {f['name']}" for f in check["findings"]
                                       if f["gravity"] == "refused"), "")) for check in json.loads(done.stdout)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("schema", type=Path)
    parser.add_argument("folder", type=Path, help="its files *.json and *.jsonld are compared; those both take are changed")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "release" / "lotline")
    parser.add_argument("--keep", type=Path, help="folder for the documents that are judged otherwise")
    words = parser.parse_args()
    validator = jsonschema.Draft7Validator(json.loads(words.schema.read_text(encoding="utf-8")),
                                           format_checker=formats())
    paths = [path for path in sorted(words.folder.iterdir()) if path.suffix in (".json", ".jsonld")]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    published = []
    for path, text, (ours, why) in zip(paths, texts, verdicts_of_program(words.program, texts)):
        document = json.loads(text)
        if validator.is_valid(document) != ours:
            print(f"judged otherwise: {path.name}: {'refused there alone' if ours else f'refused here alone: {why}'}")
        elif ours:
            published.append(document)
    print(f"{len(paths)} documents as they are, {len(published)} of which both take; these are changed")

    draw = random.Random(words.seed)
    differences: collections.Counter[str] = collections.Counter()
    judged = both_valid = both_refused = 0
    while judged < words.documents:
        texts, theirs, kinds = [], [], []
        for _ in range(min(DOCUMENTS_AT_ONCE, words.documents - judged)):
            document = copy.deepcopy(draw.choice(published))
            kinds.append(" and ".join(change(document, draw) for _ in range(draw.choice((1, 2))) if places(document)))
            texts.append(json.dumps(document, ensure_ascii=False))
            theirs.append(validator.is_valid(document))
        for text, their, kind, (ours, why) in zip(texts, theirs, kinds, verdicts_of_program(words.program, texts)):
            judged += 1
            both_valid += ours and their
            both_refused += not ours and not their
            if ours == their:
                continue
            differences[f"refused here alone: {why}" if their else f"refused there alone, after: {kind}"] += 1
            if words.keep:
                (words.keep / f"{'here' if their else 'there'}-{judged}.json").write_text(text, encoding="utf-8")
    alike = both_valid + both_refused
    print(f"{judged} changed documents: {alike} judged alike ({both_valid} valid, {both_refused} not)")
    for words_of, count in differences.most_common():
        print(f"  {count:6} {words_of}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
