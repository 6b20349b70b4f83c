#!/usr/bin/env python3
"""Includes between rooms go one way. A room is a folder of extractor/ or timeline/; `ROOM: what it may include`.

  rooms_test.py SOURCE_DIR
"""
import pathlib
import re
import sys

MAY_INCLUDE = {
    "extractor": {
        "calendar": "",
        "text": "calendar",
        "rules": "text calendar",
        "timex": "rules text calendar",
        "entity": "timex rules text calendar",
        "event": "entity timex rules text calendar",
        "reader": "text calendar",
        # Compiles the shipped rules of all rooms into one Ruleset.
        "data": "event entity timex rules text calendar",
        # Those that the build has compiled.
        "builtin": "data event entity timex rules text calendar",
    },
    "timeline": {
        "model": "",
        "state": "model",
        "conflict": "state model",
        "merge": "conflict state model",
        "publication": "model",
        "store": "merge conflict state model",
        "export": "merge conflict state model store",
        "page": "merge conflict state model store export",
        "score": "merge conflict state model store",
        "cli": "page export store score publication merge conflict state model",
    },
}
# With reader/, the only room that knows ICU's text parts; its calendars are tables made beforehand.
ICU_ROOMS = {"text", "reader"}
# Standard headers that one of the two compilers cannot read, or that do not belong into a library.
FORBIDDEN = {"expected", "format", "regex", "iostream", "ranges"}


def problems(root):
    for library, rooms in MAY_INCLUDE.items():
        for folder in sorted(p for p in (root / library).iterdir() if p.is_dir() and p.name != "include"):
            if any(folder.glob("*.cpp")) and folder.name not in rooms:
                yield f"{folder}: a room that rooms_test.py does not know"
        for room, allowed in rooms.items():
            allowed = set(allowed.split()) | {room}
            for path in sorted((root / library / room).glob("**/*")):
                if path.suffix in (".h", ".cpp"):
                    yield from problems_of(path, root, library, room, allowed, rooms)


def problems_of(path, root, library, room, allowed, rooms):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not found:
            continue
        where, name = f"{path.relative_to(root)}:{number}", found[2]
        first = name.split("/")[0]
        if first in rooms and "/" in name and first not in allowed:
            yield f"{where}: {room}/ may not include {name}"
        if found[1] == '"' and "/" in name and first not in rooms and first != "tarikh":
            yield f"{where}: {name} is in no room of {library}/"
        if first == "unicode" and room not in ICU_ROOMS:
            yield f"{where}: ICU belongs to {', '.join(sorted(ICU_ROOMS))}"
        if name in FORBIDDEN:
            yield f"{where}: <{name}> is not used in the libraries"


found = list(problems(pathlib.Path(sys.argv[1])))
print("\n".join(found) or "the rooms are in order")
sys.exit(1 if found else 0)
