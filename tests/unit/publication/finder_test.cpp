#include <gtest/gtest.h>

#include <algorithm>

#include "tarikh/extractor.h"
#include "unit/publication/days.h"

namespace tarikh {
namespace {

using testing::day;
using testing::text;

Document article(const std::string& id, const std::string& words, const std::string& published = "") {
  Document document;
  document.id = id;
  document.text = words;
  document.dct = parse_iso_day(published);
  document.dct_basis = document.dct ? DctBasis::given : DctBasis::none;
  return document;
}

// An article beside others.
class Pile {
 public:
  explicit Pile(Document about, const std::vector<Document>& others = {}) : about_(std::move(about)) {
    std::vector<DocumentRecord> records{record(about_)};
    for (const Document& other : others) records.push_back(record(other));
    undated_ = records.front();
    timeline_ = merge(records, builtin_rules().event_types(), {.keep_undated = true});
  }

  [[nodiscard]] std::vector<PublicationClue> clues() const { return PublicationFinder(builtin_rules(), timeline_).clues(about_); }
  [[nodiscard]] PublicationDay answer() const { return solve(clues()); }
  // What one kind of clue allows.
  [[nodiscard]] std::string days(ClueKind kind) const {
    const auto all = clues();
    const auto found = std::ranges::find(all, kind, &PublicationClue::kind);
    return found == all.end() ? "none" : found->days.empty() ? "never" : text(found->days);
  }
  [[nodiscard]] DocumentRecord redated() const { return PublicationFinder(builtin_rules(), timeline_).redate(about_, undated_, answer()); }

 private:
  static DocumentRecord record(const Document& document) {
    Extractor extractor(builtin_rules());
    return make_record(document, extractor.extract(document), builtin_rules());
  }

  Document about_;
  DocumentRecord undated_;
  Timeline timeline_;
};

std::string date_of(const DocumentRecord& record, std::string_view type) {
  const auto event = std::ranges::find(record.events, type, &EventRecord::type);
  return event == record.events.end() ? "no event" : std::string(event->date_edtf);
}

const Document kFinland = article("fi", "Finland joined NATO on 4 April 2023.", "2023-04-05");

TEST(Clues, AWeekdayBesideADay) {
  const std::string english = Pile(article("a", "The summit was held on Thursday, July 4.")).days(ClueKind::weekday);
  EXPECT_NE(english.find("2024-01-03/2025-07-04"), std::string::npos) << english;
  EXPECT_NE(english.find("2019-01-02/2020-07-03"), std::string::npos) << english;
  EXPECT_EQ(english.find("2022"), std::string::npos) << english;
  EXPECT_EQ(Pile(article("a", "قال الوزير الخميس 4 يوليو إن القمة نجحت.")).days(ClueKind::weekday), english);
}

TEST(Clues, ADayOrAWeekdayAloneIsNoPair) {
  for (const char* words : {"The summit was held on July 4.", "The summit was held on Thursday.",
                            "The summit was held on Thursday, July 4, 2024.", "The summit was held last July.", ""}) {
    EXPECT_EQ(Pile(article("a", words)).days(ClueKind::weekday), "none") << words;
  }
}

TEST(Clues, LastYearOfAnEventThatAnotherArticleDates) {
  EXPECT_EQ(Pile(article("a", "Finland joined NATO last year."), {kFinland}).days(ClueKind::elsewhere), "2024");
  EXPECT_EQ(Pile(article("a", "انضمت فنلندا إلى حلف شمال الأطلسي العام الماضي."), {kFinland}).days(ClueKind::elsewhere), "2024");
  EXPECT_EQ(Pile(article("a", "Finland joined NATO this year."), {kFinland}).days(ClueKind::elsewhere), "2023");
  EXPECT_EQ(Pile(article("a", "Finland joined NATO last month."), {kFinland}).days(ClueKind::elsewhere), "2023-05");
  EXPECT_EQ(Pile(article("a", "Finland joined NATO yesterday."), {kFinland}).days(ClueKind::elsewhere), "2023-04-05");
}

TEST(Clues, AWeekdayOfAnEventThatAnotherArticleDates) {
  EXPECT_EQ(Pile(article("a", "Finland joined NATO on Tuesday."), {kFinland}).days(ClueKind::elsewhere), "2023-04-04/2023-04-10");
  EXPECT_EQ(Pile(article("a", "Finland joined NATO on Friday."), {kFinland}).days(ClueKind::elsewhere), "never");
}

TEST(Clues, NobodyElseDatesTheEvent) {
  EXPECT_EQ(Pile(article("a", "Finland joined NATO last year.")).days(ClueKind::elsewhere), "none");
  EXPECT_EQ(Pile(article("a", "Sweden joined NATO last year."), {kFinland}).days(ClueKind::elsewhere), "none");
  // Summits come again: the one of last year need not be that of the other article.
  const Document summit = article("b", "The NATO summit was held on 11 July 2023.");
  EXPECT_EQ(Pile(article("a", "The NATO summit was held last year."), {summit}).days(ClueKind::elsewhere), "none");
}

TEST(Clues, YearsInPower) {
  EXPECT_EQ(Pile(article("a", "Lukashenko, who has ruled the country for 30 years, spoke.")).days(ClueKind::office), "2023-07-20/2025-07-19");
  EXPECT_EQ(Pile(article("a", "قال لوكاشينكو الذي يحكم البلاد منذ ثلاثين عاما إنه سعيد.")).days(ClueKind::office), "2023-07-20/2025-07-19");
  EXPECT_EQ(Pile(article("a", "Lukashenko, who has been married for 30 years, spoke.")).days(ClueKind::office), "none");
  EXPECT_EQ(Pile(article("a", "Lukashenko rules. The war has lasted for 30 years.")).days(ClueKind::office), "none");
  EXPECT_EQ(Pile(article("a", "لوكاشينكو يحكم البلاد في العامين المقبلين.")).days(ClueKind::office), "none");
}

TEST(Clues, TheDateline) {
  const std::string days = Pile(article("a", "Minsk, July 4 (Agency) - The summit ended.")).days(ClueKind::dateline);
  EXPECT_NE(days.find("2023-07-04 2024-07-04 2025-07-04"), std::string::npos) << days;
  EXPECT_EQ(Pile(article("a", "مينسك في 4 يوليو /وكالة/ انتهت القمة.")).days(ClueKind::dateline), days);
  EXPECT_EQ(Pile(article("a", "Minsk, July 4, 2024 (Agency) - The summit ended.")).days(ClueKind::dateline), "2024-07-04");
  EXPECT_EQ(Pile(article("a", "Minsk was quiet on July 4 after the summit.")).days(ClueKind::dateline), "none");
}

TEST(Clues, TheName) {
  Document named = article("report-20240704", "The summit ended.");
  EXPECT_EQ(Pile(named).days(ClueKind::name), "2024-07-04");
  named.source = "https://example.org/2024/07/05/report";
  EXPECT_EQ(Pile(named).days(ClueKind::name), "2024-07-05");
}

TEST(Clues, TheLatestEventToldAsPast) {
  EXPECT_EQ(Pile(article("a", "Finland joined NATO on 4 April 2023. Croatia joined the European Union in 2013.")).days(ClueKind::past),
            "2023-04-04/2100-12-31");
  EXPECT_EQ(Pile(article("a", "Finland joined NATO."), {kFinland}).days(ClueKind::past), "2023-04-04/2100-12-31");
  EXPECT_EQ(Pile(article("a", "Nothing is told here.")).days(ClueKind::past), "none");
  EXPECT_EQ(Pile(article("a", "ستستضيف مدينة قازان قمة بريكس في أكتوبر 2024.")).days(ClueKind::past), "none");
}

TEST(Inferred, OneDay) {
  const DocumentRecord record = Pile(article("a", "Minsk, July 4, 2024 (Agency) - Finland joined NATO last year.")).redated();
  EXPECT_EQ(record.dct, "2024-07-04");
  EXPECT_EQ(record.dct_basis, DctBasis::inferred);
  EXPECT_EQ(record.dct_edtf, "2024-07-04");
  EXPECT_EQ(date_of(record, "membership"), "2023");
  ASSERT_FALSE(record.dct_clues.empty());
  EXPECT_EQ(record.dct_clues[0].kind, "dateline");
  EXPECT_EQ(record.dct_clues[0].text, "Minsk, July 4, 2024");
}

TEST(Inferred, AYearDatesWhatIsTheSameOnAllItsDays) {
  const Pile pile(article("a", "Finland joined NATO last year. The ministers met yesterday in Oslo."), {kFinland});
  const DocumentRecord record = pile.redated();
  EXPECT_EQ(record.dct, "");
  EXPECT_EQ(record.dct_basis, DctBasis::inferred);
  EXPECT_EQ(record.dct_edtf, "2024");
  EXPECT_EQ(date_of(record, "membership"), "2023");
  EXPECT_EQ(date_of(record, "meeting"), "2023-12-31/2024-12-30");  // no day of it is claimed
}

TEST(Inferred, ADateWiderThanAYearIsNone) {
  const Pile pile(article("a", "Finland joined NATO on April 4. The ministers met yesterday in Oslo."), {kFinland});
  const DocumentRecord record = pile.redated();
  EXPECT_EQ(record.dct_edtf, "2023-04-04/2024-04-03");
  EXPECT_EQ(date_of(record, "membership"), "2023-04-04");
  EXPECT_EQ(date_of(record, "meeting"), "2023-04-03/2024-04-02");
  const DocumentRecord wide = Pile(article("a", "Lukashenko, who has ruled the country for 30 years, met ministers yesterday.")).redated();
  EXPECT_EQ(wide.dct_edtf, "2023-07-20/2025-07-19");
  EXPECT_EQ(date_of(wide, "meeting"), "");
}

TEST(Inferred, WhatMayBePastOrToComeIsAsTheWordsHaveIt) {
  const DocumentRecord record =
      Pile(article("a", "Lukashenko, who has ruled the country for 30 years, spoke. Sweden joined NATO on 7 March 2024 and will be glad of it.")).redated();
  EXPECT_EQ(record.dct_edtf, "2023-07-20/2025-07-19");
  const auto joined = std::ranges::find(record.events, "membership", &EventRecord::type);
  ASSERT_NE(joined, record.events.end());
  EXPECT_EQ(joined->date_edtf, "2024-03-07");
  EXPECT_EQ(joined->factuality, Factuality::actual);
}

TEST(Inferred, WithoutCluesTheRecordStaysAsItIs) {
  const DocumentRecord record = Pile(article("a", "The ministers met yesterday in Oslo.")).redated();
  EXPECT_EQ(record.dct_basis, DctBasis::none);
  EXPECT_EQ(record.dct_edtf, "");
}

TEST(Inferred, ARecordKeepsItsCluesThroughJson) {
  const DocumentRecord record = Pile(article("report-20240704", "Finland joined NATO on Friday."), {kFinland}).redated();
  ASSERT_EQ(record.dct_contradictions.size(), 1U);
  const Result<DocumentRecord> read = parse_document_record(to_json(record), 1);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_json(*read), to_json(record));
}

TEST(Against, AWrongPublicationDay) {
  const Timeline nothing;
  PublicationFinder finder(builtin_rules(), nothing);
  const std::string words = "The summit was held on Thursday, July 4.";
  EXPECT_EQ(finder.against(article("a", words, "2023-08-01")).size(), 1U);
  EXPECT_EQ(finder.against(article("a", words, "2024-08-01")).size(), 0U);
  EXPECT_EQ(finder.against(article("a", words, "2024-07-04")).size(), 0U);
  EXPECT_EQ(finder.against(article("a", words)).size(), 0U);
}

}  // namespace
}  // namespace tarikh
