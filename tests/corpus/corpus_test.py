#!/usr/bin/env python3
"""Extraction and merging against the gold of tests/corpus/dev: fails when a figure falls below its floor.

  corpus_test.py TARIKH         compares with floors.tsv
  corpus_test.py TARIKH --set   writes floors a little below what is measured now; the diff is the review
"""
import json
import math
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
import score_gold  # noqa: E402

DEV = HERE / "dev"
FLOORS = HERE / "floors.tsv"
SLACK = 0.01


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, **options).stdout


def measure(tarikh, folder):
    """Figures as `tarikh score` gives them, by language, and of the merged timeline under "timeline"."""
    lines = score_gold.documents(DEV, DEV, None)
    records, timeline, table = (folder / name for name in ("records.jsonl", "timeline.jsonl", "events.csv"))
    with open(records, "w", encoding="utf-8") as file:
        for record in score_gold.extract(tarikh, list(lines.values()), None):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    run(tarikh, "merge", records, "-o", timeline)
    run(tarikh, "export", "--format", "csv", timeline, "-o", table)
    report = json.loads(run(tarikh, "score", DEV, records, "--json"))
    return dict(report["languages"], all=report["overall"], timeline=json.loads(run(tarikh, "score", DEV, table, "--json")))


def figure(figures, part, name):
    value = figures[part]
    for key in name.split("."):
        value = value[key]
    return value


def read_floors():
    rows = [line.split("\t") for line in FLOORS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(part, name, relation, float(bound)) for part, name, relation, bound in rows]


def write_floors(figures):
    lines = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    for part, name, relation, _ in read_floors():
        have = figure(figures, part, name)
        bound = math.floor((have - SLACK) * 100) if relation == ">=" else math.ceil((have + SLACK) * 100)
        lines.append(f"{part}\t{name}\t{relation}\t{max(bound, 0) / 100:.2f}")
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(tarikh, rewrite):
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(tarikh, pathlib.Path(folder))
    if rewrite:
        write_floors(figures)
    failed = False
    for part, name, relation, bound in read_floors():
        have = figure(figures, part, name)
        good = have >= bound if relation == ">=" else have <= bound
        failed = failed or not good
        print(f"{'' if good else 'FAILED '}{part} {name}: {100 * have:.1f} (floor: {relation} {100 * bound:.0f})")
    return 1 if failed else 0


sys.exit(main(sys.argv[1], "--set" in sys.argv))
