#!/usr/bin/env python3
"""The program as its users meet it: help, exit status, messages, files. Black box, in a fresh folder each time.

  cli_test.py TARIKH [unittest arguments]      TARIKH_REWRITE=1 rewrites the golden help texts in help/
"""
import contextlib
import json
import os
import pathlib
import pty
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "docs" / "examples"
GOOD = EXAMPLES / "2023-04-04-finland-nato.txt"
TARIKH = None
COMMANDS = ["build", "extract", "merge", "page", "export", "roster", "diff", "explain", "rules check", "rules gaps", "score", "completion", "man",
            "version", "help"]


def tarikh(*arguments, status=None, **options):
    done = subprocess.run([TARIKH, *map(str, arguments)], capture_output=True, timeout=300, **options)
    if status is not None and done.returncode != status:
        raise AssertionError(f"{arguments}: status {done.returncode}, not {status}; stderr:\n{done.stderr.decode()}")
    return done


def folder_bytes(path):
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


class Case(unittest.TestCase):
    def setUp(self):
        self.here = pathlib.Path(tempfile.mkdtemp(prefix="tarikh-cli-"))
        self.addCleanup(shutil.rmtree, self.here, ignore_errors=True)

    def write(self, name, content):
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class Help(Case):
    def check_golden(self, name, text):
        golden = HERE / "help" / name
        if os.environ.get("TARIKH_REWRITE"):
            golden.write_bytes(text)
        self.assertEqual(golden.read_bytes().decode(), text.decode())

    def test_each_command(self):
        self.check_golden("tarikh.txt", tarikh("--help", status=0).stdout)
        for command in COMMANDS:
            with self.subTest(command):
                text = tarikh(*command.split(), "--help", status=0).stdout
                self.check_golden(command.replace(" ", "-") + ".txt", text)
                self.assertEqual(text, tarikh("help", *command.split(), status=0).stdout)

    def test_version(self):
        self.assertRegex(tarikh("--version", status=0).stdout.decode(), r"^tarikh \d+\.\d+\.\d+\n$")
        self.assertEqual(tarikh("--version").stdout, tarikh("version", status=0).stdout)

    def test_wrong_usage_is_told_and_fails(self):
        for arguments in [], ["nonsense"], ["build"], ["build", GOOD], ["extract", "--dct", "2024-02-31", GOOD], \
                ["extract", "--jobs", "0", GOOD], ["extract", "--format", "doc", GOOD], ["help", "nonsense"]:
            with self.subTest(arguments):
                done = tarikh(*arguments, status=2)
                self.assertTrue(done.stderr.startswith(b"tarikh: "), done.stderr)
                self.assertEqual(b"", done.stdout)

    def test_completion_and_man_know_every_command_and_flag(self):
        man = tarikh("man", status=0).stdout.decode().replace("\\-", "-")
        for command in COMMANDS:
            self.assertIn(f".SS tarikh {command}\n", man)
        self.assertIn("--with-text", man)
        for shell in "bash", "zsh", "fish":
            script = tarikh("completion", shell, status=0).stdout.decode()
            for word in "extract", "with-text", "timeml":
                self.assertIn(word, script)
            if shutil.which(shell) and shell != "fish":
                subprocess.run([shell, "-n"], input=script.encode(), check=True)


class ExitStatus(Case):
    def test_zero_when_something_was_found(self):
        self.assertEqual(1, tarikh("extract", GOOD, status=0).stdout.count(b"\n"))

    def test_one_when_nothing_was_found(self):
        path = self.write("weather.txt", "Nothing at all is told in this little note.")
        done = tarikh("extract", path, status=1)
        self.assertEqual(b"", done.stderr)
        self.assertEqual(1, done.stdout.count(b"\n"))

    def test_two_when_a_file_is_missing(self):
        done = tarikh("extract", self.here / "nowhere.txt", GOOD, status=2)
        self.assertIn(b"nowhere.txt: No such file or directory", done.stderr)
        self.assertEqual(1, done.stdout.count(b"\n"))


class BadInput(Case):
    """A clear message, status 2, and the other articles done."""

    def check_reported(self, path, *words):
        good = self.write("good.txt", GOOD.read_bytes())
        done = tarikh("extract", path, good, status=2)
        message = done.stderr.decode()
        self.assertTrue(message.startswith(f"tarikh: {path}"), message)
        for word in words:
            self.assertIn(word, message)
        self.assertIn(b'"doc":"good"', done.stdout)
        return message

    def test_empty_file(self):
        self.check_reported(self.write("empty.txt", ""), "empty")

    def test_binary_junk(self):
        junk = random.Random(1).randbytes(20000)
        self.check_reported(self.write("junk.txt", b"\x7fELF\x00\x00" + junk))

    def test_unreadable_file(self):
        path = self.here / "loop.txt"
        path.symlink_to("loop.txt")
        self.check_reported(path, "symbolic links")

    def test_unreadable_by_permission(self):
        path = self.write("secret.txt", "x")
        path.chmod(0)
        if os.geteuid() != 0:
            return self.check_reported(path, "Permission denied")
        self.here.chmod(0o755)  # root may read everything: somebody else tries
        try:
            done = tarikh("extract", path, user=65534)
        except PermissionError:
            self.skipTest("nobody else can run the program where it lies")
        self.assertEqual((2, f"tarikh: {path}: Permission denied\n"), (done.returncode, done.stderr.decode()))

    def test_json_line_that_is_no_json(self):
        path = self.write("lines.jsonl", '{"id":"a","text":"Finland joined NATO on 4 April 2023."}\nnot json\n')
        message = self.check_reported(path, ":2: ")
        self.assertEqual(1, message.count("\n"))

    def test_json_line_with_a_day_that_does_not_exist(self):
        path = self.write("lines.jsonl", '{"id":"a","text":"Finland joined NATO today.","dct":"2024-02-31"}\n')
        self.check_reported(path, ":1: ", "2024-02-31")

    def test_day_that_does_not_exist_in_front_matter(self):
        path = self.write("a.md", "---\ndate: 2024-02-31\n---\nFinland joined NATO on 4 April 2023.\n")
        self.check_reported(path, "date: the day 2024-02-31 does not exist")

    def test_day_that_does_not_exist_in_html(self):
        path = self.write("a.html", '<meta property="article:published_time" content="2024-02-31"><p>Finland joined NATO.')
        self.check_reported(path, "the day 2024-02-31 does not exist")

    def test_day_that_does_not_exist_in_the_text(self):
        for name, text, words in ("a.txt", "Finland joined NATO on 31 February 2023.", '"31 February 2023"'), \
                ("b.txt", "انضمت فنلندا إلى الحلف في 31 فبراير 2023.", '"31 فبراير 2023"'):
            with self.subTest(name):
                path = self.write(name, text)
                done = tarikh("extract", path, status=0)  # what a text says is no failure
                self.assertEqual(f"tarikh: {path}: {words}: there is no 2023-02-31\n", done.stderr.decode())
                self.assertEqual(b"", tarikh("extract", "--quiet", path, status=0).stderr)
                self.assertNotIn(b"2023-03-03", done.stdout)
                self.assertEqual(1, done.stdout.count(b"\n"))

    def test_text_that_is_nothing_but_a_day_that_does_not_exist(self):
        for text in "30-02-1433", "٣١ فبراير ٢٠٢٣", "30 February":
            with self.subTest(text):
                path = self.write("lines.jsonl", json.dumps({"id": "a", "text": text}) + "\n")
                self.assertEqual(1, tarikh("extract", path, status=1).stdout.count(b"\n"))
                tarikh("extract", "--only", "timexes", path, status=0)

    def test_line_of_100_megabytes(self):
        path = self.here / "long.jsonl"
        with open(path, "wb") as file:
            file.write(b'{"id":"a","text":"')
            for _ in range(100):
                file.write(b"a" * (1 << 20))
            file.write(b'"}\n{"id":"b","text":"Finland joined NATO on 4 April 2023."}\n')
        done = tarikh("extract", path, status=2)
        self.assertIn(b"long.jsonl:1: a line longer than 64 MiB; left out", done.stderr)
        self.assertIn(b'"doc":"b"', done.stdout)

    def test_file_of_100_megabytes(self):
        path = self.here / "long.txt"
        with open(path, "wb") as file:
            file.truncate(100 << 20)
        self.check_reported(path, "larger than 64 MiB")

    def test_invalid_utf8_is_read_marked_and_told(self):
        lines = self.write("a.jsonl", b'{"id":"a","text":"Finland joined NATO on 4 April 2023. \xff\xfe"}\n')
        text = self.write("a.txt", "انضمت فنلندا إلى الحلف في 4 أبريل 2023.".encode() + b"\xff\xc3")
        for path, line in (lines, ":1"), (text, ""):
            with self.subTest(path):
                self.check_reported(path, f"{line}: 2 characters could not be read and became U+FFFD")
                record = json.loads(tarikh("extract", "--with-text", path).stdout)  # what comes out is valid
                self.assertEqual(2, record["text"].count("\ufffd"))

    def test_another_charset_is_no_error(self):
        arabic = "انضمت فنلندا إلى حلف شمال الأطلسي في 4 أبريل 2023، وقال الأمين العام إن اليوم تاريخي."
        path = self.write("a.txt", arabic.encode("cp1256"))
        self.assertEqual(arabic, json.loads(tarikh("extract", "--with-text", path, status=0).stdout)["text"])

    def test_build_does_the_rest_and_says_so(self):
        bad = [self.write("pile/empty.txt", ""), self.write("pile/junk.txt", b"\x7fELF\0\0" + random.Random(1).randbytes(9000)),
               self.write("pile/lines.jsonl", "not json\n")]
        self.write("pile/good.txt", GOOD.read_bytes())
        done = tarikh("build", self.here / "pile", "-o", self.here / "site", status=2)
        for path in bad:
            self.assertIn(f"tarikh: {path}:".encode(), done.stderr)
        self.assertIn(b",NATO", (self.here / "site" / "events.csv").read_bytes().replace(b"; NATO", b",NATO"))
        self.assertEqual({"pile", "site"}, {path.name for path in self.here.iterdir()})

    def test_bad_lines_of_records_and_timelines(self):
        bad = self.write("bad.jsonl", '{"doc":\n[]\n')
        for command in ["merge"], ["page", "-o", self.here / "out"], ["export", "--format", "csv"]:
            with self.subTest(command):
                done = tarikh(*command, bad, status=2)
                self.assertIn(b"bad.jsonl:1: ", done.stderr)
                self.assertIn(b"bad.jsonl:2: ", done.stderr)
        self.assertFalse((self.here / "out").exists())

    def test_escape_sequences_in_a_file_name_do_not_reach_the_terminal(self):
        self.assertNotIn(b"\x1b", tarikh("extract", "\x1b[31mred.txt", status=2).stderr)

    def test_memory_stays_bounded_on_a_stream(self):
        line = b'{"id":"a","text":"' + b"word " * 20000 + b'"}\n'
        process = subprocess.Popen([TARIKH, "extract", "--only", "timexes", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL)
        for _ in range(200):
            process.stdin.write(line)
        process.stdin.close()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        self.assertLess(usage.ru_maxrss, 600 << 10)


class SameBytes(Case):
    def test_extract_for_any_order_and_number_of_threads(self):
        files = sorted(EXAMPLES.iterdir())
        want = tarikh("extract", "--jobs", 1, *files).stdout
        self.assertGreater(want.count(b"\n"), 15)
        for seed, jobs in (1, 2), (2, 8):
            random.Random(seed).shuffle(files)
            self.assertEqual(want, tarikh("extract", "--jobs", jobs, *files).stdout)

    def test_build_for_any_order_and_number_of_threads(self):
        files = sorted(EXAMPLES.iterdir())
        tarikh("build", "--jobs", 1, *files, "-o", self.here / "one", status=0)
        random.Random(3).shuffle(files)
        tarikh("build", "--jobs", 8, *files, "-o", self.here / "two", status=0)
        self.assertEqual(folder_bytes(self.here / "one"), folder_bytes(self.here / "two"))

    def test_shards_merge_to_the_same_timeline(self):
        files = sorted(EXAMPLES.iterdir())
        whole = self.write("whole.jsonl", tarikh("extract", *files).stdout)
        first = self.write("first.jsonl", tarikh("extract", *files[::2]).stdout)
        second = self.write("second.jsonl", tarikh("extract", *files[1::2]).stdout)
        want = tarikh("merge", whole, status=0).stdout
        self.assertEqual(want, tarikh("merge", second, first, status=0).stdout)
        self.assertEqual(want, tarikh("merge", "-", status=0, input=whole.read_bytes()).stdout)

    def test_parts_in_any_grouping(self):
        records = tarikh("extract", EXAMPLES).stdout.splitlines(keepends=True)
        want = tarikh("merge", "-", status=0, input=b"".join(records)).stdout
        for seed in range(3):
            chance = random.Random(seed)
            parts = [[] for _ in range(3)]
            for record in records:
                for part in chance.sample(parts, chance.choice((1, 1, 2))):
                    part.append(record)
            names = [self.write(f"{seed}-{number}.jsonl", b"".join(part)) for number, part in enumerate(parts)]
            chance.shuffle(names)
            self.assertEqual(want, tarikh("merge", *names, status=0).stdout)

    def test_a_timeline_is_no_input_of_merge(self):
        timeline = self.write("t.jsonl", tarikh("merge", "-", input=tarikh("extract", GOOD).stdout, status=0).stdout)
        self.assertIn(b"is an entry of a timeline that was made without --with-records", tarikh("merge", timeline, status=2).stderr)

    def test_merging_a_timeline_with_more_is_merging_all(self):
        """merge(merge(a), b) = merge(a, b), also of what no entry shows: undated events, denied ones, copies."""
        records = tarikh("extract", EXAMPLES, self.write("copy.md", (EXAMPLES / "sweden-nato.md").read_bytes())).stdout.splitlines(keepends=True)
        for options in [], ["--keep-undated"], ["--type", "summit"]:
            want = tarikh("merge", *options, "-", input=b"".join(records), status=0).stdout
            kept = tarikh("merge", "--with-records", *options, "-", input=b"".join(records), status=0).stdout
            self.assertTrue(kept.endswith(want))
            for seed in range(4):
                chance = random.Random(seed)
                some = [record for record in records if chance.random() < 0.5]
                rest = [record for record in records if record not in some or chance.random() < 0.2]
                first = self.write("first.jsonl", tarikh("merge", "--with-records", *options, "-", input=b"".join(some)).stdout)
                more = self.write("more.jsonl", b"".join(rest))
                self.assertEqual(want, tarikh("merge", *options, first, more, status=0).stdout)
                self.assertEqual(kept, tarikh("merge", "--with-records", *options, more, first, status=0).stdout)
        self.assertEqual(tarikh("export", "--format", "csv", "-", input=want, status=0).stdout,
                         tarikh("export", "--format", "csv", "-", input=kept, status=0).stdout)

    @staticmethod
    def rows(folder_or_files, *more):
        records = tarikh("extract", folder_or_files, *more).stdout
        entries = map(json.loads, tarikh("merge", "-", input=records, status=0).stdout.splitlines())
        return sorted((e["date_edtf"], e["type"], sorted(p["id"] for p in e["participants"])) for e in entries)

    def test_a_copy_under_another_name_adds_no_row(self):
        for file in sorted(EXAMPLES.iterdir()):
            self.write(f"pile/{file.name}", file.read_bytes())
        want = self.rows(self.here / "pile")
        self.write("pile/copies/2099-01-01-of-another.md", (EXAMPLES / "sweden-nato.md").read_bytes())
        self.write("pile/copies/again.md", (EXAMPLES / "cop28-closes.md").read_bytes())
        self.assertEqual(want, self.rows(self.here / "pile"))

    def test_an_article_in_two_halves_tells_the_same(self):
        halves = ("The summit of the Shanghai Cooperation Organisation was held in Astana on 4 July 2024.\n\nBelarus joined the Shanghai "
                  "Cooperation Organisation on 4 July 2024.", "At the summit of the Shanghai Cooperation Organisation in Astana on 4 July 2024 flags "
                  "were raised.\n\nIran joined the Shanghai Cooperation Organisation in 2023.\n\nFinland joined NATO on 4 April 2023.")
        head = "---\ndate: 2024-07-05\n---\n"
        whole = self.write("whole.md", head + "\n\n".join(halves))
        first, second = (self.write(f"{name}.md", head + text) for name, text in zip(("first", "second"), halves))
        self.assertEqual(4, len(self.rows(whole)))
        self.assertEqual(self.rows(whole), self.rows(first, second))

    def test_step_by_step_equals_build(self):
        tarikh("build", EXAMPLES, "-o", self.here / "built", status=0)
        records = self.write("r.jsonl", tarikh("extract", EXAMPLES, status=0).stdout)
        timeline = self.write("t.jsonl", tarikh("merge", records, status=0).stdout)
        tarikh("page", timeline, "-o", self.here / "paged", status=0)
        built, paged = folder_bytes(self.here / "built"), folder_bytes(self.here / "paged")
        self.assertEqual(built.pop("records.jsonl"), records.read_bytes())
        built.pop(".tarikh"), paged.pop(".tarikh")
        self.assertEqual(built, paged)
        self.assertEqual(built["events.csv"], tarikh("export", "--format", "csv", timeline, status=0).stdout)

    def test_locale_time_zone_and_folder_change_nothing(self):
        want = tarikh("extract", EXAMPLES / "short-news.jsonl").stdout
        environment = dict(os.environ, LC_ALL="tr_TR.UTF-8", TZ="Pacific/Apia", LANG="ar_EG.UTF-8")
        self.assertEqual(want, tarikh("extract", EXAMPLES / "short-news.jsonl", env=environment, cwd=self.here).stdout)

    def test_a_file_named_twice_is_read_once(self):
        self.assertEqual(1, tarikh("extract", GOOD, GOOD).stdout.count(b"\n"))

    def test_two_files_of_one_name_have_two_ids(self):
        self.write("pile/a/x.txt", GOOD.read_bytes())
        self.write("pile/b/x.txt", GOOD.read_bytes())
        self.assertIn(b'"doc":"a/x"', tarikh("extract", self.here / "pile").stdout)
        both = tarikh("extract", "a/x.txt", "b/x.txt", cwd=self.here / "pile").stdout
        self.assertIn(b'"doc":"a/x.txt"', both)
        self.assertIn(b'"doc":"b/x.txt"', both)


class Output(Case):
    def test_folder_that_is_not_ours_is_refused(self):
        mine = self.write("site/precious.html", "mine")
        done = tarikh("build", GOOD, "-o", self.here / "site", status=2)
        self.assertIn(b"--force", done.stderr)
        self.assertEqual(["precious.html"], [p.name for p in (self.here / "site").iterdir()])
        tarikh("build", GOOD, "-o", self.here / "site", "--force", status=0)
        self.assertEqual("mine", mine.read_text())
        self.assertTrue((self.here / "site" / "index.html").exists())

    def test_own_folder_is_written_again(self):
        site = self.here / "site"
        tarikh("build", GOOD, "-o", site, status=0)
        (site / "CNAME").write_text("example.org")
        (site / "stale.css").write_text("old")
        with open(site / ".tarikh", "a") as marker:
            marker.write("stale.css\n../outside\n")
        self.write("outside", "stays")
        tarikh("build", GOOD, "-o", f"{site}/", status=0)
        self.assertEqual("example.org", (site / "CNAME").read_text())
        self.assertFalse((site / "stale.css").exists())
        self.assertTrue((self.here / "outside").exists())

    def test_what_build_writes(self):
        done = tarikh("build", EXAMPLES, "-o", self.here / "deep" / "site", status=0)
        names = {p.name for p in (self.here / "deep" / "site").iterdir()}
        self.assertLessEqual({"index.html", "events.csv", "mentions.csv", "memberships.csv", "datapackage.json", "timeline.jsonl", "records.jsonl"}, names)
        self.assertIn(b"index.html", done.stderr)
        self.assertEqual(b"", done.stdout)
        self.assertEqual(["site"], [p.name for p in (self.here / "deep").iterdir()])

    def test_entries_are_read_again_from_a_file_and_held_from_a_pipe(self):
        records = tarikh("extract", EXAMPLES).stdout
        lines = tarikh("merge", status=0, input=records).stdout.splitlines()
        timeline = self.write("t.jsonl", "")
        # A byte order mark, Windows line ends, a blank line, a record and a broken line between the entries.
        timeline.write_bytes(b"\xef\xbb\xbf" + lines[0] + b"\r\n\n" + records.splitlines()[0] + b"\n{\"id\":\n" + b"\r\n".join(lines[1:]))
        site, piped = self.here / "site", self.here / "piped"
        done = tarikh("page", timeline, "-o", site, status=2)
        self.assertEqual(1, done.stderr.count(b"t.jsonl:4:"), done.stderr)
        done = tarikh("page", "-o", piped, input=timeline.read_bytes(), status=2)
        self.assertEqual(folder_bytes(site), folder_bytes(piped))
        with open(timeline, "rb") as rest:
            first = os.read(rest.fileno(), len(lines[0]) + 5)  # what is left of a file
            self.assertTrue(first.endswith(b"\r\n"), first)
            after = tarikh("export", "--format", "ics", stdin=rest, status=2).stdout
        self.assertEqual(after, tarikh("export", "--format", "ics", input=timeline.read_bytes()[len(first):], status=2).stdout)
        # Over its own folder, whose timeline it reads.
        before = folder_bytes(site)
        tarikh("page", site / "timeline.jsonl", "-o", site, status=0)
        self.assertEqual(before, folder_bytes(site))
        for form in "ics", "xlsx", "csv", "atom":
            wanted = tarikh("export", site / "timeline.jsonl", "--format", form, status=0).stdout
            self.assertEqual(wanted, tarikh("export", "--format", form, input=(site / "timeline.jsonl").read_bytes(), status=0).stdout)
            self.assertEqual(wanted, tarikh("export", timeline, "--format", form, status=2).stdout)

    def test_a_page_needs_no_memory_for_its_events(self):
        lines = tarikh("merge", status=0, input=tarikh("extract", EXAMPLES).stdout).stdout.splitlines(keepends=True)
        def peak(times):
            timeline = self.here / "many.jsonl"
            with open(timeline, "wb") as many:
                for line in lines:
                    for number in range(times):
                        many.write(line.replace(b'{"id":"', b'{"id":"%d-' % number, 1))
            script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
            return int(subprocess.run([sys.executable, "-c", script, TARIKH, "page", timeline, "-o", self.here / "site"], capture_output=True, check=True).stdout)
        few, many = peak(24), peak(96)
        if few < 100_000:  # sanitizers keep what is freed
            self.assertLess(many - few, (self.here / "many.jsonl").stat().st_size // 1024 // 4)

    def test_single_file(self):
        one = self.here / "one.html"
        done = tarikh("build", EXAMPLES, "-o", one, "--single-file", status=0)
        self.assertTrue(done.stderr.decode().rstrip().endswith(f": {one}"), done.stderr)
        timeline = self.write("t.jsonl", tarikh("merge", status=0, input=tarikh("extract", EXAMPLES).stdout).stdout)
        self.assertEqual(one.read_bytes(), tarikh("page", timeline, "-o", "-", "--single-file", status=0).stdout)
        self.assertEqual({"one.html", "t.jsonl"}, {path.name for path in self.here.iterdir()})
        self.assertIn(b"is a folder", tarikh("page", timeline, "-o", self.here, "--single-file", status=2).stderr)

    def test_a_theme_to_change(self):
        theme, timeline = self.here / "new" / "theme", self.write("t.jsonl", "")
        timeline.write_bytes(tarikh("merge", input=tarikh("extract", GOOD).stdout, status=0).stdout)
        tarikh("page", "--init-theme", theme, status=0)
        self.assertLessEqual({"page.html", "entry.html", "style.css", "script.js", "strings.ar.tsv"}, {p.name for p in theme.iterdir()})
        for name, options in ("plain", []), ("themed", ["--theme", theme]):
            tarikh("page", timeline, "-o", self.here / name, *options, status=0)
        self.assertEqual(folder_bytes(self.here / "plain"), folder_bytes(self.here / "themed"))
        for path in theme.iterdir():
            if path.name != "style.css":
                path.unlink()
        (theme / "style.css").write_text("mine")
        done = tarikh("page", "--init-theme", theme, status=2)
        self.assertIn(f"tarikh: {theme}/style.css: exists already, so nothing was written", done.stderr.decode())
        self.assertEqual({"style.css": b"mine"}, folder_bytes(theme))
        self.assertIn(b"--output is required", tarikh("page", timeline, status=2).stderr)

    def test_output_of_an_earlier_run_is_not_read_as_articles(self):
        self.write("pile/a.txt", GOOD.read_bytes())
        tarikh("build", ".", "-o", "site", cwd=self.here / "pile", status=0)
        first = folder_bytes(self.here / "pile" / "site")
        tarikh("build", ".", "-o", "site", cwd=self.here / "pile", status=0)
        self.assertEqual(first, folder_bytes(self.here / "pile" / "site"))

    def test_output_that_cannot_be_written(self):
        blocked = self.write("file", "x")
        for command in ["build", GOOD, "-o", blocked], ["build", GOOD, "-o", blocked / "site"], \
                ["build", GOOD, "-o", "/proc/site"], ["extract", GOOD, "-o", self.here / "no" / "such" / "folder"], \
                ["extract", GOOD, "-o", "/dev/full"], ["extract", GOOD, "-o", self.here]:
            with self.subTest(command):
                done = tarikh(*command, status=2)
                self.assertTrue(done.stderr.startswith(b"tarikh: "), done.stderr)
        self.assertEqual(["file"], [p.name for p in self.here.iterdir()])
        self.assertEqual("x", blocked.read_text())

    def test_full_disk_leaves_the_old_file(self):
        old = self.write("records.jsonl", "old")
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        done = tarikh("extract", EXAMPLES, "-o", old, preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), limit()),
                      status=2)
        self.assertIn(b"File too large", done.stderr)
        self.assertEqual("old", old.read_text())
        self.assertEqual(["records.jsonl"], [p.name for p in self.here.iterdir()])

    def test_reader_that_goes_away_is_no_error(self):
        process = subprocess.Popen([TARIKH, "extract", EXAMPLES], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(b"", process.stderr.read())
        self.assertIn(process.wait(60), (0,))
        process.stderr.close()

    def test_interruption_leaves_nothing(self):
        process = subprocess.Popen([TARIKH, "build", "-", "-o", self.here / "site"], stdin=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        process.stdin.write(b'{"id":"a","text":"x"}\n')
        process.stdin.flush()
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        self.assertEqual(130, process.wait(60))
        process.stdin.close()
        self.assertEqual([], list(self.here.iterdir()))

    def test_records_of_a_slow_stream_come_at_once(self):
        process = subprocess.Popen([TARIKH, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write(b'{"id":"a","text":"Finland joined NATO on 4 April 2023."}\n')
        process.stdin.flush()
        self.assertIn(b'"doc":"a"', process.stdout.readline())
        process.stdin.close()
        self.assertEqual(0, process.wait(60))
        process.stdout.close()

    def test_text_on_standard_input_is_one_document(self):
        done = tarikh("extract", "--dct", "2023-04-04", status=0, input=GOOD.read_bytes())
        self.assertEqual(1, done.stdout.count(b"\n"))
        self.assertIn(b'"dct":"2023-04-04"', done.stdout)

    def test_timeml_is_the_text_with_tags(self):
        xml_text = tarikh("extract", "--format", "timeml", GOOD, status=0).stdout
        root = xml.etree.ElementTree.fromstring(xml_text)
        text = root.find("TEXT")
        self.assertEqual(GOOD.read_text().strip(), "".join(text.itertext()).strip())
        self.assertGreater(len(text.findall("TIMEX3")), 0)
        self.assertTrue(all(timex.get("value") and timex.get("type") for timex in text.findall("TIMEX3")))

    def test_timeml_is_well_formed_and_its_ids_are_there(self):
        for text in "Talks & \"votes\" <all> of the last three months ended on 9 July; \x01 it lasts until \uffff Friday.", \
                "المحادثات & \"الأصوات\" <كلها> في الأشهر الثلاثة الأخيرة انتهت في 9 تموز، ومنذ ثلاثة أشهر تستمر حتى الجمعة.":
            with self.subTest(text):
                root = xml.etree.ElementTree.fromstring(tarikh("extract", "--format", "timeml", "--dct", "2024-07-20", status=None,
                                                               input=text.encode()).stdout)
                tags = root.findall(".//TIMEX3")
                ids = [timex.get("tid") for timex in tags]
                self.assertEqual(len(ids), len(set(ids)))
                points = [timex.get(name) for timex in tags for name in ("beginPoint", "endPoint", "anchorTimeID") if timex.get(name)]
                self.assertIn("t0", ids)
                self.assertGreaterEqual(len(points), 2)
                self.assertLessEqual(set(points), set(ids))
                self.assertEqual(text.replace("\x01", "\ufffd").replace("\uffff", "\ufffd"), "".join(root.find("TEXT").itertext()).strip())


class Terminal(Case):
    def on_terminal(self, *arguments, **environment):
        master, slave = pty.openpty()
        process = subprocess.Popen([TARIKH, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=slave,
                                   env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm", **environment})
        os.close(slave)
        seen = b""
        try:
            while chunk := os.read(master, 4096):
                seen += chunk
        except OSError:
            pass  # the other side has closed
        os.close(master)
        process.wait(60)
        return seen

    def test_colour_on_a_terminal_unless_no_color(self):
        self.assertIn(b"\x1b[31m", self.on_terminal("extract", "nowhere"))
        self.assertNotIn(b"\x1b[31m", self.on_terminal("extract", "nowhere", NO_COLOR="1"))
        self.assertNotIn(b"\x1b", tarikh("extract", "nowhere").stderr)

    def test_progress_on_a_terminal_only(self):
        text = "Finland joined NATO on 4 April 2023. " * 3000
        pile = self.write("pile.jsonl", "".join('{"id":"%d","text":"%s"}\n' % (i, text) for i in range(60)))
        seen = self.on_terminal("extract", "--jobs", 1, pile)
        self.assertIn(b"MB/s", seen)
        self.assertIn(b" left", seen)
        self.assertEqual(b"", self.on_terminal("extract", "--quiet", "--jobs", 1, pile))


class Score(Case):
    """Against figures that the reference implementation of the annotation guideline gave for score/system.jsonl, which
    is score/gold with errors of every kind put in."""
    GOLD = HERE / "score" / "gold"
    SYSTEM = HERE / "score" / "system.jsonl"

    def report(self, system, *options):
        return json.loads(tarikh("score", self.GOLD, system, "--json", *options, status=0).stdout)

    def test_figures_of_the_reference(self):
        want = json.loads((HERE / "score" / "report.json").read_text())
        self.assertEqual(want, self.report(self.SYSTEM))

    def test_folder_and_stream_are_as_good_as_a_file(self):
        for line in self.SYSTEM.read_text().splitlines():
            record = json.loads(line)
            for name, rows in ("timex", record["timexes"]), ("events", record["events"]):
                self.write(f"{record['doc']}.{name}.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
        want = tarikh("score", self.GOLD, self.SYSTEM, status=0).stdout
        self.assertEqual(want, tarikh("score", self.GOLD, self.here, status=0).stdout)
        self.assertEqual(want, tarikh("score", self.GOLD, "-", status=0, input=self.SYSTEM.read_bytes()).stdout)

    def test_only_some_documents(self):
        self.assertEqual(2, self.report(self.SYSTEM, "--docs", "coe_russia,algiers_2022")["overall"]["docs"])

    def test_gold_against_itself(self):
        figures = self.report(self.GOLD)["overall"]
        self.assertEqual(1, figures["timex"]["strict_type_value"]["F1"])
        self.assertEqual(1, figures["events"]["rows"]["F1"])

    def test_a_timeline_against_itself(self):
        timeline = HERE.parent / "corpus" / "dev" / "timeline.csv"
        figures = json.loads(tarikh("score", timeline.parent, timeline, "--json", status=0).stdout)
        self.assertEqual([1, 1, 1], [figures["rows"]["F1"], figures["exact_date"], figures["kendall_tau"]])

    def test_what_is_missing_or_broken_is_told(self):
        done = tarikh("score", self.here, self.SYSTEM, status=2)
        self.assertIn(b"no gold documents", done.stderr)
        done = tarikh("score", self.GOLD, self.here / "nowhere", status=2)
        self.assertIn(b"nowhere: No such file or directory", done.stderr)
        broken = self.write("broken.jsonl", '{"doc":"coe_russia","events":[{"type":"visit"}]}\n')
        done = tarikh("score", self.GOLD, broken, status=2)
        self.assertIn(b"broken.jsonl:1: events[0].trigger: start and end are needed", done.stderr)
        done = tarikh("score", self.GOLD, self.write("none.jsonl", '{"doc":"another"}\n'), status=0)
        self.assertIn(b"4 gold documents have no output", done.stderr)
        self.assertIn(b"1 documents have no gold", done.stderr)


class Selected(Case):
    def setUp(self):
        super().setUp()
        records = self.write("r.jsonl", tarikh("extract", EXAMPLES).stdout)
        self.timeline = self.write("t.jsonl", tarikh("merge", records, status=0).stdout)

    def entries(self, *arguments):
        done = tarikh("export", "--format", "jsonl", *arguments, self.timeline)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_each_condition_takes_a_part(self):
        whole = self.entries()
        for arguments, meets in (
                (["--from", "2024-01-01"], lambda e: e["last"] is None or e["last"] >= "2024-01-01"),
                (["--to", "2023-06-30"], lambda e: e["first"] is None or e["first"] <= "2023-06-30"),
                (["--type", "summit,membership/effective"],
                 lambda e: e["type"] == "summit" or (e["type"], e["phase"]) == ("membership", "effective")),
                (["--actor", "nato", "--actor", "finland"], lambda e: {"nato", "FI"} & {p["id"] for p in e["participants"]}),
                (["--min-sources", "2"], lambda e: len({m["doc"] for m in e["mentions"]}) > 1)):
            with self.subTest(arguments):
                want = [entry["id"] for entry in whole if meets(entry)]
                self.assertGreater(len(want), 0)
                self.assertLess(len(want), len(whole))
                self.assertEqual(want, [entry["id"] for entry in self.entries(*arguments)])

    def test_every_command_takes_the_same_part(self):
        part = ["--type", "summit", "--from", "2023-01-01"]
        want = tarikh("export", "--format", "jsonl", *part, self.timeline, status=0).stdout
        self.assertEqual(want, tarikh("merge", *part, self.here / "r.jsonl", status=0).stdout)
        tarikh("page", *part, self.timeline, "-o", self.here / "paged", status=0)
        tarikh("build", *part, EXAMPLES, "-o", self.here / "built", status=0)
        self.assertEqual(want, (self.here / "paged" / "timeline.jsonl").read_bytes())
        self.assertEqual(want, (self.here / "built" / "timeline.jsonl").read_bytes())

    def test_a_type_that_does_not_exist(self):
        done = tarikh("export", "--format", "csv", "--type", "party", self.timeline, status=2)
        self.assertIn(b"no event type is called party; there are founding, ", done.stderr)

    def test_nothing_is_left(self):
        tarikh("export", "--format", "csv", "--topic", "xylophone", self.timeline, status=1)


class Roster(Case):
    def setUp(self):
        super().setUp()
        articles = self.write("a.jsonl", "".join(json.dumps({"id": name, "dct": dct, "text": text}) + "\n" for name, dct, text in (
            ("a", "2022-07-01", "NATO invited Finland to join on 29 June 2022."),
            ("b", "2023-12-31", "Finland joined NATO in 2023."),
            ("c", "2024-03-08", "Sweden joined NATO on Thursday."),
            ("d", "2019-01-02", "Qatar left OPEC on Tuesday."))))
        records = self.write("r.jsonl", tarikh("extract", articles, status=0).stdout)
        self.timeline = self.write("t.jsonl", tarikh("merge", records, status=0).stdout)

    def standings(self, *arguments):
        report = json.loads(tarikh("roster", *arguments, "--json", self.timeline, status=0).stdout)
        return {line["id"]: line["standing"] for line in report["roster"]}

    def test_standing_on_a_day(self):
        self.assertEqual({"FI": "not yet a member", "SE": "not yet a member"}, self.standings("nato", "--at", "2022-12-31"))
        self.assertEqual({"FI": "unknown", "SE": "not yet a member"}, self.standings("nato", "--at", "2023-07-01"))
        self.assertEqual({"FI": "member", "SE": "member"}, self.standings("NATO"))
        self.assertEqual({"QA": "no longer a member"}, self.standings("OPEC", "--at", "2020-01-01"))

    def test_only_what_was_published_by_then(self):
        self.assertEqual({"FI": "member"}, self.standings("nato", "--at", "2023-12-31", "--as-of-pile"))

    def test_text_has_bounds_and_evidence(self):
        text = tarikh("roster", "nato", "--at", "2023-07-01", self.timeline, status=0).stdout.decode()
        self.assertIn("unknown\n  Finland: joined between 2023-01-01 and 2023-12-31\n", text)
        self.assertIn("      b, 2023: Finland joined NATO in 2023.\n", text)

    def test_lists_of_members_are_evidence(self):
        article = {"id": "l", "dct": "2022-09-16", "text": "The summit of the SCO was held in Samarkand on Friday. The SCO groups China, Russia and India."}
        records = tarikh("extract", "-", input=json.dumps(article).encode(), status=0).stdout
        timeline = self.write("l.jsonl", tarikh("merge", "-", input=records, status=0).stdout)
        text = tarikh("roster", "sco", timeline, status=0).stdout.decode()
        self.assertIn("member\n  China: joined by 2022-09-16\n      l, 2022-09-16: The SCO groups China, Russia and India.\n  India:", text)

    def test_an_ordinal_that_does_not_fit_the_list(self):
        article = {"id": "l", "dct": "2024-07-05", "text": "Belarus became the tenth member of the Shanghai Cooperation Organisation on Thursday. "
                   "The SCO (Belarus, China, India, Iran) met in Astana."}
        records = tarikh("extract", "-", input=json.dumps(article).encode(), status=0).stdout
        entries = map(json.loads, tarikh("merge", "-", input=records, status=0).stdout.splitlines())
        doubts = [doubt for entry in entries for doubt in entry.get("doubts", [])]
        self.assertEqual([("list", ["10", "4"])], [(doubt["kind"], [claim["value"] for claim in doubt["claims"]]) for doubt in doubts])

    def test_an_organisation_that_nothing_is_told_of(self):
        done = tarikh("roster", "nobody", self.timeline, status=1)
        self.assertIn(b"nato (", done.stderr)

    def test_memberships_as_csv(self):
        rows = tarikh("export", "--format", "memberships", self.timeline, status=0).stdout.decode().split("\r\n")
        self.assertEqual(5, len(rows))
        self.assertTrue(any(",FI," in row and ",2023-01-01,2023-12-31,,," in row for row in rows))


class Entry(Case):
    TIMELINE = HERE.parent / "golden" / "formats" / "timeline.jsonl"

    def test_evidence_and_claims(self):
        entry = json.loads(self.TIMELINE.read_text().splitlines()[0])
        text = tarikh("explain", "--entry", entry["id"], self.TIMELINE, status=0).stdout.decode()
        self.assertIn("  claim   2001, 1 source: talks\n", text)
        for mention in entry["mentions"]:
            self.assertIn(mention["quote"], text)
        self.assertEqual("contradiction", entry["merge_reasons"][0]["kind"])
        names = [f"{entry['mentions'][i]['doc']}:{entry['mentions'][i]['event']}" for i in entry["merge_reasons"][0]["mentions"]]
        self.assertIn(f"    {names[0]} and {names[1]} contradict each other, and it happens only once: 2001; 2011\n", text)

    def test_unknown(self):
        self.assertIn(b"no entry is called ev-nobody", tarikh("explain", "--entry", "ev-nobody", self.TIMELINE, status=2).stderr)

    def test_doubts(self):
        articles = "".join(json.dumps({"id": doc, "dct": "2024-03-12", "text": text}) + "\n" for doc, text in (
            ("a", "An earthquake struck Nepal on Monday, 11 March 2024, killing 12 people."),
            ("b", "An earthquake struck Nepal on Friday, 11 March 2024, killing 15 people.")))
        records = tarikh("extract", "-", input=articles.encode(), status=0).stdout
        timeline = self.write("t.jsonl", tarikh("merge", "-", input=records, status=0).stdout)
        entry = json.loads(timeline.read_text().splitlines()[0])
        event = {mention["doc"]: f"{mention['doc']}:{mention['event']}" for mention in entry["mentions"]}
        text = tarikh("explain", "--entry", entry["id"], timeline, status=0).stdout.decode()
        self.assertIn(f"how many were killed: 12 ({event['a']}), 15 ({event['b']})\n", text)
        self.assertIn(f"The weekday does not fit its date: 11 March 2024 ({event['b']})\n", text)

    def why_not(self, *ids, status=0):
        return tarikh("explain", "--why-not", *ids, self.TIMELINE, status=status)

    def test_why_not(self):
        entries = [json.loads(line) for line in self.TIMELINE.read_text().splitlines()]
        joined = [entry for entry in entries if entry["type"] == "membership"]
        text = self.why_not(joined[0]["id"], joined[1]["id"]).stdout.decode()
        differs, _, keeps = text.partition("what keeps them apart\n")
        self.assertIn("\nwhat differs\n", differs)
        self.assertRegex(differs, r"  subject +\w+ \| \w+\n")
        self.assertRegex(keeps, r"  they name different subjects: \w+ \| \w+\n")

    def test_why_not_of_unknown_and_equal_ids(self):
        known = json.loads(self.TIMELINE.read_text().splitlines()[0])["id"]
        self.assertIn(b"no entry is called ev-nobody", self.why_not(known, "ev-nobody", status=2).stderr)
        self.assertIn(b"is one entry", self.why_not(known, known, status=2).stderr)


class Diff(Case):
    def merged(self, name, *articles):
        lines = "".join(json.dumps({"id": doc, "dct": dct, "text": text}) + "\n" for doc, dct, text in articles)
        records = tarikh("extract", "-", input=lines.encode(), status=0).stdout
        return self.write(name, tarikh("merge", "-", input=records, status=0).stdout)

    def test_added_changed_gone_and_why(self):
        a = ("a", "2024-01-01", "Finland joined NATO in 2023.")
        b = ("b", "2023-04-05", "Finland joined NATO on 4 April 2023.")
        c = ("c", "2024-03-08", "Sweden joined NATO on Thursday.")
        d = ("d", "2019-01-02", "Qatar left OPEC on Tuesday.")
        old, new = self.merged("old.jsonl", a, d), self.merged("new.jsonl", a, b, c)
        done = tarikh("diff", old, new, status=0)
        text = done.stdout.decode()
        self.assertEqual(["-", "~", "+"], [line[0] for line in text.splitlines() if line[0] != " "])
        self.assertIn("    date_edtf: 2023 -> 2023-04-04\n", text)
        self.assertIn("    because article b tells it\n", text)
        self.assertIn("    because article d no longer tells it\n", text)
        self.assertIn(b"1 added, 1 changed, 1 gone", done.stderr)
        changes = [json.loads(line) for line in tarikh("diff", "--json", old, new, status=0).stdout.splitlines()]
        self.assertEqual(["gone", "changed", "added"], [change["change"] for change in changes])

    def test_nothing_changed(self):
        timeline = self.merged("t.jsonl", ("a", "2024-01-01", "Finland joined NATO in 2023."))
        self.assertEqual(b"", tarikh("diff", timeline, timeline, status=1).stdout)

    def test_folders_that_build_made(self):
        tarikh("build", GOOD, "-o", self.here / "one", status=0)
        tarikh("build", EXAMPLES, "-o", self.here / "two", status=0)
        self.assertIn(b"because article sweden-nato tells it", tarikh("diff", self.here / "one", self.here / "two", status=0).stdout)

    def test_a_state_that_is_missing(self):
        done = tarikh("diff", self.here / "nowhere", GOOD, status=2)
        self.assertIn(b"nowhere: No such file or directory", done.stderr)


class Corrected(Case):
    ARTICLES = [
        {"id": "a", "dct": "2023-04-05", "text": "Finland joined NATO on 4 April 2023. A summit between Finland and Sweden took place in Helsinki on 12 May 2022."},
        {"id": "b", "dct": "2023-04-06", "text": "Finland joined NATO on 5 April 2023."},
        {"id": "c", "dct": "2022-05-20", "text": "التقى رئيسا فنلندا والسويد في هلسنكي يوم 13 مايو 2022."}]

    def setUp(self):
        super().setUp()
        self.pile = self.write("pile.jsonl", "".join(json.dumps(article) + "\n" for article in self.ARTICLES))
        self.records = self.write("records.jsonl", tarikh("extract", self.pile, status=0).stdout)
        self.dinner, self.meeting, self.accession = self.entries()

    def table(self, *lines):
        header = "target\tfield\tvalue\twho\twhy\twas\n"
        return self.write("corrections.tsv", header + "".join("\t".join(line) + "\n" for line in lines))

    def entries(self, *lines, status=0):
        table = ["--corrections", self.table(*lines)] if lines else []
        done = tarikh("merge", *table, self.records, status=status)
        self.messages = done.stderr.decode()
        return [json.loads(line) for line in done.stdout.splitlines()]

    @staticmethod
    def name(entry, number=0):
        mention = entry["mentions"][number]
        return f"{mention['doc']}:{mention['event']}"

    def test_an_entry(self):
        entry = self.entries((self.accession["id"], "date", "2023-04-04", "N. Haddad", "the papers were handed over that day"))[2]
        self.assertEqual(("2023-04-04", "2023-04-04", "day", "corrected"), tuple(entry[key] for key in ("date_edtf", "first", "granularity", "date_basis")))
        self.assertEqual(2, len(entry["conflict"]["claims"]))  # who said what is still there
        self.assertEqual([{"field": "date", "was": "[2023-04-04,2023-04-05]", "value": "2023-04-04", "who": "N. Haddad",
                           "why": "the papers were handed over that day"}], entry["corrections"])
        self.assertEqual(self.accession["id"], entry["id"])

    def test_entries_stay_in_order(self):
        entries = self.entries((self.accession["id"], "date", "2021", "N. Haddad", "it was earlier"))
        self.assertEqual([self.accession["id"], self.dinner["id"], self.meeting["id"]], [entry["id"] for entry in entries])

    def test_a_mention_merges_as_corrected(self):
        name = self.name(self.dinner)
        entries = self.entries((name, "type", "meeting", "N. Haddad", "no summit"), (name, "date", "2022-05-13", "N. Haddad", "a day later"))
        self.assertEqual(2, len(entries))
        self.assertEqual(["a", "c"], [mention["doc"] for mention in entries[0]["mentions"]])
        self.assertEqual(["type", "date"], [correction["field"] for correction in entries[0]["corrections"]])

    def test_participants_and_place(self):
        entry = self.entries((self.dinner["id"], "subject", "FI; SE; x:guest|The Guest|الضيف", "N. Haddad", "all of them"),
                             (self.dinner["id"], "place", "", "N. Haddad", "nobody knows where"))[0]
        self.assertEqual(["FI", "SE", "x:guest"], [who["id"] for who in entry["participants"] if who["role"] == "subject"])
        self.assertEqual(("The Guest", None), (entry["participants"][-1]["name_en"], entry["place"]))

    def test_drop(self):
        self.assertEqual(2, len(self.entries((self.dinner["id"], "drop", "", "N. Haddad", "never was"))))
        self.assertEqual(["b"], [m["doc"] for m in self.entries((self.name(self.accession), "drop", "", "N. Haddad", "misread"))[2]["mentions"]])

    def test_merge_and_split(self):
        together = self.entries((self.meeting["id"], "merge", self.dinner["id"], "N. Haddad", "one evening"),
                                (self.meeting["id"], "title_en", "A dinner", "N. Haddad", "as it was called"))
        self.assertEqual(["[2022-05-12,2022-05-13]", "2022-05-12"], [together[0]["date_edtf"], together[0]["first"]])
        self.assertEqual("A dinner", together[0]["title_en"])  # the old id still leads to it
        apart = self.entries((self.name(self.accession, 1), "split", "", "N. Haddad", "another one"))
        self.assertEqual(["2022-05-12", "2022-05-13", "2023-04-04", "2023-04-05"], [entry["date_edtf"] for entry in apart])
        self.assertEqual([None] * 4, [entry["conflict"] for entry in apart])

    def test_add(self):
        entries = self.entries(("corrections:vote", "add", "membership", "N. Haddad", "parliament voted on it"), ("corrections:vote", "phase", "approved", "N. Haddad", "-"),
                               ("corrections:vote", "date", "2023-03-30", "N. Haddad", "-"), ("corrections:vote", "subject", "FI", "N. Haddad", "-"),
                               ("corrections:vote", "organisation", "nato", "N. Haddad", "-"))
        added = entries[2]
        self.assertEqual(("2023-03-30", "Membership: Finland, NATO"), (added["date_edtf"], added["title_en"]))
        self.assertEqual(["add"], [correction["field"] for correction in added["corrections"]])
        self.assertEqual("parliament voted on it", added["mentions"][0]["quote"])

    def test_what_cannot_be_done_is_told_and_the_rest_done(self):
        entries = self.entries(
            ("ev-nobody", "date", "2020", "me", "x"), (self.meeting["id"], "phase", "signed", "me", "x"), (self.meeting["id"], "colour", "red", "me", "x"),
            (self.meeting["id"], "date", "2022-02-31", "me", "x"), (self.meeting["id"], "date", "2022", "", "x"), ("a:none", "drop", "", "me", "x"),
            (self.meeting["id"], "date", "2022-05-14", "me", "x", "2022-05-12"), (self.meeting["id"], "place", "nowhere", "me", "x"),
            (self.meeting["id"], "type", "party", "me", "x"), ("nowhere:x", "add", "summit", "me", "x"), (self.meeting["id"], "merge", "ev-nobody", "me", "x"),
            (self.dinner["id"], "title_en", "Dinner", "me", "x"), status=2)
        self.assertEqual("Dinner", entries[0]["title_en"])
        self.assertEqual(1, sum("corrections" in entry for entry in entries))
        said = dict(line.split("corrections.tsv:")[1].split(": ", 1) for line in self.messages.splitlines())
        self.assertEqual([str(number) for number in range(2, 13)], sorted(said, key=int))
        for number, words in ("2", "no entry is called ev-nobody"), ("3", "meeting has no phase signed"), ("4", "no field is called colour"), \
                ("5", "2022-02 has no day 31"), ("6", "who is missing"), ("7", "no mention is called a:none"), \
                ("8", "no longer applies: date is 2022-05-13, not 2022-05-12"), ("9", "no name is known of nowhere"), \
                ("10", "no event type is called party"), ("11", "no article is called nowhere"), ("12", "no entry is called ev-nobody"):
            self.assertIn(words, said[number])

    def test_what_is_so_already_is_noted(self):
        self.entries((self.meeting["id"], "date", "2022-05-13", "me", "x"), status=0)
        self.assertIn("corrections.tsv:2: ", self.messages)
        self.assertIn("is so already", self.messages)

    def test_a_table_without_its_header(self):
        table = self.write("bare.tsv", f"{self.meeting['id']}\tdate\t2022\tme\tx\n")
        self.assertIn(b"bare.tsv:1: the header has no column target", tarikh("merge", "--corrections", table, self.records, status=2).stderr)
        self.assertIn(b"none.tsv: No such file", tarikh("merge", "--corrections", self.here / "none.tsv", self.records, status=2).stderr)

    def test_build_shows_them_and_survives_a_re_run(self):
        table = self.table((self.accession["id"], "date", "2023-04-04", "N. Haddad", "<the papers>"), (self.dinner["id"], "drop", "", "N. Haddad", "never was"))
        site = self.here / "site"
        build = ["build", self.pile, "-o", site, "--corrections", table, "-q"]
        tarikh(*build, status=0)
        before = folder_bytes(site)
        self.assertIn("Date corrected by N. Haddad, because: &lt;the papers&gt; (was [2023-04-04,2023-04-05])", (site / "en.html").read_text())
        self.assertIn("التاريخ: بتصحيح N. Haddad، لأن: &lt;the papers&gt;", (site / "index.html").read_text())
        self.assertIn("by N. Haddad: <the papers>", (site / "events.csv").read_text())
        tarikh(*build, status=0)
        self.assertEqual(before, folder_bytes(site))
        merged = tarikh("merge", "--corrections", table, site / "records.jsonl", status=0).stdout
        self.assertEqual((site / "timeline.jsonl").read_bytes(), merged)

    def test_diff_names_them(self):
        tarikh("build", self.pile, "-o", self.here / "old", status=0)
        table = self.table((self.accession["id"], "date", "2023-04-04", "N. Haddad", "the papers"), (self.dinner["id"], "drop", "", "N. Haddad", "never was"))
        tarikh("build", self.pile, "-o", self.here / "new", "--corrections", table, status=0)
        text = tarikh("diff", self.here / "old", self.here / "new", status=0).stdout.decode()
        self.assertIn("    because correction by N. Haddad: date, the papers\n", text)
        self.assertIn("    because correction by N. Haddad: drop, never was\n", text)


class Cached(Case):
    """What was extracted once is looked up: the same bytes, whatever happened to the file in between."""

    PILE = sorted(EXAMPLES.iterdir())

    def setUp(self):
        super().setUp()
        self.cache = self.here / "cache.db"

    def rows(self):
        with contextlib.closing(sqlite3.connect(self.cache)) as cache:
            return cache.execute("SELECT count(*) FROM record").fetchone()[0]

    def extract(self, *arguments, status=0):
        return tarikh("extract", "--cache", self.cache, *arguments, status=status)

    def test_the_same_bytes_with_and_without(self):
        for options in [], ["--with-text"], ["--only", "timexes"], ["--format", "timeml"], ["--lang", "ar"], ["--dct", "2020-02-02"], ["--jobs", 7]:
            with self.subTest(options):
                plain = tarikh("extract", *options, *self.PILE, status=0)
                for _ in range(2):
                    cached = self.extract(*options, *self.PILE)
                    self.assertEqual((plain.stdout, plain.stderr), (cached.stdout, cached.stderr))
        tarikh("build", *self.PILE, "-o", self.here / "plain", status=0)
        for run in "cold", "warm":
            tarikh("build", "--cache", self.cache, *self.PILE, "-o", self.here / run, status=0)
            self.assertEqual(folder_bytes(self.here / "plain"), folder_bytes(self.here / run))

    def test_what_is_told_of_a_text_is_told_again(self):
        text = self.write("a.txt", b"Finland joined NATO on 31 February 2023. \xff")
        lines = self.write("b.jsonl", b'{"text":"Finland joined NATO on 31 February 2023. \xff"}\n\n{"text":\n')
        first, second = self.extract(text, lines, status=2), self.extract(text, lines, status=2)
        self.assertEqual(5, first.stderr.count(b"\n"), first.stderr.decode())
        self.assertEqual((first.stdout, first.stderr), (second.stdout, second.stderr))

    def test_only_what_is_new_is_extracted(self):
        lines = ['{"id":"%d","text":"Finland joined NATO on %d April 2023."}\n' % (i, i) for i in range(1, 21)]
        path = self.write("a.jsonl", "".join(lines))
        self.extract(path)
        self.assertEqual(20, self.rows())
        path.write_text('{"id":"new","text":"Sweden joined NATO in March 2024."}\n' + "".join(reversed(lines)))
        done = self.extract(path)
        self.assertEqual(21, self.rows())
        self.assertEqual(tarikh("extract", path).stdout, done.stdout)

    def test_another_date_or_name_is_another_article(self):
        path = self.write("a.txt", "Finland joined NATO on Tuesday.")
        renamed = self.write("2023-04-05-a.txt", path.read_text())
        for arguments, day in ([path], b"null"), ([path, "--dct", "2024-01-01"], b'"2024-01-01"'), ([renamed], b'"2023-04-05"'):
            self.assertIn(b'"dct":' + day, tarikh("extract", "--cache", self.cache, *arguments).stdout)

    def test_other_rules_are_other_records(self):
        name = self.here / "people-mine.tsv"
        path = self.write("a.txt", "Finland joined NATO on 4 April 2023.")
        self.extract(path)
        header = (HERE.parent.parent / "extractor" / "data" / "gazetteer" / "people.tsv").read_text().splitlines()
        for number in range(3):  # three sets of rules of the user
            name.write_text("\n".join(line for line in header if line.startswith("#") or line.startswith("id\t")) + f"\n# {number}\n")
            self.extract("--gazetteer", name, path)
            self.assertEqual(2, self.rows())  # the last one and the one before it are kept

    def test_a_killed_run_leaves_a_good_cache(self):
        lines = self.write("a.jsonl", "".join('{"id":"%d","text":"Finland joined NATO on %d April 2023. %s"}\n' % (i, i % 30 + 1, "The end. " * 400) for i in range(3000)))
        want = tarikh("extract", lines).stdout
        for _ in range(3):
            process = subprocess.Popen([TARIKH, "extract", "--cache", self.cache, lines], stdout=subprocess.PIPE)
            for _ in range(300):
                process.stdout.readline()
            process.kill()
            process.wait(60)
            process.stdout.close()
        self.assertGreater(self.rows(), 200)
        done = self.extract(lines)
        self.assertEqual((want, b""), (done.stdout, done.stderr))
        self.assertEqual(3000, self.rows())
        self.assertEqual({"a.jsonl", "cache.db"}, {path.name for path in self.here.iterdir()})

    def test_two_runs_share_a_cache(self):
        want = tarikh("extract", *self.PILE).stdout
        runs = [subprocess.Popen([TARIKH, "extract", "--cache", self.cache, *self.PILE], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
        for run in runs:
            self.assertEqual((want, b""), run.communicate(timeout=120))

    def test_a_file_that_is_no_cache_is_left_alone(self):
        with contextlib.closing(sqlite3.connect(self.here / "other.db")) as other:
            other.execute("CREATE TABLE mine (x)")
        self.write("text.txt", "mine")
        self.write("nothing.db", "")
        for name in "other.db", "text.txt", "nothing.db":
            with self.subTest(name):
                before = (self.here / name).read_bytes()
                done = tarikh("extract", "--cache", self.here / name, GOOD, status=2)
                self.assertEqual(f"tarikh: {self.here / name}: is no cache of tarikh, and is left alone; name another file\n", done.stderr.decode())
                self.assertEqual(before, (self.here / name).read_bytes())
                self.assertEqual(1, done.stdout.count(b"\n"))  # the work is done

    def test_a_cache_that_cannot_be_made(self):
        done = tarikh("extract", "--cache", self.here / "nowhere" / "cache.db", GOOD, status=2)
        self.assertIn(b"the cache cannot be made: unable to open database file", done.stderr)
        self.assertEqual(1, done.stdout.count(b"\n"))

    def test_a_damaged_cache_is_put_aside(self):
        want = self.extract(*self.PILE).stdout
        whole = self.cache.read_bytes()
        damages = {"cut": whole[:20000], "head": whole[:100] + b"\xff" * 4000 + whole[4100:], "middle": whole[:8192] + random.Random(4).randbytes(90000) + whole[98192:]}
        for name, damaged in damages.items():
            with self.subTest(name):
                self.cache.write_bytes(damaged)
                done = self.extract(*self.PILE, status=2)
                self.assertEqual(want, done.stdout)
                self.assertRegex(done.stderr.decode(), r"cache.db: the cache is damaged \(.*\) and was put aside as cache.db.damaged; ")
                self.assertEqual(damaged, (self.here / "cache.db.damaged").read_bytes()[:len(damaged)])
                self.assertEqual((want, b""), (self.extract(*self.PILE).stdout, self.extract(*self.PILE).stderr))

    def test_a_changed_letter_is_seen(self):
        want = self.extract(*self.PILE).stdout
        with contextlib.closing(sqlite3.connect(self.cache)) as cache:
            cache.execute("UPDATE record SET json = replace(json, '2023', '2033')")
            cache.commit()
        done = self.extract(*self.PILE, status=2)
        self.assertEqual(want, done.stdout)
        self.assertIn(b"a record is not what was kept", done.stderr)

    def test_a_full_disk_costs_only_the_cache(self):
        self.extract(GOOD)
        limit = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000)))
        done = tarikh("extract", "--cache", self.cache, *self.PILE, preexec_fn=limit, status=2)
        self.assertEqual(tarikh("extract", *self.PILE).stdout, done.stdout)
        self.assertIn(b"the cache cannot be used: ", done.stderr)
        self.assertEqual((done.stdout, b""), (self.extract(*self.PILE).stdout, self.extract(*self.PILE).stderr))


class Inferred(Case):
    """The publication day of an article that carries none, always with its reasons, and never a wrong one: by the pile with
    --infer-dct, by its own name and dateline in any case."""

    FINLAND = '{"id":"fi","dct":"2023-04-05","text":"Finland joined NATO on 4 April 2023."}\n'

    def records(self, lines, *arguments, status=0):
        done = tarikh("extract", "--infer-dct", *arguments, self.write("a.jsonl", lines), status=status)
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()

    def test_a_year_from_what_another_article_tells(self):
        lines = '{"id":"a","text":"Finland joined NATO last year. Lukashenko, who has ruled Belarus for 30 years, spoke yesterday."}\n' + self.FINLAND
        (undated, finland), told = self.records(lines)
        self.assertEqual((None, "inferred", "2024"), (undated["dct"], undated["dct_basis"], undated["dct_edtf"]))
        self.assertEqual(["elsewhere", "office"], [clue["kind"] for clue in undated["dct_clues"]])
        self.assertEqual(["2023"], [e["date_edtf"] for e in undated["events"] if e["type"] == "membership"])
        self.assertIn('a.jsonl: a: publication day inferred, 2024: "last year": Accession of Finland to NATO: 2023-04-04, as fi tells; "30 years": ', told)
        self.assertEqual("metadata", finland["dct_basis"])
        self.assertNotIn("dct_edtf", finland)

    def test_a_dateline_or_a_name_is_enough(self):
        by_dateline = self.write("a.txt", "Minsk, July 4, 2024 (Agency) - The summit ended yesterday.")
        by_name = self.write("report-20240704.txt", "The summit ended yesterday.")
        cache = ["--cache", self.here / "cache.db"]
        for path, clue in (by_dateline, "dateline"), (by_name, "name"):
            for options in [], ["--infer-dct"], cache, cache, ["--infer-dct", *cache], cache:
                done = tarikh("extract", *options, path)
                record = json.loads(done.stdout)
                self.assertEqual(("2024-07-04", "inferred", clue), (record["dct"], record["dct_basis"], record["dct_clues"][0]["kind"]))
                self.assertEqual("2024-07-03", record["events"][0]["date_edtf"])
                self.assertIn(b"publication day inferred, 2024-07-04: ", done.stderr)
            self.assertIn(b'"dct":"2020-02-02","dct_basis":"given"', tarikh("extract", "--dct", "2020-02-02", path).stdout)

    def test_the_pile_is_asked_only_on_demand(self):
        lines = self.write("a.jsonl", '{"id":"a","text":"Finland joined NATO last year. The ministers met yesterday in Oslo."}\n' + self.FINLAND)
        self.assertIn(b'"dct_basis":"none"', tarikh("extract", lines).stdout.splitlines()[0])
        self.assertIn(b'"dct_basis":"inferred"', tarikh("extract", "--infer-dct", lines).stdout.splitlines()[0])

    def test_a_name_and_a_dateline_that_do_not_agree_are_told_and_not_used(self):
        for name, text in ("report-20240101", "Minsk, July 4, 2024 (Agency) - The summit ended yesterday."), \
                          ("report-20220101", "The summit ended on 4 July 2024."):
            done = tarikh("extract", self.write(name + ".txt", text))
            self.assertIn(b'"dct_basis":"none"', done.stdout)
            self.assertIn(name.encode(), done.stderr)

    def test_what_leaves_too_much_is_told_and_not_used(self):
        (record,), told = self.records('{"id":"a","text":"The summit was held on Thursday, July 4."}\n')
        self.assertEqual("none", record["dct_basis"])
        self.assertIn("no publication day can be inferred; the clues leave ", told)
        (record,), told = self.records('{"id":"a","text":"Nothing is told."}\n', status=1)
        self.assertEqual(("none", ""), (record["dct_basis"], told))

    def test_clues_against_it_are_told(self):
        lines = '{"id":"report-20230406","text":"Finland joined NATO on Tuesday. Croatia joined the European Union yesterday."}\n' + self.FINLAND + \
                '{"id":"hr","dct":"2013-07-02","text":"Croatia joined the European Union on 1 July 2013."}\n'
        (record, *_), told = self.records(lines)
        self.assertEqual("2023-04-06", record["dct"])
        self.assertEqual(["elsewhere"], [clue["kind"] for clue in record["dct_contradictions"]])
        self.assertIn('against it: "yesterday": ', told)

    def test_build_and_its_page_say_that_it_is_inferred(self):
        path = self.write("a.jsonl", '{"id":"a","text":"Minsk, July 4, 2024 (Agency) - The ministers met yesterday in Minsk."}\n')
        for cache in [], ["--cache", self.here / "cache.db"], ["--cache", self.here / "cache.db"]:
            tarikh("build", "--infer-dct", "--page-lang", "en", *cache, path, "-o", self.here / "site", status=0)
            mention = json.loads((self.here / "site" / "timeline.jsonl").read_text().splitlines()[0])["mentions"][0]
            self.assertEqual((None, "2024-07-04"), (mention["published"], mention["published_inferred"]))
            self.assertIn("(inferred)", "".join(file.read_text() for file in (self.here / "site").rglob("*.html")))

    def test_the_steps_equal_build(self):
        lines = self.write("a.jsonl", '{"id":"a","text":"Finland joined NATO last year. The ministers met yesterday in Oslo."}\n' + self.FINLAND)
        tarikh("build", "--infer-dct", lines, "-o", self.here / "site", status=0)
        for jobs in 1, 3:
            self.assertEqual((self.here / "site" / "records.jsonl").read_bytes(), tarikh("extract", "--infer-dct", "--jobs", jobs, lines).stdout)

    def test_the_examples_one_after_the_other_without_their_dates(self):
        articles = [json.loads(line) for line in tarikh("extract", "--with-text", EXAMPLES).stdout.splitlines()]
        articles = [{"id": f"n{number}", "dct": a["dct"], "lang": a["lang"], "text": a["text"]} for number, a in enumerate(articles) if a["dct"]]
        inferred = 0
        for number, article in enumerate(articles):
            pile = [{k: v for k, v in a.items() if a is not article or k != "dct"} for a in articles]
            records, _ = self.records("".join(json.dumps(a) + "\n" for a in pile))
            record = records[number]
            if record["dct_basis"] == "inferred":
                inferred += 1
                first, _, last = record["dct_edtf"].partition("/")
                self.assertTrue(first <= article["dct"] <= (last or first) + "~", (article["dct"], record["dct_edtf"], record["dct_clues"]))
        self.assertGreater(inferred, 1)

    def test_a_weekday_that_does_not_fit_the_publication_day(self):
        path = self.write("a.txt", "The summit was held on Thursday, July 4.")
        words = f'tarikh: {path}: "Thursday, July 4": 07-04 is a Thursday in some years only, and in none about 2023-08-01; is the publication day right?\n'
        self.assertEqual(words, tarikh("extract", "--dct", "2023-08-01", path, status=0).stderr.decode())
        self.assertEqual(b"", tarikh("extract", "--dct", "2024-08-01", path, status=0).stderr)
        self.assertEqual(b"", tarikh("extract", "--dct", "2023-08-01", "--quiet", path, status=0).stderr)


class Rules(Case):
    def test_check_of_the_built_in_rules(self):
        self.assertIn(b"examples hold", tarikh("rules", "check", status=0).stdout)

    def test_a_broken_rule_is_told_with_its_line(self):
        path = self.write("ar/time.rules", "rule time/x\n  match <nosuchclass>\n")
        done = tarikh("rules", "check", path, status=2)
        self.assertIn(f"{path}:".encode(), done.stderr)

    def test_folder_without_rules(self):
        self.assertIn(b"holds no rule files", tarikh("extract", "--rules", self.here, GOOD, status=2).stderr)

    def test_rules_gaps_lists_sentences_and_names(self):
        text = ("France joined NATO in 1949. In May 2024 the tariffs of Mexico and Peru were compared by nobody. "
                "Estonian Culture Minister Quorbin Zeltavo sang.").encode()
        table = tarikh("rules", "gaps", "-", input=text, status=0).stdout.decode().splitlines()
        self.assertEqual(table[0].split("\t"), ["kind", "weight", "date", "actors", "document", "text"])
        self.assertEqual([row.split("\t")[:4] for row in table[1:]], [["sentence", "2", "2024-05", "MX|PE"], ["name", "1", "", ""]])
        tarikh("rules", "gaps", "-", input=b"It rained.", status=1)

    def test_explain_a_text(self):
        done = tarikh("explain", "--dct", "2024-07-05", "--text", "Finland joined NATO yesterday.", status=0)
        self.assertIn(b"2024-07-04", done.stdout)

    def test_explain_tells_what_was_supplied_and_what_was_rejected(self):
        text = "Ministers met on Thursday. They will meet on 30 February. Talks ended on Tuesday 2 July. It is about Theresa May."
        told = tarikh("explain", "--dct", "2024-07-05", "--text", text, status=0).stdout.decode()
        for line in "because the publication day, 2024-07-05, supplied the week", \
                "not     2024-07-11, the next Thursday: the clause is past (met)", \
                "but     there is no 02-30 in any year", \
                'not     "Tuesday" by en/', \
                'no expression "Theresa May"\n  rule    en/time.rules:':
            self.assertIn(line, told)


if __name__ == "__main__":
    TARIKH = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
