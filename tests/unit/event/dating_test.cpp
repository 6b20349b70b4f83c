// Which date an event gets, and why. Each case was a wrong date once, or is one that would be easy to get wrong.
#include <gtest/gtest.h>

#include <string>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

struct Case {
  const char* language;
  const char* dct;
  const char* text;
  const char* type;
  const char* date;  ///< of the first event of the type; "none" without a date, "" when there must be no such event
};

class Dating : public testing::TestWithParam<Case> {};

TEST_P(Dating, IsWhatACarefulReaderGets) {
  const Case& c = GetParam();
  Document document;
  document.language = c.language;
  document.text = c.text;
  document.dct = parse_iso_day(c.dct);
  std::string date;
  for (const Event& event : Extractor(builtin_rules()).extract(document).events) {
    if (event.type != c.type || event.factuality == Factuality::denied) continue;
    date = event.date ? to_edtf(*event.date) : "none";
    break;
  }
  EXPECT_EQ(date, c.date) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Events, Dating,
    testing::Values(
        // Its own expression over a long embedding.
        Case{"ar", "2023-04-05", "أصبحت فنلندا، التي يرأسها ساولي نينيستو منذ 11 عاما، العضو الحادي والثلاثين في حلف شمال الأطلسي الثلاثاء.", "membership", "2023-04-04"},
        // A date in a phrase with "after" stays there.
        Case{"ar", "2024-03-08", "وبعد انضمام فنلندا إلى حلف شمال الأطلسي العام الماضي، أصبحت السويد عضوا فيه الخميس.", "membership", "2023"},
        // An aside between commas belongs to the clause before it.
        Case{"ar", "2024-01-02", "انضمت مصر وإثيوبيا وإيران والإمارات رسميا إلى مجموعة بريكس، أمس الاثنين، في اليوم نفسه الذي تسلمت فيه روسيا الرئاسة.", "membership", "2024-01-01"},
        // Counted from another event.
        Case{"en", "2016-12-01", "The deal was signed on November 24, 2016, six days after the first text was signed.", "agreement", "2016-11-24"},
        // What is said is not when it was said.
        Case{"en", "2024-05-02", "Macron said on Wednesday that the European Union was founded in 1993.", "founding", "1993"},
        // A year that heads a line.
        Case{"en", "2024-05-02", "2014: Russia annexes Crimea.", "military_action", "2014"},
        // A negated event is none.
        Case{"en", "2024-05-02", "France did not recognise Kosovo in 2007.", "diplomatic_ties", ""}));

}  // namespace
}  // namespace tarikh
