"""words: what is written in no file of the project."""

from __future__ import annotations

import re

from . import project
from .project import Outcome

# (where, pattern, why). The patterns are broken with [] so that this file does not match itself.
FORBIDDEN = [
    ("", r"\b(TO[D]O|FIX[M]E|X[X]X|HAC[K])\b", "unfinished work is finished or described in an issue"),
    ("", r"(^|[^\w.])/(wor[k]|far[m]|hom[e]|roo[t])/", "a path of one machine"),
    ("", r"\.\./shar[e]d/", "a path of one machine"),
    ("src/", r"\b(not (yet )?implement[e]d|plac[e]holder|for n[o]w)\b", "unfinished work"),
    ("src/", r"\b(GTEST_SKI[P]|DISABLE[D]_)", "a test that is switched off"),
    ("tests/", r"\b(GTEST_SKI[P]|DISABLE[D]_)", "a test that is switched off"),
    ("tests/", r"\|\| tru[e]\b", "a test that cannot fail"),
    ("", r"(EXPECT|ASSERT)_TRUE\(tru[e]\)", "a test that cannot fail"),
]
UNREAD = ("LICENSE", "docs/requirements.csv", "data/")
PICTURES = (".png", ".ico", ".woff2")


def words() -> Outcome:
    problems = []
    rules = [(where, re.compile(pattern), why) for where, pattern, why in FORBIDDEN]
    for name in project.files():
        if name.startswith(UNREAD) or name.endswith(PICTURES):
            continue
        lines = project.text_of(name).splitlines()
        for where, pattern, why in rules:
            if not name.startswith(where):
                continue
            problems += [f"{name}:{at}: {why}: {line.strip()[:80]}" for at, line in enumerate(lines, 1) if pattern.search(line)]
    return Outcome.of(problems)
