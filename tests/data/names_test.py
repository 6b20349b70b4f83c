#!/usr/bin/env python3
"""What the compiler of rules does not refuse but nobody wants in the shipped ones.

  names_test.py SOURCE_DIR
"""
import collections
import pathlib
import re
import sys
import unittest

ROOT = None


def files(language):
    return sorted(path for path in (ROOT / "extractor/data" / language).rglob("*") if path.suffix in (".lex", ".rules"))


def program():
    return "".join(path.read_text(encoding="utf-8") for path in (ROOT / "extractor").rglob("*") if path.suffix in (".cpp", ".h"))


class ShippedRules(unittest.TestCase):
    def test_a_name_is_that_of_one_rule(self):
        for language in ("ar", "en"):
            rules = collections.Counter(name for path in files(language)
                                        for name in re.findall(r"^rule (\S+)", path.read_text(encoding="utf-8"), re.M))
            self.assertEqual([], [name for name, times in rules.items() if times > 1], language)

    def test_every_list_of_words_is_read(self):
        code = program()
        for language in ("ar", "en"):
            text = "".join(path.read_text(encoding="utf-8") for path in files(language))
            uses = set(re.findall(r"[\w-]+", re.sub(r"^lexicon .*$", "", text, flags=re.M)))
            names = set(re.findall(r"^lexicon (\S+)", text, re.M))
            self.assertEqual([], sorted(name for name in names - uses if f'"{name}"' not in code), language)


if __name__ == "__main__":
    ROOT = pathlib.Path(sys.argv.pop(1))
    unittest.main()
