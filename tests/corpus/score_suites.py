#!/usr/bin/env python3
"""All figures of the time room: suites of expressions, labelled articles, held-back sentences.

  score_suites.py --tool TOOL [--numbers PROBE] [--suites DIR] [--gold DIR]... [--sentences FILE.tsv]... [--errors N] [--only NAME]

--tool       build/release/timeline/cli/tarikh, or build/release/tests/corpus/timex_probe (the tagger alone)
--numbers    timex_probe, which also reads bare numbers; TOOL if that is the probe
--suites     folder with *.tsv and score.py: rows of text with the days that they denote
--gold       folder with <doc>.json and <doc>.timex.jsonl; texts as <doc>.txt there, or as <doc>_*.txt in a folder given by --texts
--sentences  `id class dct sentence`, language in the file name (time.ar.tsv), each expression as {words|VALUE} or {words|TYPE:VALUE}
--only       one suite, or one class of the sentences
--errors     list up to N wrong answers of each

In the suites "early 2024" is the first third of it, and a range is one interval: that is how their rows are written.
Strict F1: same span. Value F1: overlapping span, same value; both are counted over the whole of a language.
"""
import argparse
import collections
import csv
import datetime
import glob
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")


class Tool:
    """Runs the tagger over (id, language, DCT, text) and gives {id: [timex, ...]}."""

    def __init__(self, path):
        self.path = path
        self.probe = os.path.basename(path) == "timex_probe"

    def tag(self, rows):
        if self.probe:
            lines = ["\t".join((i, lang, dct or "", escape(text))) for i, lang, dct, text in rows]
            command = [self.path, "records", f"{ROOT}/extractor/data"]
        else:
            lines = [json.dumps({"id": i, "text": text, "lang": lang} | ({"dct": dct[:10]} if is_day(dct) else {}), ensure_ascii=False)
                     for i, lang, dct, text in rows]
            command = [self.path, "extract", "--only", "timexes", "-"]
        run = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, encoding="utf-8")
        sys.stderr.write(run.stderr)
        if run.returncode != 0 and not run.stdout:  # a document that fails is told, the others count
            sys.exit(2)
        found = {}
        for line in run.stdout.split("\n"):
            if line:
                record = json.loads(line)
                found[record["doc"]] = record["timexes"]
        return found


def is_day(text):
    try:
        return datetime.date.fromisoformat((text or "")[:10]) is not None
    except ValueError:
        return False


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def unescape(text):
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t", "r": "\r"}.get(m[1], m[1]), text)


def narrowed(timex):
    """First and last day with the modifier applied: thirds of a month (10 days), a week, a year."""
    first, last = timex.get("first", ""), timex.get("last", "")
    third = {"START": 0, "MID": 1, "END": 2}.get(timex.get("mod"))
    if third is None or not first:
        return first, last
    begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    days = (end - begin).days + 1
    if 28 <= days <= 31 and begin.day == 1:
        begin, end = begin.replace(day=10 * third + 1), end if third == 2 else begin.replace(day=10 * third + 10)
    elif days == 7:
        begin, end = (begin + datetime.timedelta(n) for n in ((0, 2), (1, 4), (4, 6))[third])
    elif days in (365, 366) and begin.month == begin.day == 1:
        after = datetime.date(begin.year + third // 2, (4 * third + 5) % 12, 1)
        begin, end = begin.replace(month=4 * third + 1), after - datetime.timedelta(1)
    return begin.isoformat(), end.isoformat()


def predictions(timexes, text):
    """Lines for the suites' scorer: words, first day, last day."""
    for i, timex in enumerate(timexes):
        first, last = narrowed(timex)
        yield timex["text"], first, last
        begin = timex.get("beginPoint", "")
        if timex["type"] == "DURATION" and not first and len(begin) == 10:  # "for two days": the day it began
            yield timex["text"], begin, begin
        before = timexes[i - 1] if i else {}
        if first and before.get("first") and timex.get("endPoint") and timex["endPoint"] == before.get("endPoint"):
            yield text[before["start"]:timex["end"]], before["first"], last


def past_readings(first, last):
    """The same words a year, a month and a week earlier: "in March" said in February, "on the 15th", "Friday"."""
    begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    week = datetime.timedelta(7)
    yield begin - week, end - week
    for months in (1, 12):
        moved = []
        for day in (begin, end):
            at = day.year * 12 + day.month - 1 - months
            leap_end = (day + datetime.timedelta(1)).day == 1
            beginning = datetime.date(at // 12, at % 12 + 1, 1)
            after = datetime.date((at + 1) // 12, (at + 1) % 12 + 1, 1)
            moved.append(after - datetime.timedelta(1) if leap_end else min(beginning + datetime.timedelta(day.day - 1), after - datetime.timedelta(1)))
        yield tuple(moved)


def with_past_readings(rows, found, texts):
    """Right answers of the kept rows, where a row that its notes call biased to the future is right with the past reading, too."""
    total = right = 0
    for row in rows:
        if row["keep"] != "1" or row["expected_kind"] not in ("date", "period") or not row["start"]:
            continue
        total += 1
        wanted = {(f, l) for f, l in zip(row["start"].split("|"), row["end"].split("|"))}
        if "bias=" in row["notes"]:
            wanted |= {(f.isoformat(), l.isoformat()) for a, b in list(wanted) if a and b for f, l in past_readings(a, b)}
        alternative = re.search(r"past_alt=(\d{4}-\d\d-\d\d)", row["notes"])
        if alternative:
            wanted.add((alternative[1], alternative[1]))
        answers = {(f, l) for _, f, l in predictions(found.get(row["id"], []), texts[row["id"]])}
        right += any(f == a and (not b or l == b) for f, l in answers for a, b in wanted)
    return total, right


def suites(tool, folder, options):
    for path in sorted(glob.glob(f"{folder}/*.tsv")):
        name = os.path.basename(path)[:-4]
        with open(path, encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        if "reference_datetime" not in rows[0] or options.only not in (None, name):
            continue
        texts = {r["id"]: unescape(r["text"]) for r in rows}
        found = tool.tag([(r["id"], r["lang"], r["reference_datetime"], texts[r["id"]]) for r in rows if r["lang"] in ("ar", "en")])
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as out:
            for row, timexes in found.items():
                for words, first, last in predictions(timexes, texts[row]):
                    out.write(f"{row}\t{escape(words)}\t{first}\t{last}\n")
            out.flush()
            languages = sorted({r["lang"] for r in rows} & {"ar", "en"})
            for lang in languages:
                print(f"[{lang}]", end=" ", flush=True)
                subprocess.run([sys.executable, f"{folder}/score.py", out.name, path, "--lang", lang, "--errors", str(options.errors)], check=True)
                mine = [r for r in rows if r["lang"] == lang]
                if any("bias=" in r["notes"] for r in mine):
                    total, right = with_past_readings(mine, found, texts)
                    print(f"[{lang}] {name}, rows biased to the future also right with the past reading: {100 * right / total:.1f}% of {total}")


def numbers(probe, folder, options):
    """Numbers in letters and digits, read alone."""
    for path in sorted(glob.glob(f"{folder}/*.tsv")):
        name = os.path.basename(path)[:-4]
        with open(path, encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        if "value" not in rows[0] or options.only not in (None, name):
            continue
        lines = "".join(f"{r['id']}\t{r['lang']}\t\t{r['text']}\n" for r in rows)
        run = subprocess.run([probe, "numbers", f"{ROOT}/extractor/data"], input=lines, capture_output=True, text=True, check=True)
        read = dict(line.split("\t") for line in run.stdout.splitlines())
        wrong = [r for r in rows if read.get(r["id"], "") == "" or float(read[r["id"]]) != float(r["value"])]
        print(f"{name}: {len(rows) - len(wrong)} of {len(rows)} numbers, {100 * (1 - len(wrong) / len(rows)):.1f}%")
        for r in wrong[:options.errors]:
            print("   ", r["id"], r["text"], r["value"], "have", read.get(r["id"]), sep=" | ")


def text_of(folder, doc, texts):
    for pattern in [f"{folder}/{doc}.txt"] + [f"{t}/{doc}_*.txt" for t in texts]:
        for path in glob.glob(pattern):
            with open(path, encoding="utf-8", newline="") as file:
                return file.read()
    sys.exit(f"{folder}: no text of {doc}; --texts?")


def gold(tool, folder, scorer, options):
    """Labelled articles, scored by the scorer of the annotation guideline."""
    docs = {}
    for path in sorted(glob.glob(f"{folder}/*.timex.jsonl")):
        doc = os.path.basename(path)[:-len(".timex.jsonl")]
        with open(f"{folder}/{doc}.json", encoding="utf-8") as file:
            docs[doc] = json.load(file)
    found = tool.tag([(d, m["lang"], m["dct"], text_of(folder, d, options.texts)) for d, m in docs.items()])
    with tempfile.TemporaryDirectory() as out:
        for doc in docs:
            with open(f"{out}/{doc}.timex.jsonl", "w", encoding="utf-8") as file:
                for timex in found.get(doc, []):
                    file.write(json.dumps(timex, ensure_ascii=False) + "\n")
            open(f"{out}/{doc}.events.jsonl", "w").close()
        for lang in ("ar", "en"):
            chosen = [d for d, m in docs.items() if m["lang"] == lang]
            if not chosen:
                continue
            command = [sys.executable, scorer, folder, out, "--docs", ",".join(chosen)]
            run = subprocess.run(command + ["--json"], capture_output=True, text=True, check=True)
            t = json.loads(run.stdout)["timex"]
            print(f"[{lang}] {folder}: {len(chosen)} articles, strict F1 {100 * t['strict']['F1']:.1f}, type F1 {100 * t['type']['F1']:.1f}, "
                  f"value F1 {100 * t['value']['F1']:.1f}")
            if options.errors:
                run = subprocess.run(command + ["--errors", str(options.errors)], capture_output=True, text=True, check=True)
                show = False
                for line in run.stdout.splitlines():
                    show = line.startswith("--- timex") if line.startswith("---") else show
                    if show:
                        print(line)


def sentences(tool, path, same_value, options):
    lang = os.path.basename(path).split(".")[-2]
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#") or not line.strip() or line.startswith("id\t"):
                continue
            row, cls, dct, marked = line.rstrip("\n").split("\t")
            text, want, at = "", [], 0
            for m in MARK.finditer(marked):
                text += marked[at:m.start()]
                want.append((len(text), len(text) + len(m[1]), m[2]))
                text, at = text + m[1], m.end()
            rows.append((row, cls, dct, text + marked[at:], want))
    found = tool.tag([(row, lang, dct, text) for row, cls, dct, text, _ in rows])
    total, strict, value, have = (collections.Counter() for _ in range(4))
    clean = collections.Counter()
    shown = 0
    for row, cls, dct, text, want in rows:
        timexes = found.get(row, [])
        spans = {(t["start"], t["end"]) for t in timexes}
        right = 0
        for begin, end, wanted in want:
            total[cls] += 1
            strict[cls] += (begin, end) in spans
            near = [t for t in timexes if t["start"] < end and begin < t["end"]]
            hit = any(same_value(wanted, t["value"]) for t in near)
            value[cls] += hit
            right += hit and (begin, end) in spans
        have[cls] += len(timexes)
        good = right == len(want) == len(timexes)
        clean[cls] += good
        if not good and shown < options.errors and options.only in (None, cls):
            shown += 1
            answer = "; ".join(f"{t['text']}={t['value']}" for t in timexes)
            print(f"    {row} {cls} {dct} {text}\n        want {'; '.join(f'{text[b:e]}={v}' for b, e, v in want)}\n        have {answer}")
    f1 = lambda hits: 200 * sum(hits.values()) / max(1, sum(total.values()) + sum(have.values()))
    print(f"[{lang}] {os.path.basename(path)}: {len(rows)} sentences, {sum(clean.values())} ({100 * sum(clean.values()) / len(rows):.1f}%) all right, "
          f"{sum(total.values())} expressions, strict F1 {f1(strict):.1f}, value F1 {f1(value):.1f}")
    if options.classes:
        for cls in sorted({r[1] for r in rows}):
            print(f"    {cls:16} {clean[cls]:4} of {sum(r[1] == cls for r in rows):4} sentences, {value[cls]:4} of {total[cls]:4} values")


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("gold_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tool", required=True)
    p.add_argument("--numbers")
    p.add_argument("--suites")
    p.add_argument("--gold", action="append", default=[])
    p.add_argument("--scorer", help="score.py of the gold; found beside or above the gold folder if not given")
    p.add_argument("--texts", action="append", default=[])
    p.add_argument("--sentences", action="append", default=[])
    p.add_argument("--only")
    p.add_argument("--classes", action="store_true", help="figures of each class of the sentences")
    p.add_argument("--errors", type=int, default=0)
    options = p.parse_args()
    tool = Tool(options.tool)
    probe = options.numbers or (options.tool if tool.probe else None)
    if options.suites:
        suites(tool, options.suites, options)
        if probe:
            numbers(probe, options.suites, options)
    scorer = options.scorer
    for folder in options.gold:
        here = scorer or next((s for s in (f"{folder}/score.py", f"{folder}/../score.py") if os.path.exists(s)), None)
        if here is None:
            sys.exit(f"{folder}: no score.py; --scorer?")
        gold(tool, folder, here, options)
        scorer = here
    if options.sentences:
        if scorer:
            same_value = load_scorer(scorer).same_value
        else:
            same_value = lambda a, b: a == b
        for path in options.sentences:
            sentences(tool, path, same_value, options)


if __name__ == "__main__":
    main()
