#!/usr/bin/env python3
"""Writes the text of every `example` and `reject` line of the rules as a seed: example_seeds.py OUT [DATA]."""
import hashlib
import pathlib
import re
import sys

TEXT = re.compile(r'^\s*(?:example|reject)\s[^"]*"([^"]+)"')


def main(out, data=pathlib.Path(__file__).parents[2] / "extractor/data"):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    texts = {match[1] for path in sorted(pathlib.Path(data).rglob("*.rules")) for line in
             path.read_text(encoding="utf-8").splitlines() if (match := TEXT.match(line))}
    for text in texts:
        # Named by content: a second run adds what is new.
        (out / hashlib.sha1(text.encode()).hexdigest()[:16]).write_text(text, encoding="utf-8")
    print(f"{len(texts)} seeds")


if __name__ == "__main__":
    main(*sys.argv[1:3])
