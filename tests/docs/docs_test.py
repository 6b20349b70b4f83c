#!/usr/bin/env python3
"""Undocumented or stale is a failing test: flags, commands, event types, CSV columns, record fields, links, snippets.

  docs_test.py SOURCE_DIR TARIKH
"""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = TARIKH = None
PAGES = ["README.md", "CONTRIBUTING.md"]


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def run(*arguments, **options):
    return subprocess.run([TARIKH, *map(str, arguments)], capture_output=True, text=True, **options)


def pages():
    return [ROOT / page for page in PAGES] + sorted((ROOT / "docs").rglob("*.md"))


def rows(page, heading):
    """First cells of the table under a heading, without back quotes."""
    section = re.split(rf"^#+ {re.escape(heading)}$", read(page), flags=re.M)[1]
    section = re.split(r"^#", section, flags=re.M)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [line.split("|")[1].strip().strip("`") for line in lines]


class Tutorials(unittest.TestCase):
    def test_a_type_of_your_own_works_as_it_is_written(self):
        page = read("docs/tutorial/a-type-of-your-own.md")
        with tempfile.TemporaryDirectory() as folder:
            mine = pathlib.Path(folder) / "mine"
            row = re.search(r"printf '(.*)\\n' >> mine/event_types.tsv", page)[1].replace("\\t", "\t")
            mine.mkdir()
            (mine / "event_types.tsv").write_text(read("extractor/data/event_types.tsv").rstrip("\n") + "\n" + row + "\n", encoding="utf-8")
            for path, text in re.findall(r"^Write `(\S+)`:\n\n((?:    .*\n|\n)+)", page, flags=re.M):
                file = pathlib.Path(folder) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(re.sub(r"(?m)^    ", "", text), encoding="utf-8")
                done = run("rules", "check", "--rules", mine, file)
                self.assertEqual((done.stdout, done.returncode), ("all examples hold\n", 0), done.stderr)
            done = run("explain", "--rules", mine, "--dct", "2024-09-30", "--text", "The World Bank has not approved the loan to Kenya.")
            self.assertIn("denied", done.stdout)
            done = run("explain", "--rules", mine, "--dct", "2024-09-30", "--text", "The bank on the corner approved a loan for the bakery.")
            self.assertIn('nearly "approved": no subject\n  rule    en/events/loan.rules', done.stdout)


class Commands(unittest.TestCase):
    def test_every_command_and_flag_is_in_the_reference(self):
        reference = read("docs/reference/commands.md")
        sections = dict(re.findall(r"^## `tarikh ([a-z ]+?)`.*?\n(.*?)(?=^## |\Z)", reference, flags=re.M | re.S))
        man = run("man").stdout.replace("\\-", "-")
        commands = dict(re.findall(r"^\.SS tarikh ([a-z ]+)\n(.*?)(?=^\.S[HS] )", man, flags=re.M | re.S))
        self.assertEqual(sorted(commands), sorted(sections))
        for command, text in commands.items():
            flags = set(re.findall(r"^\\fB.*?(--[a-z-]+)", text, flags=re.M)) - {"--help"}
            documented = set(re.findall(r"^\| `.*?(--[a-z-]+)", sections[command], flags=re.M))
            self.assertEqual(flags, documented, command)

    def test_commands_in_pages_are_understood(self):
        known = set(re.findall(r"--[a-z-]+", run("man").stdout.replace("\\-", "-")))
        for page in pages():
            for line in re.findall(r"^(?:    |\| `)(?:.*\| )?(tarikh [^`|\n]*)", page.read_text(encoding="utf-8"), flags=re.M):
                for flag in re.findall(r"(?<=\s)--[a-z-]+", line):
                    self.assertIn(flag, known, f"{page}: {line}")


def violations(value, schema, where="$"):
    """The part of JSON Schema that the shipped schemas use."""
    if "anyOf" in schema:
        if not any(not list(violations(value, choice, where)) for choice in schema["anyOf"]):
            yield f"{where}: {value!r} fits no choice"
        return
    names = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not isinstance(value, tuple(names[name] for name in wanted)):
        yield f"{where}: {value!r} is no {wanted}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{where}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{where}: {value!r} is too small"
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                yield f"{where}: {key} is missing"
        for key, inner in value.items():
            if key not in schema.get("properties", {}):
                yield f"{where}: {key} is not in the schema"
            else:
                yield from violations(inner, schema["properties"][key], f"{where}.{key}")
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{where}: too few"
        for number, inner in enumerate(value):
            yield from violations(inner, schema.get("items", {}), f"{where}[{number}]")


class Schemas(unittest.TestCase):
    def check(self, name, lines):
        schema = json.loads(read(f"docs/reference/{name}.schema.json"))
        for line in lines.splitlines():
            self.assertEqual([], list(violations(json.loads(line), schema)))

    def test_records_and_entries(self):
        records = run("extract", "--with-text", ROOT / "docs" / "examples").stdout
        self.check("document-record", records)
        self.check("timeline-entry", run("merge", "--keep-undated", input=records).stdout)


class Tables(unittest.TestCase):
    def test_event_types(self):
        lines = [line for line in read("extractor/data/event_types.tsv").splitlines() if line and not line.startswith("#")]
        ids = [line.split("\t")[0] for line in lines]
        ids = ids[1:] if ids[0] == "id" else ids
        self.assertEqual(ids, rows("docs/reference/event-types.md", "The types"))

    def test_csv_columns(self):
        """The tables of csv.md are those of datapackage.json; TARIKH_REWRITE=1 writes them."""
        page = read("docs/reference/csv.md")
        with tempfile.TemporaryDirectory() as folder:
            run("build", ROOT / "docs" / "examples", "-o", f"{folder}/site", check=True)
            site = pathlib.Path(folder) / "site"
            for table in json.loads((site / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
                fields = table["schema"]["fields"]
                header = next(csv.reader(io.StringIO((site / table["path"]).read_text(encoding="utf-8"))))
                self.assertEqual(header, [field["name"] for field in fields])
                for field in fields:
                    self.assertTrue(field["titles"]["ar"] and field["titles"]["en"] == field["title"], field)
                lines = [f"| `{field['name']}` | {field['type']} | {field['description']} |\n" for field in fields]
                want = "| column | type | meaning |\n| --- | --- | --- |\n" + "".join(lines)
                page = re.sub(rf"(?ms)(^## `{table['path']}`$.*?)^\|.*?\n(?=\n|\Z)", lambda m: m[1] + want, page)
        if os.environ.get("TARIKH_REWRITE"):
            (ROOT / "docs/reference/csv.md").write_text(page, encoding="utf-8")
        self.assertEqual(read("docs/reference/csv.md"), page)

    def test_record_fields(self):
        reference = read("docs/reference/records.md")
        records = run("extract", "--with-text", ROOT / "docs" / "examples").stdout
        entries = run("merge", input=records).stdout

        def keys(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    yield key
                    yield from keys(inner)
            elif isinstance(value, list):
                for inner in value:
                    yield from keys(inner)

        for line in (records + entries).splitlines():
            for key in keys(json.loads(line)):
                self.assertIn(f"`{key}`", reference)


class Pages(unittest.TestCase):
    def test_links_lead_somewhere(self):
        for page in pages():
            for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
                if not re.match(r"[a-z]+:", target):
                    self.assertTrue((page.parent / target).exists(), f"{page}: {target}")

    def test_library_snippets_compile(self):
        compiler = "g++"
        for page in "README.md", "docs/how-to/use-as-a-library.md":
            for number, code in enumerate(re.findall(r"```cpp\n(.*?)```", read(page), flags=re.S)):
                done = subprocess.run(
                    [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-x", "c++", "-", f"-I{ROOT}/extractor/include",
                     f"-I{ROOT}/timeline/include"], input=code, text=True, capture_output=True)
                self.assertEqual(0, done.returncode, f"{page}, snippet {number}: {done.stderr}")

    def test_commands_of_the_tutorial_run(self):
        with tempfile.TemporaryDirectory() as folder:
            for line in re.findall(r"^    (tarikh (?:build|explain) .*)$", read("docs/tutorial/first-timeline.md"), flags=re.M):
                line = line.replace("tarikh ", f"{TARIKH} ", 1).replace("-o out", f"-o {folder}/out")
                done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True)
                self.assertEqual(0, done.returncode, f"{line}: {done.stderr}")


if __name__ == "__main__":
    ROOT, TARIKH = pathlib.Path(sys.argv.pop(1)).resolve(), pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
