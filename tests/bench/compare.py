#!/usr/bin/env python3
"""Speed of tarikh beside programs that people use to find dates, and beside limits of the machine, in one run.

    make compare                                what it needs is installed into build/release/peers
    compare.py TARIKH LIMITS PEERS [--mb 20]    LIMITS: the program of limits.cpp; PEERS: the folder of peers.sh

Everything reads the made-up news of make_corpus.py: tarikh and the limits all of it, dateparser and chrono-node the dates of a few
articles only, because they would take minutes. tarikh runs as a whole process on one thread, its start included; of the peers only
the calls are timed. Best of several runs. Files are read from memory (page cache) by all.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
RUNS = 7
PEER_RUNS = 3
PEER_KB = {"dateparser": 24, "chrono-node": 400}

CHRONO = """
const chrono = require('chrono-node'), fs = require('fs');
const articles = fs.readFileSync(0, 'utf8').trim().split('\\n').map(line => JSON.parse(line));
const parser = process.argv[1] === 'ar' && chrono.ar ? chrono.ar : chrono;
const begin = process.hrtime.bigint();
let found = 0;
for (const article of articles) found += parser.parse(article.text, new Date(article.dct)).length;
console.log(JSON.stringify({seconds: Number(process.hrtime.bigint() - begin) / 1e9, found}));
"""


def best(command, runs=RUNS):
    """Least processor seconds of a whole process."""
    seconds = []
    for _ in range(runs):
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"{command}: status {process.returncode}")
        seconds.append(usage.ru_utime + usage.ru_stime)
    return min(seconds)


def trigger_words(language):
    """The words that the event rules of a language begin with, as they stand in the lexica."""
    words = set()
    for path in sorted((HERE.parents[1] / "extractor/data" / language / "events").glob("*.rules")):
        inside = False
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("lexicon "):
                inside = True
            elif inside and line.startswith(" "):
                words.update(word.strip() for word in line.split("|"))
            else:
                inside = False
    return sorted(word for word in words if word)


def dateparser_speed(articles, language):
    from dateparser.search import search_dates
    begin = time.perf_counter()
    found = 0
    for article in articles:
        found += len(search_dates(article["text"], languages=[language]) or [])
    return time.perf_counter() - begin, found


def chrono_speed(lines, language, peers):
    done = subprocess.run(["node", "-e", CHRONO, language], input="".join(lines).encode(), capture_output=True,
                          env={**os.environ, "NODE_PATH": str(peers / "node_modules")}, check=True)
    result = json.loads(done.stdout)
    return result["seconds"], result["found"]


def peer_speed(name, lines, language, peers):
    size, some = 0, []
    for line in lines:
        if size > PEER_KB[name] * 1000:
            break
        some.append(line)
        size += len(json.loads(line)["text"].encode())
    runs = []
    for _ in range(PEER_RUNS):
        run = dateparser_speed([json.loads(line) for line in some], language) if name == "dateparser" else chrono_speed(some, language, peers)
        runs.append(run)
    seconds, found = min(runs)
    return size / 1e6 / seconds, found, size


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tarikh", type=pathlib.Path)
    parser.add_argument("limits", type=pathlib.Path)
    parser.add_argument("peers", type=pathlib.Path)
    parser.add_argument("--mb", type=float, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for language in ("ar", "en"):
            corpus = pathlib.Path(folder, f"{language}.jsonl")
            with open(corpus, "wb") as file:
                subprocess.run([sys.executable, HERE / "make_corpus.py", language, str(options.mb)], stdout=file, check=True)
            words = pathlib.Path(folder, "words")
            words.write_text("\n".join(trigger_words(language)), encoding="utf-8")
            megabytes = corpus.stat().st_size / 1e6
            events = megabytes / best([options.tarikh, "extract", "--jobs", "1", "-q", corpus])
            dates = megabytes / best([options.tarikh, "extract", "--only", "timexes", "--jobs", "1", "-q", corpus])
            limits = json.loads(subprocess.run([options.limits, corpus, words], capture_output=True, check=True).stdout)
            print(f"\n{language}, {megabytes:.1f} MB\n\n| | MB/s | all events of tarikh are | dates alone are |\n| --- | --- | --- | --- |", flush=True)

            def row(name, speed):
                print(f"| {name} | {speed:,.3g} | {events / speed:.3g} x | {dates / speed:.3g} x |", flush=True)

            row("`tarikh extract`", events)
            row("`tarikh extract --only timexes`", dates)
            lines = corpus.read_text(encoding="utf-8").splitlines(keepends=True)
            for name in PEER_KB:
                speed, found, size = peer_speed(name, lines, language, options.peers)
                row(f"{name}, dates only ({found} in {size / 1000:.0f} KB)", speed)
            row("`wc -m`", megabytes / best(["wc", "-m", corpus]))
            row("`cat`", megabytes / max(best(["cat", corpus]), 0.001))
            row("every code point decoded, every token hashed", limits["decode_and_hash"])
            row(f"Hyperscan, {limits['words']:,} words", limits["hyperscan"])
            row("memcpy", limits["memcpy"])


main()
