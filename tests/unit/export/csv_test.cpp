#include "export/csv.h"

#include <gtest/gtest.h>

#include "export/rows.h"

namespace tarikh::exporting {
namespace {

TEST(Csv, QuotesWhereNeeded) {
  CsvLine line(false);
  EXPECT_EQ("a,\"b,c\",\"say \"\"so\"\"\",\"two\r\nlines\",,قمة\r\n",
            line.cell("a").cell("b,c").cell("say \"so\"").cell("two\r\nlines").cell("").cell("قمة").take());
  EXPECT_EQ("next\r\n", line.cell("next").take());
}

TEST(Csv, FormulasAreDisarmed) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"=1+1", "'=1+1"},
      {"+49", "'+49"},
      {"-0044", "'-0044"},
      {"@x", "'@x"},
      {"\tx", "'\tx"},
      {"  =x", "'  =x"},
      {"\xE2\x80\x8F=x", "'\xE2\x80\x8F=x"},  // behind a right-to-left mark
      {"\xEF\xBC\x9D"
       "1",
       "'\xEF\xBC\x9D"
       "1"},  // full-width
      {"'=x", "''=x"},
      {"2024-07-04", "2024-07-04"},
      {"'quoted'", "'quoted'"},
      {"", ""},
      {"قمة", "قمة"},
  };
  for (const auto& [text, want] : rows) {
    EXPECT_EQ(want, guard(text));
    EXPECT_EQ(text, unguard(guard(text)));
  }
}

TEST(Csv, GuardingCanAlwaysBeUndone) {
  const std::string_view letters[] = {"=", "'", " ", "x", "\xE2\x80\x8F", "-", "\n"};
  for (std::size_t code = 0; code < 7 * 7 * 7 * 7; ++code) {
    std::string text;
    for (std::size_t rest = code; rest > 0; rest /= 7) text += letters[rest % 7];
    EXPECT_EQ(text, unguard(guard(text)));
  }
}

TEST(Csv, ValuesOfOneCell) {
  EXPECT_EQ("", join_values({}));
  EXPECT_EQ("a|b", join_values({"a", "b"}));
  EXPECT_EQ("a\\|b|c\\\\", join_values({"a|b", "c\\"}));
}

}  // namespace
}  // namespace tarikh::exporting
