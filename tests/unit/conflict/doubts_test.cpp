#include "conflict/doubts.h"

#include <gtest/gtest.h>

namespace tarikh::conflict {
namespace {

EntryMention mention(const std::string& quote, std::uint32_t trigger = 0) {
  EntryMention m;
  m.quote = quote;
  m.sentence_start = 100;
  m.start = 100 + trigger;
  return m;
}

// "killed 12=0 15=1,2": kind, value, mentions.
std::string told(const Entry& entry) {
  std::string lines;
  for (const Doubt& doubt : doubts(entry)) {
    lines += (lines.empty() ? "" : "; ") + std::string(to_string(doubt.kind));
    for (const DoubtClaim& claim : doubt.claims) {
      lines += " " + claim.value;
      for (const std::size_t i : claim.mentions) lines += (i == claim.mentions.front() ? "=" : ",") + std::to_string(i);
    }
  }
  return lines;
}

Entry entry(const std::string& type, const std::vector<EntryMention>& mentions) {
  Entry made;
  made.type = type;
  made.mentions = mentions;
  return made;
}

TEST(Doubts, NumbersThatExcludeEachOther) {
  const EntryMention twelve = mention("12 people were killed."), fifteen = mention("The blast killed 15 and injured 30."),
                     more = mention("أسفر عن مقتل 15 شخصا"), least = mention("At least 12 people were killed."), none = mention("A blast.");
  EXPECT_EQ("killed 12=0 15=1,3", told(entry("clash", {twelve, fifteen, none, more})));
  EXPECT_EQ("", told(entry("clash", {least, fifteen, none})));
  EXPECT_EQ("killed 12=1 >=12=0 15=2", told(entry("disaster", {least, twelve, fifteen})));
  EXPECT_EQ("", told(entry("clash", {twelve, twelve})));
  EXPECT_EQ("", told(entry("clash", {twelve})));
  EXPECT_EQ("", told(entry("statement", {twelve, fifteen}))) << "speakers may speak of different things";
}

TEST(Doubts, Ordinals) {
  const EntryMention tenth = mention("Belarus is the tenth member.", 21), ninth = mention("بيلاروسيا هي العضو التاسع", 15),
                     again = mention("بيلاروسيا هي العضو العاشر", 15), bare = mention("Belarus is a member.", 13);
  EXPECT_EQ("ordinal 9=1 10=0,2", told(entry("membership", {tenth, ninth, again, bare})));
  EXPECT_EQ("", told(entry("membership", {tenth, again, bare})));
  EXPECT_EQ("", told(entry("visit", {tenth, ninth})));
}

TEST(Doubts, WrongWeekday) {
  TimexRecord timex;
  timex.first = timex.last = "2024-07-05";
  EXPECT_FALSE(is_wrong_weekday(timex));
  timex.note = "2024-07-05 is a Friday";
  EXPECT_TRUE(is_wrong_weekday(timex));
  timex.note = "weekday and day do not meet";
  EXPECT_FALSE(is_wrong_weekday(timex));
}

}  // namespace
}  // namespace tarikh::conflict
