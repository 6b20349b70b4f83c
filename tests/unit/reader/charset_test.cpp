// The same sentence in the charsets Arabic pages come in, and bytes that are none.
#include "reader/charset.h"

#include <gtest/gtest.h>

namespace tarikh::reader {
namespace {

// "أعلنت الحكومة اليوم نتائج الانتخابات في العاصمة" and what it is in windows-1256 and ISO-8859-6.
const std::string kSentence = "أعلنت الحكومة اليوم نتائج الانتخابات في العاصمة";
const std::string kWindows1256 =
    "\xC3\xDA\xE1\xE4\xCA \xC7\xE1\xCD\xDF\xE6\xE3\xC9 \xC7\xE1\xED\xE6\xE3 \xE4\xCA\xC7\xC6\xCC "
    "\xC7\xE1\xC7\xE4\xCA\xCE\xC7\xC8\xC7\xCA \xDD\xED \xC7\xE1\xDA\xC7\xD5\xE3\xC9";
const std::string kIso88596 =
    "\xC3\xD9\xE4\xE6\xCA \xC7\xE4\xCD\xE3\xE8\xE5\xC9 \xC7\xE4\xEA\xE8\xE5 \xE6\xCA\xC7\xC6\xCC "
    "\xC7\xE4\xC7\xE6\xCA\xCE\xC7\xC8\xC7\xCA \xE1\xEA \xC7\xE4\xD9\xC7\xD5\xE5\xC9";

std::string utf16(std::string_view mark, bool big) {
  std::string bytes(mark);
  for (const int unit : {0x0642, 0x0645, 0x0629, 0x0020, 0x0032, 0x0030}) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(Charset, Rows) {
  struct Row {
    const char* what;
    std::string bytes;
    const char* declared;
    std::string want;
  };
  const Row rows[] = {
      {"UTF-8", kSentence, "", kSentence},
      {"UTF-8 with a mark", "\xEF\xBB\xBF" + kSentence, "", kSentence},
      {"UTF-8 declared as something else", kSentence, "windows-1256", kSentence},
      {"windows-1256, declared", kWindows1256, "windows-1256", kSentence},
      {"windows-1256, detected", kWindows1256, "", kSentence},
      {"windows-1256, declared as UTF-8", kWindows1256, "utf-8", kSentence},
      {"windows-1256 after much ASCII", std::string(100000, 'a') + " " + kWindows1256, "",
       std::string(100000, 'a') + " " + kSentence},
      {"ISO-8859-6, declared", kIso88596, "ISO-8859-6", kSentence},
      {"an unknown declaration", kWindows1256, "x-nonsense", kSentence},
      {"Latin-1 means windows-1252", "\x93quoted\x94 caf\xE9", "iso-8859-1", "“quoted” café"},
      {"UTF-16LE", utf16("\xFF\xFE", false), "", "قمة 20"},
      {"UTF-16BE", utf16("\xFE\xFF", true), "", "قمة 20"},
      {"UTF-16LE without a mark", utf16("", false), "", "قمة 20"},
      {"UTF-16BE without a mark", utf16("", true), "", "قمة 20"},
      {"one broken byte in UTF-8", kSentence + "\xFF" + kSentence, "", kSentence + "\xEF\xBF\xBD" + kSentence},
      {"UTF-8 cut off in a letter", kSentence.substr(0, kSentence.size() - 1), "",
       kSentence.substr(0, kSentence.size() - 2) + "\xEF\xBF\xBD"},
      {"ASCII", "one\r\ntwo", "utf-16", "one\r\ntwo"},
  };
  for (const Row& row : rows) {
    const Result<std::string> text = to_utf8(row.bytes, row.declared);
    ASSERT_TRUE(text) << row.what;
    EXPECT_EQ(*text, row.want) << row.what;
  }
}

TEST(Charset, NoiseIsRefused) {
  std::string noise("\0\1\2\3", 4);
  unsigned state = 1;
  for (int i = 0; i < 20000; ++i) noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  EXPECT_FALSE(to_utf8(noise));
  EXPECT_FALSE(to_utf8(std::string(1000, '\0')));
  EXPECT_TRUE(to_utf8("a page\fbreak and \x1A one stray control"));
}

TEST(Charset, Declarations) {
  const std::pair<std::string, std::string_view> rows[] = {
      {"<meta charset=\"windows-1256\">", "windows-1256"},
      {"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; CHARSET=windows-1256'>", "windows-1256"},
      {"<meta charset = utf-8/>", "utf-8"},
      {"<?xml version=\"1.0\" encoding=\"ISO-8859-6\"?>", "ISO-8859-6"},
      {"<p>the charset of this page</p>", "of"},  // no such charset: the detector decides
      {"<p>none</p>", ""},
      {std::string(5000, ' ') + "<meta charset=utf-8>", ""},
      {"charset", ""},
  };
  for (const auto& [html, want] : rows) EXPECT_EQ(declared_charset(html), want) << html.substr(0, 80);
}

}  // namespace
}  // namespace tarikh::reader
