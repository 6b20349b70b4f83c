#include "tarikh/selection.h"

#include <gtest/gtest.h>

#include "tarikh/date.h"

namespace tarikh {
namespace {

Entry entry() {
  Entry entry;
  entry.type = "summit";
  entry.phase = "";
  entry.date_edtf = "2022-09-15/2022-09-16";
  entry.first = "2022-09-15";
  entry.last = "2022-09-16";
  entry.participants = {{Role::organisation, "sco", "Shanghai Cooperation Organisation", "منظمة شنغهاي للتعاون"}};
  entry.place = EntryParticipant{Role::subject, "samarkand", "Samarkand", "سمرقند"};
  entry.title_en = "Summit in Samarkand";
  entry.title_ar = "قمة سمرقند";
  entry.mentions.resize(2);
  entry.mentions[0].doc = "a";
  entry.mentions[1].doc = "b";
  entry.mentions[1].quote = "The leaders spoke of trade.";
  return entry;
}

TEST(Selection, EachCondition) {
  const auto day = [](std::string_view text) { return parse_iso_day(text); };
  const std::pair<Selection, bool> rows[] = {
      {Selection{}, true},
      {{.from = day("2022-09-16")}, true},
      {{.from = day("2022-09-17")}, false},
      {{.to = day("2022-09-15")}, true},
      {{.to = day("2022-09-14")}, false},
      {{.types = {"visit", "summit"}}, true},
      {{.types = {"visit"}}, false},
      {{.types = {"summit/effective"}}, false},
      {{.actors = {"SCO"}}, true},
      {{.actors = {"shanghai cooperation"}}, true},
      {{.actors = {"شنغهاي"}}, true},
      {{.actors = {"nato"}}, false},
      {{.actors = {"hang"}}, false},
      {{.places = {"samarkand"}}, true},
      {{.places = {"astana"}}, false},
      {{.topic = {"TRADE", "leaders"}}, true},
      {{.topic = {"trade", "war"}}, false},
      {{.topic = {"قمة"}}, true},
      {{.min_sources = 2}, true},
      {{.min_sources = 3}, false},
  };
  for (std::size_t i = 0; i < std::size(rows); ++i) EXPECT_EQ(rows[i].second, rows[i].first.contains(entry())) << i;
}

TEST(Selection, CopiesOfOneTextAreOneSource) {
  Entry copied = entry();
  copied.mentions[1].copy_of = "a";
  EXPECT_TRUE((Selection{.min_sources = 1}.contains(copied)));
  EXPECT_FALSE((Selection{.min_sources = 2}.contains(copied)));
  copied.mentions.push_back(copied.mentions[0]);
  copied.mentions[2].doc = "c";
  EXPECT_TRUE((Selection{.min_sources = 2}.contains(copied)));
  EXPECT_EQ(2U, independent_sources(copied));
  EXPECT_EQ(1U, independent_sources(copied, Claim{"2022", {0, 1, 99}}));
}

TEST(Selection, UndatedEntriesAreInNoStretch) {
  Entry undated = entry();
  undated.date_edtf = undated.first = undated.last = "";
  EXPECT_TRUE(Selection{}.contains(undated));
  EXPECT_FALSE((Selection{.from = parse_iso_day("1900-01-01")}.contains(undated)));
}

TEST(Selection, KeepsTheOrder) {
  Timeline timeline;
  for (const char* type : {"visit", "summit", "visit"}) {
    timeline.entries.push_back(entry());
    timeline.entries.back().type = type;
    timeline.entries.back().id = std::to_string(timeline.entries.size());
  }
  const Timeline visits = select(timeline, {.types = {"visit"}});
  ASSERT_EQ(2U, visits.entries.size());
  EXPECT_EQ("1", visits.entries[0].id);
  EXPECT_EQ("3", visits.entries[1].id);
}

}  // namespace
}  // namespace tarikh
