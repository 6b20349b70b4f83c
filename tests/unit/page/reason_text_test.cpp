#include "page/reason_text.h"

#include <gtest/gtest.h>

#include "page/theme.h"

namespace tarikh::page {
namespace {

Entry accession() {
  Entry entry;
  entry.participants = {{Role::subject, "FI", "Finland", "فنلندا"}, {Role::organisation, "nato", "NATO", "الناتو"}};
  for (const auto& [doc, date] : {std::pair{"a", "2023"}, std::pair{"b", "2023-04-04"}, std::pair{"c", ""}}) {
    EntryMention mention;
    mention.doc = doc;
    mention.date_edtf = date;
    entry.mentions.push_back(mention);
  }
  return entry;
}

std::string text(const MergeReason& reason, const std::string& language, Entry entry = accession()) {
  const Result<Theme> theme = Theme::load({});
  return theme ? reason_text(reason, entry, theme->strings(language), [](const EntryMention& m) { return m.doc; }) : theme.error().message;
}

TEST(ReasonText, EveryKindInBothLanguages) {
  using enum MergeReasonKind;
  const struct {
    MergeReason reason;
    std::string english, arabic;
  } rows[] = {
      {{same_event, {0, 1}, {"FI", "nato"}, {}, {}},
       "a and b tell the same: Finland, NATO in both, and the dates agree: 2023; 4 April 2023",
       "a وb: الحدث نفسه، ويشتركان في: فنلندا، الناتو، والتاريخان متوافقان: 2023؛ 4 أبريل 2023"},
      {{same_event, {0, 1}, {}, {}, {}},
       "a and b tell the same: the headline in both, and the dates agree: 2023; 4 April 2023",
       "a وb: الحدث نفسه، ويشتركان في: العنوان، والتاريخان متوافقان: 2023؛ 4 أبريل 2023"},
      {{linked, {0, 1}, {}, {}, {}}, "a and b tell the same, by what the other reports add",
       "a وb: الحدث نفسه، بحسب ما تضيفه بقية الأخبار"},
      {{copied, {1, 0}, {}, {}, {}}, "b prints the text of a, and the sentence is the same", "ينقل b نص a والجملة واحدة"},
      {{one_speech, {0, 1}, {}, {}, {}}, "One speaker, one occasion, one day: a, b", "أقوال متحدث واحد في مناسبة واحدة ويوم واحد: a، b"},
      {{contradiction, {0, 1}, {}, {}, {}}, "a and b contradict each other, and it happens only once: 2023; 4 April 2023",
       "a وb متعارضان، والحدث لا يقع إلا مرة واحدة: 2023؛ 4 أبريل 2023"},
      {{plan, {0, 1}, {}, {}, {}}, "a expected it: 2023; b tells that it took place: 4 April 2023",
       "كان متوقعًا بحسب a: 2023، ووقع بحسب b: 4 أبريل 2023"},
      {{undated, {2}, {}, {}, {}}, "c gives no date, and only one such event is known", "بلا تاريخ، ولا يُعرف من مثله إلا حدث واحد: c"},
      {{put_here, {0, 1}, {}, "Nadia", "one"}, "Nadia put a, b here, because: one", "ضمّ Nadia إلى هذا الحدث: a، b، لأن: one"},
      {{taken_out, {0}, {}, "Nadia", "another"}, "Nadia took a out of another event, because: another",
       "فصل Nadia عن حدث آخر: a، لأن: another"},
  };
  for (const auto& [reason, english, arabic] : rows) {
    EXPECT_EQ(english, text(reason, "en"));
    EXPECT_EQ(arabic, text(reason, "ar"));
  }
}

TEST(ReasonText, Doubts) {
  const Result<Theme> theme = Theme::load({});
  ASSERT_TRUE(theme);
  const auto text = [&](const Doubt& doubt, const char* language) {
    return doubt_text(doubt, accession(), theme->strings(language), [](const EntryMention& m) { return m.doc; });
  };
  const Doubt killed{DoubtKind::killed, {{"12", {0}}, {">=15", {1, 2}}, {"<=20", {99}}, {"~9", {0}}}};
  EXPECT_EQ("The sources do not agree on how many were killed: 12 (a), at least 15 (b, c), at most 20 (), about 9 (a)", text(killed, "en"));
  EXPECT_EQ("تختلف المصادر في عدد القتلى: 12 (a)، 15 على الأقل (b، c)، 20 على الأكثر ()، نحو 9 (a)", text(killed, "ar"));
  const Doubt weekday{DoubtKind::weekday, {{"2024-07-05", {1}}}};
  EXPECT_EQ("The weekday does not fit its date: 5 July 2024 (b)", text(weekday, "en"));
  EXPECT_EQ("يوم الأسبوع المذكور لا يوافق التاريخ: 5 يوليو 2024 (b)", text(weekday, "ar"));
  for (const DoubtKind kind : {DoubtKind::killed, DoubtKind::injured, DoubtKind::missing, DoubtKind::ordinal, DoubtKind::list, DoubtKind::weekday}) {
    for (const char* language : {"ar", "en"}) EXPECT_EQ(std::string::npos, text({kind, {{"1", {0}}}}, language).find("doubt_")) << language;
  }
}

TEST(ReasonText, BodiesActForTheirState) {
  Entry entry = accession();
  entry.participants = {{Role::subject, "IL.army", "Israeli army", "الجيش الإسرائيلي"}};
  EXPECT_NE(std::string::npos, text({MergeReasonKind::same_event, {0, 1}, {"IL"}, {}, {}}, "en", entry).find("Israeli army in both"));
}

TEST(ReasonText, RecordsFromElsewhereMayNameTooFew) {
  EXPECT_EQ("? and ? tell the same, by what the other reports add", text({MergeReasonKind::linked, {}, {}, {}, {}}, "en"));
  EXPECT_EQ("a and ? tell the same: XX in both, and the dates agree: 2023; not stated",
            text({MergeReasonKind::same_event, {0, 9}, {"XX"}, {}, {}}, "en"));
}

}  // namespace
}  // namespace tarikh::page
