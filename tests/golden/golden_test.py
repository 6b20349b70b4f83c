#!/usr/bin/env python3
"""What comes out, whole, so that any change shows as a diff to review.

examples/  the timeline of docs/examples: changes with extraction and merging
formats/   timeline.jsonl in every export format: changes with the writers only

  golden_test.py SOURCE_DIR TARIKH             compares
  golden_test.py SOURCE_DIR TARIKH --rewrite   writes the new state into tests/golden
"""
import difflib
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

EXAMPLES = ["events.csv", "mentions.csv", "memberships.csv"]


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, **options).stdout


def example_files(source, tarikh):
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        # From the top of the project: paths of sources are part of the output.
        run(tarikh, "build", "--quiet", "docs/examples", "-o", site, cwd=source)
        # A line added to a rule file moves the rules below it, and nothing else.
        return {f"examples/{name}": re.sub(rb"\.rules:\d+", b".rules", (site / name).read_bytes()) for name in EXAMPLES}


def format_files(source, tarikh):
    formats = re.search(r"--format ([\w|]+) REQUIRED", run(tarikh, "export", "--help").decode())[1].split("|")
    timeline = source / "tests" / "golden" / "formats" / "timeline.jsonl"
    files = {f"formats/timeline.{name}": run(tarikh, "export", "--format", name, timeline) for name in formats}
    # How well a spreadsheet is packed is zlib's business.
    files["formats/timeline.xlsx.txt"] = unpacked(files.pop("formats/timeline.xlsx"))
    return files


def unpacked(spreadsheet):
    with zipfile.ZipFile(io.BytesIO(spreadsheet)) as archive:
        parts = [f"== {name}\n{archive.read(name).decode('utf-8')}\n" for name in archive.namelist()]
    return "".join(parts).replace("<row ", "\n<row ").encode("utf-8")


def show_difference(name, want, have):
    lines = [text.decode("utf-8").splitlines() for text in (want, have)]
    diff = difflib.unified_diff(*lines, f"tests/golden/{name}", "now", lineterm="", n=1)
    print("\n".join(line[:400] for line in list(diff)[:60]))


def main(source, tarikh, rewrite):
    golden = source / "tests" / "golden"
    same = True
    for name, have in (example_files(source, tarikh) | format_files(source, tarikh)).items():
        path = golden / name
        if rewrite:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(have)
        elif (want := path.read_bytes() if path.exists() else b"") != have:
            same = False
            show_difference(name, want, have)
    if not same:
        print("If this is as it should be: tests/golden/golden_test.py . build/release/tarikh --rewrite")
    return 0 if same else 1


sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), "--rewrite" in sys.argv))
