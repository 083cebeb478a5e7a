"""What a command is as a request: the one table from words of the command line to method, path and members.

A row says where the command's options go: into the query, or into the body; their names are the same with `_` for `-`.
Whoever adds a command adds a row here, or its name to WITHOUT_ROUTE with the reason; run.py --through api compares both
with what the program knows.
"""

from __future__ import annotations

from dataclasses import dataclass, field

FLAGS = {"--json", "--live", "--second-factor", "--no-calibrator", "--published-counts", "--all", "--without-lr",
         "--any-class", "--any-instrument", "--simulated", "--destination-first"}
# Said to the program and not to the use case.
OF_THE_PROGRAM = {"json", "register", "actor", "png", "light", "threads", "pdf", "out", "no_calibrator"}
MOVEMENTS = {"dispatch", "receive", "void", "transfer", "sale", "issue", "return", "expend", "export", "find"}
# A route has its form's name; the command says one of them.
FORMS = {"party": "parties", "licence": "licences", "product": "products", "lot": "lots", "package": "packages",
         "movement": "movements", "loss": "losses", "recovery": "recoveries", "crossing": "crossings",
         "place": "places", "trade_item": "trade_items", "test_fire": "test_fires", "replica": "replicas",
         "scan": "scans", "foreign_link": "foreign_links"}

WITHOUT_ROUTE = {
    "init": "a register is made where its file lies",
    "rebuild": "a register is made where its file lies",
    "upgrade": "a register is made where its file lies",
    "label code": "over HTTP the answer is the drawing itself",
    "label package": "over HTTP the answer is the drawing itself",
    "label lot": "over HTTP the answer is the drawing itself",
    "simulate": "a register is made where its file lies",
    "backup": "copies a file to another place of the same machine",
    "verify": "of the whole file, and not of what one visitor may see",
    "serve": "is the service",
    "feed": "a line is an act; over HTTP each is a request with a key of its own",
    "template": "GET /api/v1/forms tells the fields; the file is for the command line",
    "scan show": "of a file that is on no record",
    "scan generate": "makes files",
    "scan evaluate": "of files; how good a method is belongs to its validation and to no case",
    "account withdraw-token": "answers with nothing",
    "refusals": "GET /api/openapi.json and docs/refusals.md",
    "completion": "of the shell",
    "man": "of the shell",
}


@dataclass
class Words:
    """A command line taken apart: `scan search`, its positional words, and its options by name."""

    command: str
    places: list[str]
    options: dict[str, list[str]]

    def text(self, name: str) -> str:
        return ";".join(self.options.get(name, []))


@dataclass(frozen=True)
class Route:
    method: str
    path: str  # {0} is the first positional word, {form} the form of an act
    into: str = "query"  # query or body
    upload: str = ""  # the option or "0" that names the file
    writes: bool = False
    names: dict[str, str] = field(default_factory=dict)  # where an option is called otherwise
    also: dict[str, str] = field(default_factory=dict)  # what the command says by its name
    register: bool = True  # without it, any register will do
    administrator: bool = False


ACT = Route("POST", "/records/{form}", into="body", writes=True)
ROUTES = {
    "trace": Route("POST", "/traces", into="body"),
    "trace --seizure": Route("POST", "/traces/seizure", upload="seizure"),
    "trace --pdf": Route("POST", "/traces/report", into="body"),
    "lot": Route("GET", "/lots/{0}/{1}"),
    "holder": Route("GET", "/holders/{0}"),
    "package": Route("GET", "/packages/{0}"),
    "entry": Route("GET", "/records/{0}"),
    "profile": Route("GET", "/profile"),
    "report": Route("GET", "/reports/{name}"),
    "record": ACT,
    "import": Route("POST", "/imports", upload="0", writes=True),
    "marks read": Route("GET", "/marks/read", names={"0": "text"}, register=False),
    "marks check": Route("POST", "/marks/check", upload="0", register=False),
    "marks regimes": Route("GET", "/marks/regimes", register=False),
    "marks search": Route("GET", "/marks/search", names={"0": "text"}),
    "marks reconcile": Route("GET", "/marks/reconcile"),
    "epcis check": Route("POST", "/epcis/check", upload="0", register=False),
    "epcis hash": Route("POST", "/epcis/hash", upload="0", register=False),
    "epcis export": Route("GET", "/lots/{0}/{1}/epcis"),
    "words": Route("GET", "/words/{0}", register=False),
    "scan enrol": Route("POST", "/scans", upload="0", writes=True),
    "scan compare": Route("POST", "/comparisons", into="body", register=False),
    "scan calibrate": Route("POST", "/trainings", upload="pairs", register=False),
    "scan search": Route("POST", "/scans/{0}/searches", into="body", writes=True),
    "scan lead": Route("GET", "/leads/{0}"),
    "account add": Route("POST", "/accounts", into="body", writes=True, administrator=True,
                         names={"0": "name", "person": "display_name", "role": "roles"}),
    "account list": Route("GET", "/accounts", administrator=True, also={"limit": "500"}),
    "account change": Route("PUT", "/accounts/{0}", into="body", writes=True, administrator=True,
                            names={"person": "display_name", "role": "roles"}),
    "account disable": Route("PUT", "/accounts/{0}", into="body", writes=True, administrator=True,
                             also={"disabled": "yes"}),
    "account enable": Route("PUT", "/accounts/{0}", into="body", writes=True, administrator=True,
                            also={"disabled": "no"}),
    "account reset": Route("POST", "/accounts/{0}/reset", into="body", writes=True, administrator=True),
    "account token": Route("POST", "/tokens", into="body", writes=True, administrator=True,
                           names={"0": "account", "right": "rights"}),
    "account tokens": Route("GET", "/tokens", administrator=True, also={"limit": "500"}),
    "access-log": Route("GET", "/access-log", administrator=True, names={"before": "cursor"}),
}
GROUPS = {"label", "marks", "scan", "account", "epcis", "record", "report"}


def taken_apart(words: list[str]) -> Words:
    """`words` begins after the name of the program."""
    depth = 2 if words and words[0] in GROUPS and len(words) > 1 and not words[1].startswith("-") else 1
    taken = Words(" ".join(words[:depth]), [], {})
    left = list(words[depth:])
    while left:
        word = left.pop(0)
        if word in FLAGS:
            taken.options.setdefault(word[2:].replace("-", "_"), []).append("yes")
        elif word.startswith("--"):
            name, equals, value = word[2:].partition("=")
            value = value if equals else (left.pop(0) if left else "")
            taken.options.setdefault(name.replace("-", "_"), []).append(value)
        else:
            taken.places.append(word)
    return taken


def route_of(words: Words) -> Route | None:
    """None where the command has no route, or where no such command is known."""
    if words.command == "scan search" and "all" in words.options:
        return None
    if words.command == "trace" and "pdf" in words.options:
        return ROUTES["trace --pdf"]
    if words.command == "trace" and "seizure" in words.options:
        return ROUTES["trace --seizure"]
    first = words.command.split(" ")[0]
    return ROUTES.get(words.command) or (ROUTES.get(first) if first in ("record", "report") else None)


def path_of(route: Route, words: Words) -> tuple[str, list[str]]:
    """The path with its words still apart, so that each can be escaped."""
    kind = words.command.partition(" ")[2]
    form = "movements" if kind in MOVEMENTS else FORMS.get(kind, kind)
    names = {"form": form, "name": kind, **{str(at): place for at, place in enumerate(words.places)}}
    parts = []
    for part in route.path.split("/")[1:]:
        if part.startswith("{") and part[1:-1] not in names:
            return "", []
        parts.append(names[part[1:-1]] if part.startswith("{") else part)
    return route.method, parts


def members_of(route: Route, words: Words) -> dict[str, str]:
    """Options, and positional words that are no part of the path, under the names that the route has for them."""
    members = dict(route.also)
    kind = words.command.partition(" ")[2]
    if route is ACT and kind in MOVEMENTS:
        members["act"] = kind
    for at, place in enumerate(words.places):
        if str(at) in route.names:
            members[route.names[str(at)]] = place
    for name in words.options:
        if name not in OF_THE_PROGRAM and name != route.upload:
            members[route.names.get(name, name)] = words.text(name)
    return members
