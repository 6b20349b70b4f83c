#!/usr/bin/env python3
"""How good is extraction? Runs `tarikh extract` over the texts of gold folders and prints the figures of a scorer,
one table per language.

  score_gold.py [options] [GOLD_DIR[=TEXT_DIR] …]

GOLD_DIR holds DOC.json (dct, lang) and DOC.events.jsonl, DOC.timex.jsonl; TEXT_DIR the DOC.txt, if they lie elsewhere.
Without folders: those of the project, and, where it lies beside the project, ../shared.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
DEFAULTS = [(SHARED / "gold" / "dev",) * 2, (SHARED / "gold", SHARED / "seeds"), (ROOT / "tests" / "corpus" / "dev",) * 2,
            (ROOT / "tests" / "corpus" / "heldback",) * 2]
ENDING = ".events.jsonl"


def text_of(folder, doc):
    """DOC.txt, or the only file that begins with DOC."""
    exact = folder / f"{doc}.txt"
    found = [exact] if exact.exists() else sorted(folder.glob(f"{doc}*"))
    if not found:
        sys.exit(f"{folder}: no text of {doc}")
    return found[0].read_bytes().decode("utf-8")


def documents(gold, texts, only):
    """Gold documents as lines of input, by id."""
    lines = {}
    for path in sorted(gold.glob("*" + ENDING)):
        doc = path.name[:-len(ENDING)]
        if only and doc not in only:
            continue
        facts = json.loads((gold / f"{doc}.json").read_text(encoding="utf-8"))
        lines[doc] = {"id": doc, "text": text_of(texts, doc), "lang": facts["lang"], "dct": facts["dct"]}
    return lines


def extract(tarikh, lines, rules):
    """Records of the documents, in the order of the lines. Fails loudly: a document without figures hides what is wrong."""
    command = [tarikh, "extract", "--quiet", "-"] + (["--rules", rules] if rules else [])
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    done = subprocess.run(command, input=text.encode(), capture_output=True)
    sys.stderr.write(done.stderr.decode())
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if len(records) != len(lines):
        sys.exit(f"{tarikh}: {len(records)} records of {len(lines)} documents, status {done.returncode}")
    return records


def as_label(party):
    """A participant or place as the gold writes it: no place in the text is null, and the id is no key of the gold."""
    if party is None:
        return None
    label = {name: party[name] for name in ("role", "text", "start", "end") if name in party}
    if party["end"] == 0:
        label.update(text=None, start=None, end=None)
    return label


def write_labels(folder, record):
    events = [dict(event, participants=[as_label(p) for p in event["participants"]], place=as_label(event["place"]))
              for event in record["events"]]
    for name, rows in ("timex", record["timexes"]), ("events", events):
        with open(folder / f"{record['doc']}.{name}.jsonl", "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def folders(options):
    if not options.folders:
        return [(gold, texts) for gold, texts in DEFAULTS if gold.is_dir() and texts.is_dir()]
    pairs = [folder.partition("=") for folder in options.folders]
    return [(pathlib.Path(gold), pathlib.Path(texts or gold)) for gold, _, texts in pairs]


def score(options, gold, lines, records):
    with tempfile.TemporaryDirectory() as name:
        for record in records:
            write_labels(pathlib.Path(name), record)
        for lang in sorted({line["lang"] for line in lines.values()}):
            docs = [doc for doc, line in lines.items() if line["lang"] == lang]
            print(f"\n=== {gold} {lang}: {' '.join(docs)}", flush=True)
            # Held-back texts are measured, not looked at.
            errors = "0" if gold.name == "heldback" else str(options.errors)
            subprocess.run([sys.executable, options.scorer, gold, name, "--docs", ",".join(docs), "--errors", errors],
                           check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", metavar="GOLD_DIR[=TEXT_DIR]")
    parser.add_argument("--tarikh", default=str(ROOT / "build" / "release" / "tarikh"), metavar="PROGRAM")
    parser.add_argument("--scorer", default=str(SHARED / "gold" / "score.py"), metavar="score.py")
    parser.add_argument("--rules", metavar="DIR", help="rules to add or replace")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of each kind")
    parser.add_argument("--docs", metavar="a,b", help="only these documents")
    options = parser.parse_args()
    only = set(options.docs.split(",")) if options.docs else None
    for gold, texts in folders(options):
        lines = documents(gold, texts, only)
        if lines:
            score(options, gold, lines, extract(options.tarikh, list(lines.values()), options.rules))


if __name__ == "__main__":
    main()
