#include "merge/copies.h"

#include <gtest/gtest.h>

#include <random>

#include "merge/candidate.h"
#include "unit/merge/events.h"

namespace tarikh::merging {
namespace {

using testing::EventText;

// An article whose events stand in these sentences.
DocumentRecord article(const std::string& id, const std::string& dct, const std::vector<std::string>& sentences) {
  std::vector<EventText> events;
  for (const std::string& sentence : sentences) {
    EventText event{"e" + std::to_string(events.size()), "visit", "", "2024-03-01", {"x"}};
    event.sentence = sentence;
    events.push_back(event);
  }
  return testing::document(id, dct, events);
}

// "a b=a c": every document, and of which it is a copy.
std::string copies(const std::vector<DocumentRecord>& records) {
  const std::vector<const DocumentRecord*> documents = canonical(records);
  const std::vector<std::uint32_t> original = originals(documents, 3);
  std::string line;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    if (!line.empty()) line += ' ';
    line += documents[d]->doc;
    if (original[d] == d) continue;
    line += '=';
    line += documents[original[d]]->doc;
  }
  return line;
}

const std::string kLanding = "The two ministers landed in Tunis early on Friday for three days of talks about fishing rights and ports.";
const std::string kSigned = "They are to sign a paper on the ferry line between both capitals before they fly home again on Sunday.";
const std::string kHosts = "Their hosts had asked for the visit after a trawler was held for weeks off the southern coast last winter.";
const std::string kOther = "A delegation of the neighbour came to the Tunisian capital on Friday to speak about what boats may catch.";
const std::string kShort = "The summit was held in Tunis on 4 March.";
const std::string kArabic = "وصل الوزيران إلى تونس العاصمة صباح الجمعة لإجراء محادثات تدوم ثلاثة أيام بشأن حقوق الصيد والموانئ بين البلدين.";
const std::string kArabicSigns = "«وصل الوزيران إلى تونس العاصمة، صباح الجمعة، لإجراء محادثات تدوم ثلاثة أيام بشأن حقوق الصيد والموانئ بين البلدين»";

TEST(Copies, WhatOneTextIs) {
  const std::vector<std::pair<std::vector<DocumentRecord>, std::string>> rows = {
      {{article("a", "2024-03-01", {kLanding, kSigned}), article("b", "2024-03-01", {kLanding, kSigned})}, "a b=a"},
      {{article("a", "2024-03-02", {kLanding, kSigned}), article("b", "2024-03-01", {kLanding, kSigned})}, "a=b b"},
      {{article("a", "", {kLanding, kSigned}), article("b", "2024-03-01", {kLanding, kSigned})}, "a=b b"},
      {{article("a", "2024-03-01", {kLanding}), article("b", "2024-03-01", {kOther})}, "a b"},
      // The last paragraph cut off, a line of its own added.
      {{article("a", "2024-03-01", {kLanding, kSigned, kHosts}), article("b", "2024-03-02", {kLanding, kSigned, kOther})}, "a b=a"},
      // One sentence of three is a quotation.
      {{article("a", "2024-03-01", {kLanding, kOther, kHosts}), article("b", "2024-03-02", {kSigned, kLanding, "Nobody in Sfax would say on Friday what the boats are to pay next year."})},
       "a b"},
      {{article("a", "2024-03-01", {kArabic}), article("b", "2024-03-02", {kArabicSigns})}, "a b=a"},
      // Too little to tell, unless it is all there is.
      {{article("a", "", {kShort}), article("b", "", {kShort, "The next one will be in Sfax."})}, "a b"},
      {{article("a", "", {kShort}), article("b", "", {kShort})}, "a b=a"},
      {{article("a", "", {}), article("b", "", {})}, "a b"},
  };
  for (const auto& [records, want] : rows) EXPECT_EQ(want, copies(records)) << records[0].events.size() << " and " << records[1].events.size() << " sentences";
}

TEST(Copies, ARoundUpDoesNotMakeItsItemsOne) {
  EXPECT_EQ("a b c=a", copies({article("a", "2024-03-01", {kLanding, kHosts}), article("b", "2024-03-01", {kOther}),
                               article("c", "2024-03-09", {kLanding, kHosts, kOther})}));
}

TEST(Copies, OfACopyAreOfTheFirst) {
  std::vector<DocumentRecord> records;
  for (int d = 0; d < 40; ++d) records.push_back(article("d" + std::to_string(10 + d), "2024-03-01", {kLanding, kSigned}));
  std::string want = "d10";
  for (int d = 1; d < 40; ++d) want += " d" + std::to_string(10 + d) + "=d10";
  EXPECT_EQ(want, copies(records));
  std::mt19937 random(1);
  std::ranges::shuffle(records, random);
  EXPECT_EQ(want, copies(records));
}

TEST(Copies, EntriesSaySo) {
  const std::vector<DocumentRecord> records = {article("a", "2024-03-01", {kLanding}), article("b", "2024-03-01", {kLanding}),
                                               article("c", "2024-03-01", {kOther})};
  const Timeline timeline = merge(records, {});
  ASSERT_EQ(1U, timeline.entries.size());
  ASSERT_EQ(3U, timeline.entries[0].mentions.size());
  EXPECT_EQ("", timeline.entries[0].mentions[0].copy_of);
  EXPECT_EQ("a", timeline.entries[0].mentions[1].copy_of);
  EXPECT_EQ("", timeline.entries[0].mentions[2].copy_of);
  EXPECT_EQ(2U, independent_sources(timeline.entries[0]));
}

TEST(Copies, TellOfNothingNew) {
  // Each is too little for the rules of merging: a coarse date, nobody named.
  std::vector<DocumentRecord> records = {testing::document("a", "2024-03-01", {{"e1", "summit", "", "2025", {}, {}, {}, "", Factuality::planned, DateBasis::relative, "", kHosts},
                                                                               {"e2", "statement", "", "2024-03-01", {"x"}, {}, {}, "", Factuality::actual, DateBasis::dct, "", kLanding},
                                                                               {"e3", "statement", "", "2024-03-01", {"x"}, {}, {}, "", Factuality::actual, DateBasis::dct, "", kSigned}})};
  records.push_back(records.front());
  records.back().doc = "b";
  const Timeline timeline = merge(records, {});
  EXPECT_EQ("2024-03-01 statement a:e2 b:e2\n2024-03-01 statement a:e3 b:e3\n2025 summit a:e1 b:e1 planned\n", testing::summary(timeline));
  for (const Entry& entry : timeline.entries) {
    ASSERT_EQ(1U, entry.merge_reasons.size());
    EXPECT_EQ(MergeReasonKind::copied, entry.merge_reasons.front().kind);
    EXPECT_EQ((std::vector<std::size_t>{1, 0}), entry.merge_reasons.front().mentions);
  }
  // Another word of the sentence, or another date, is another telling.
  records.back().events[0].trigger.start += 3;
  records.back().events[0].date_edtf = "2026";
  EXPECT_EQ(4U, merge(records, {}).entries.size());
}

// Any text, also bytes that are no text.
TEST(Copies, AnyBytes) {
  std::mt19937 random(3);
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(random() % 6 == 0 ? ' ' : random());
  EXPECT_EQ("a b=a", copies({article("a", "", {bytes}), article("b", "", {bytes})}));
}

}  // namespace
}  // namespace tarikh::merging
