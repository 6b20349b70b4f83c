// What no order, no split and no addition of documents may change.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tarikh/selection.h"
#include "unit/merge/events.h"

namespace tarikh {
namespace {

using testing::document;
using testing::EventText;

// A pile in which everything that merging knows happens now and then.
std::vector<DocumentRecord> pile(std::uint32_t seed, int documents) {
  std::mt19937 random(seed);
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  const std::vector<std::string> people = {"a", "b", "c", "d", "e"};
  const std::vector<std::string> bodies = {"un", "sco", "nato"};
  const std::vector<std::string> dates = {"2022",       "2022-03",    "2022-03-01", "2022-03-02", "2023-04-04", "202X",
                                          "2022-03-01~", "2011",      "2022-21",    "../2022-03-02", "2022-03-01/2022-03-03", ""};
  const std::vector<std::string> types = {"founding", "membership", "summit", "meeting", "visit", "statement", "clash", "withdrawal"};
  std::vector<DocumentRecord> records;
  for (int d = 0; d < documents; ++d) {
    std::vector<EventText> events;
    for (int e = 0; e < 8; ++e) {
      EventText text{"e" + std::to_string(e), pick(types), random() % 2 == 0 ? "effective" : "", pick(dates)};
      if (random() % 5 > 0) text.subjects = {pick(people)};
      if (random() % 2 > 0) text.objects = {pick(people)};
      if (random() % 2 > 0) text.organisations = {pick(bodies)};
      if (random() % 3 == 0) text.place = pick(bodies) + " city";
      if (random() % 6 == 0) text.factuality = Factuality::planned;
      if (random() % 3 == 0) text.basis = DateBasis::dct;
      if (e > 0 && random() % 3 == 0) text.subevent_of = "e" + std::to_string(e - 1);
      events.push_back(text);
    }
    records.push_back(document("doc" + std::to_string(d), "2023-0" + std::to_string(1 + d % 9) + "-01", events));
  }
  return records;
}

std::string lines(const Timeline& timeline) {
  std::string all;
  for (const Entry& entry : timeline.entries) all += to_json(entry) + "\n";
  return all;
}

std::string merged(const std::vector<DocumentRecord>& records) { return lines(merge(records, {}, {.keep_undated = true})); }

TEST(MergeInvariants, OrderOfDocumentsChangesNothing) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    std::vector<DocumentRecord> records = pile(seed, 12);
    const std::string want = merged(records);
    std::mt19937 random(seed);
    for (int i = 0; i < 5; ++i) {
      std::ranges::shuffle(records, random);
      EXPECT_EQ(want, merged(records)) << seed;
    }
  }
}

TEST(MergeInvariants, TheSameFileTwiceAddsNothing) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    std::vector<DocumentRecord> records = pile(seed, 6);
    const std::string want = merged(records);
    records.push_back(records[2]);
    records.push_back(records[4]);
    EXPECT_EQ(want, merged(records)) << seed;
  }
}

TEST(MergeInvariants, AStretchOfDaysIsWhatSelectionLeaves) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    std::vector<DocumentRecord> records = pile(seed, 12);
    records.push_back(records[2]);
    records.back().dct = "2023-12-31";  // the same ids again
    for (const auto& [from, to] : {std::pair{parse_iso_day("2022-03-02"), parse_iso_day("2022-12-31")}, {std::nullopt, parse_iso_day("2015-01-01")}}) {
      const Timeline all = merge(records, {}, {.keep_undated = true});
      EXPECT_EQ(lines(select(all, {.from = from, .to = to})), lines(merge(records, {}, {.keep_undated = true, .from = from, .to = to, .jobs = 3}))) << seed;
    }
  }
}

// What an entry tells, without what copies add. Nor does its id count: it is named after its oldest telling.
std::multiset<std::string> rows(const Timeline& timeline) {
  std::multiset<std::string> all;
  for (const Entry& entry : timeline.entries) {
    std::string row = entry.date_edtf + " " + entry.type + " " + std::to_string(independent_sources(entry)) + ":";
    for (const EntryMention& mention : entry.mentions) {
      if (mention.doc.find("copy") == std::string::npos) row += " " + mention.doc + "/" + mention.event;
    }
    all.insert(row);
  }
  return all;
}

TEST(MergeInvariants, ACopyUnderAnotherNameAddsNoRowAndNoSource) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    std::vector<DocumentRecord> records = pile(seed, 8);
    const std::multiset<std::string> want = rows(merge(records, {}));
    for (std::size_t i = 0; i < 8; i += 1 + seed % 3) {
      records.push_back(records[i]);
      // One of them comes before all others.
      records.back().doc = (i == 0 ? "a copy of " : "z copy of ") + std::string(records[i].doc);
    }
    std::mt19937 random(seed);
    std::ranges::shuffle(records, random);
    EXPECT_EQ(want, rows(merge(records, {}))) << seed;
  }
}

// Records are a set: merging parts that overlap is merging their union.
TEST(MergeInvariants, PartsThatOverlap) {
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    const std::vector<DocumentRecord> records = pile(seed, 12);
    std::mt19937 random(seed);
    std::vector<DocumentRecord> parts;
    for (int part = 0; part < 4; ++part) {
      for (const DocumentRecord& record : records) {
        if (random() % 2 == 0) parts.push_back(record);
      }
    }
    parts.insert(parts.end(), records.begin(), records.end());
    EXPECT_EQ(merged(records), merged(parts)) << seed;
  }
}

// An article in two halves tells what it told in one, if what happens is told in full in each.
TEST(MergeInvariants, AnArticleInTwoHalves) {
  const EventText summit = {"e1", "summit", "", "2022-09-16", {}, {}, {"sco"}, "samarkand"};
  const EventText talks = {"e2", "meeting", "", "2022-09-15", {"putin"}, {"xi"}};
  const EventText joins = {"e3", "membership", "effective", "2023", {"iran"}, {}, {"sco"}};
  const EventText founded = {"e4", "founding", "", "2001", {}, {}, {"sco"}};
  EventText again = summit;
  again.id = "e5";
  const auto told = [](const std::vector<DocumentRecord>& records) {
    std::multiset<std::string> all;
    for (const Entry& entry : merge(records, {}).entries) all.insert(entry.date_edtf + " " + entry.type + " " + entry.title_en.substr(0, 7));
    return all;
  };
  EXPECT_EQ(told({document("a", "2022-09-17", {summit, talks, joins, founded})}),
            told({document("a1", "2022-09-17", {summit, talks}), document("a2", "2022-09-17", {again, joins, founded})}));
}

TEST(MergeInvariants, EveryDatedEventIsInExactlyOneEntry) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const std::vector<DocumentRecord> records = pile(seed, 12);
    const Timeline timeline = merge(records, {}, {.keep_undated = true});
    std::multiset<std::string> found, told;
    std::set<std::string> ids;
    for (const Entry& entry : timeline.entries) {
      EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
      for (const EntryMention& mention : entry.mentions) found.insert(mention.doc + mention.event);
      for (const Claim& claim : entry.conflict) EXPECT_FALSE(claim.mentions.empty());
      EXPECT_NE(1U, entry.conflict.size());
    }
    for (const DocumentRecord& record : records) {
      for (const EventRecord& event : record.events) told.insert(std::string(record.doc) + std::string(event.id));
    }
    EXPECT_EQ(told, found);
  }
}

TEST(MergeInvariants, DocumentsAboutOthersChangeNothing) {
  std::vector<DocumentRecord> records = pile(7, 10);
  const Timeline before = merge(records, {});
  records.push_back(document("aaa", "1999-01-01", {{"e1", "meeting", "", "2022-03-01", {"p"}, {"q"}}}));
  records.push_back(document("zzz", "2029-01-01", {{"e1", "founding", "", "2022-03-01", {}, {}, {"other"}}}));
  std::multiset<std::string> after;
  for (const Entry& entry : merge(records, {}).entries) after.insert(to_json(entry));
  for (const Entry& entry : before.entries) EXPECT_TRUE(after.contains(to_json(entry))) << to_json(entry);
}

TEST(MergeInvariants, EntriesStandInOrderOfTheirDays) {
  const Timeline timeline = merge(pile(3, 20), {});
  for (std::size_t i = 1; i < timeline.entries.size(); ++i) {
    const auto position = [&](const Entry& e) { return e.first.empty() ? e.last : e.first; };
    EXPECT_LE(position(timeline.entries[i - 1]), position(timeline.entries[i]));
  }
}

TEST(MergeInvariants, TwoDocumentsWithOneId) {
  const std::vector<DocumentRecord> records = {
      document("same", "", {{"e1", "meeting", "", "2022-03-01", {"a"}, {"b"}}}),
      document("same", "", {{"e1", "meeting", "", "2023-03-01", {"c"}, {"d"}}})};
  const Timeline timeline = merge(records, {});
  ASSERT_EQ(2U, timeline.entries.size());
  EXPECT_NE(timeline.entries[0].id, timeline.entries[1].id);
}

TEST(MergeInvariants, RecordsAndEntriesReadBack) {
  const std::vector<DocumentRecord> records = pile(5, 10);
  std::vector<DocumentRecord> read;
  for (const DocumentRecord& record : records) {
    const Result<DocumentRecord> again = parse_document_record(to_json(record), 1);
    ASSERT_TRUE(again) << again.error().to_string();
    EXPECT_EQ(to_json(record), to_json(*again));
    read.push_back(*again);
  }
  EXPECT_EQ(merged(records), merged(read));
  for (const Entry& entry : merge(records, {}).entries) {
    const Result<Entry> again = parse_entry(to_json(entry), 1);
    ASSERT_TRUE(again) << again.error().to_string();
    EXPECT_EQ(to_json(entry), to_json(*again));
  }
}

}  // namespace
}  // namespace tarikh
