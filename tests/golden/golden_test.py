#!/usr/bin/env python3
"""The timeline of docs/examples, whole: any change of extraction, merging or writing shows here as a diff to review.

  golden_test.py SOURCE_DIR TARIKH             compares
  golden_test.py SOURCE_DIR TARIKH --rewrite   writes the new state into tests/golden
"""
import difflib
import pathlib
import subprocess
import sys
import tempfile

FILES = ["events.csv", "mentions.csv", "timeline.jsonl", "index.html"]


def main(source, tarikh, rewrite):
    golden = source / "tests" / "golden"
    same = True
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        # From the top of the project: paths of sources are part of the output.
        subprocess.run([tarikh, "build", "--quiet", "docs/examples", "-o", site], cwd=source, check=True)
        for name in FILES:
            have = (site / name).read_bytes()
            if rewrite:
                (golden / name).write_bytes(have)
                continue
            want = (golden / name).read_bytes()
            if want == have:
                continue
            same = False
            lines = [text.decode("utf-8").splitlines() for text in (want, have)]
            diff = difflib.unified_diff(*lines, f"tests/golden/{name}", "now", lineterm="", n=1)
            print("\n".join(line[:400] for line in list(diff)[:60]))
    if not same:
        print("If this is as it should be: tests/golden/golden_test.py . build/dev/tarikh --rewrite")
    return 0 if same else 1


sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), "--rewrite" in sys.argv))
