#!/usr/bin/env python3
"""How merging grows: `tarikh merge` as a whole process over made-up piles of 10^4, 10^5, 10^6 events.

  merge_bench.py TARIKH MAKE_PILE [EVENTS …]      processor time, peak memory, and the exponent from size to size
"""
import math
import os
import pathlib
import subprocess
import sys
import tempfile

RUNS = 3


def measure(command):
    """Processor seconds and peak memory in MB."""
    process = subprocess.Popen([str(part) for part in command])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command}: status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(tarikh, make_pile, sizes):
    print("| events | rows | MB in | processor time | events a second | peak memory | exponent |\n| --- | --- | --- | --- | --- | --- | --- |")
    before = None
    with tempfile.TemporaryDirectory() as folder:
        records, timeline = pathlib.Path(folder, "records.jsonl"), pathlib.Path(folder, "timeline.jsonl")
        for size in sizes:
            with open(records, "wb") as file:
                subprocess.run([make_pile, str(size)], check=True, stdout=file)
            runs = [measure([tarikh, "merge", records, "-o", timeline]) for _ in range(RUNS)]
            seconds, memory = min(run[0] for run in runs), max(run[1] for run in runs)
            with open(timeline, "rb") as file:
                rows = sum(1 for _ in file)
            exponent = f"{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}" if before else ""
            print(f"| {size:,} | {rows:,} | {records.stat().st_size / 1e6:.0f} | {seconds:.2f} s | {size / seconds:,.0f} "
                  f"| {memory:.0f} MB | {exponent} |", flush=True)
            before = size, seconds


main(sys.argv[1], sys.argv[2], [int(size) for size in sys.argv[3:]] or [10_000, 100_000, 1_000_000])
