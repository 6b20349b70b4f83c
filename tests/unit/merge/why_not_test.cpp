#include "tarikh/why_not.h"

#include <gtest/gtest.h>

#include "unit/merge/events.h"

namespace tarikh {
namespace {

using testing::document;
using testing::EventText;

struct Row {
  std::vector<DocumentRecord> documents;
  std::string want;
};

// "sides: cn, ru | cn, in": the obstacles between the first and the last entry of the merged documents.
std::string between(const std::vector<DocumentRecord>& documents, const MergeOptions& options = {.keep_undated = true}) {
  const Timeline timeline = merge(documents, {}, options);
  if (timeline.entries.size() < 2) return "they are one";
  std::string lines;
  for (const Obstacle& o : why_not(timeline, 0, timeline.entries.size() - 1, {})) {
    lines += (lines.empty() ? "" : "; ") + std::string(to_string(o.kind)) + ": " + o.a + (o.b.empty() ? "" : " | " + o.b);
  }
  return lines;
}

std::vector<DocumentRecord> apart(const EventText& first, const EventText& second) {
  return {document("a", "", {first}), document("b", "", {second})};
}

EventText meeting(const std::vector<std::string>& who, const std::string& date, const std::string& place = "") {
  return {"e1", "meeting", "", date, {who[0]}, {who.begin() + 1, who.end()}, {}, place};
}
EventText visit(const std::string& who, const std::string& whom, const std::string& date, const std::string& place = "") {
  return {"e1", "visit", "", date, {who}, {whom}, {}, place};
}
EventText joins(const std::string& id, const std::string& who, const std::string& body, const std::string& date) {
  return {id, "membership", "effective", date, {who}, {}, {body}};
}
EventText says(const std::string& id, const std::string& occasion) {
  return {id, "statement", "", "2022-09-16", {"putin"}, {}, {}, "", Factuality::actual, DateBasis::inherited, occasion};
}

TEST(WhyNot, EachObstacle) {
  EventText applied = joins("e1", "fi", "nato", "2023-04");
  applied.phase = "applied";
  EventText leaves = joins("e2", "fi", "nato", "2010");
  leaves.type = "withdrawal";
  const EventText summit = {"s", "summit", "", "2022-09-16", {}, {}, {"sco"}};
  const EventText talks = {"m", "meeting", "", "2022-09-16", {"putin"}, {"modi"}};
  const std::vector<Row> rows = {
      {apart({"e1", "founding", "", "2001", {}, {}, {"sco"}}, {"e1", "founding", "", "2001", {}, {}, {"nato"}}), "defining: sco | nato"},
      {apart(meeting({"x", "y"}, "2022-03-01"), meeting({"x", "z"}, "2022-03-01")), "sides: x, y | x, z"},
      {apart(meeting({"x", "y"}, "2022-03-01"), meeting({"x", "y"}, "2022-04-01")), "days: 2022-03-01 | 2022-04-01"},
      {apart(meeting({"x", "y"}, "2022-03-01"), meeting({"x", "z"}, "2022-04-01")), "sides: x, y | x, z; days: 2022-03-01 | 2022-04-01"},
      {apart(meeting({"x", "y"}, "2022", "rome"), meeting({"x", "y"}, "2022-03-01", "cairo")), "place: rome | cairo"},
      {apart(visit("x", "y", "2022-03-01"), visit("z", "y", "2022-03-01")), "subject: x | z"},
      {apart(visit("x", "y", "2022-03-01"), visit("x", "z", "2022-03-01")), "object: y | z"},
      {apart(visit("x", "y", "2022"), {"e2", "visit", "", "2022-03-01", {"x"}}), "too_little: x, y | x"},
      {apart(joins("e1", "fi", "nato", "2023-04-04"), joins("e1", "fi", "un", "2023-04-04")), "organisation: nato | un"},
      {apart(applied, joins("e1", "fi", "nato", "2023-04-04")), "phase: applied | effective"},
      {apart({"e1", "summit", "", "2022-09-16", {}, {}, {"sco"}}, meeting({"x", "y"}, "2022-09-16")), "type: summit | meeting"},
      {apart({"e1", "other", "", "2022-09-16"}, {"e2", "other", "", "2022-09-16"}), "headline: other of e1 | other of e2"},
      {{document("a", "", {meeting({"x", "y"}, "2022-03-01"), {"e2", "meeting", "", "2022-03-01", {"x"}, {"y"}}})}, "one_article: a"},
      {{document("a", "", {joins("e1", "fi", "nato", "1949"), joins("e2", "fi", "nato", "2023")})}, "one_article: a"},
      {{document("a", "", {joins("e1", "fi", "nato", "1949"), leaves}), document("b", "", {joins("e1", "fi", "nato", "2023")})},
       "undone: 1949 | 2023"},
      {{document("a", "", {meeting({"x", "y"}, "2022-03-01")}), document("b", "", {meeting({"x", "y"}, "")})}, "undated: 2022-03-01"},
      {{document("a", "", {says("e1", ""), says("e2", "")})}, "several: a | a"},
      {{document("a", "", {says("e1", ""), says("e2", "")}), document("b", "", {says("e1", "")})}, "several: a"},
      {{document("a", "", {summit, talks, says("e1", "s")}), document("b", "", {summit, talks, says("e1", "m")})}, "type: summit | statement"},
  };
  for (const Row& row : rows) EXPECT_EQ(row.want, between(row.documents));
}

TEST(WhyNot, StatementsOfTwoOccasions) {
  const EventText summit = {"s", "summit", "", "2022-09-16", {}, {}, {"sco"}};
  const EventText talks = {"m", "meeting", "", "2022-09-16", {"putin"}, {"modi"}};
  const std::vector<DocumentRecord> documents = {document("a", "", {summit, talks, says("e1", "s")}),
                                                 document("b", "", {summit, talks, says("e1", "m")})};
  const Timeline timeline = merge(documents, {});
  ASSERT_EQ("2022-09-16 summit a:s b:s\n2022-09-16 meeting a:m b:m\n2022-09-16 statement a:e1\n2022-09-16 statement b:e1\n", testing::summary(timeline));
  const std::vector<Obstacle> want = {{ObstacleKind::occasion, timeline.entries[0].id, timeline.entries[1].id}};
  EXPECT_EQ(want, why_not(timeline, 2, 3, {}));
}

TEST(WhyNot, WhichCityOfTheCountry) {
  const auto visit = [](const std::string& id, const std::string& place, const std::string& land) {
    return EventText{id, "visit", "", "2024-05-06", {"grossi"}, {}, {}, place, Factuality::actual, DateBasis::explicit_, "", "", land};
  };
  const Timeline timeline = merge(std::vector{document("a", "", {visit("e1", "IR", "")}), document("b", "", {visit("e1", "tehran", "IR"), visit("e2", "isfahan", "IR")})}, {});
  ASSERT_EQ(3U, timeline.entries.size());
  const std::vector<Obstacle> want = {{ObstacleKind::ambiguous, timeline.entries[2].id, {}}};
  EXPECT_EQ(want, why_not(timeline, 0, 1, {}));
}

TEST(WhyNot, NeitherRepeatsTheOther) {
  EventText war = says("e1", ""), alone = says("e1", "");
  war.sentence = "He said that his country did not want a war.";
  alone.sentence = "He told the broadcaster that the militia could not stand alone.";
  EXPECT_EQ("wording: " + war.sentence + " | " + alone.sentence, between({document("a", "", {war}), document("b", "", {alone})}));
}

TEST(WhyNot, ACoarseDateThatFitsTwo) {
  const EventText later = {"e2", "meeting", "", "2022-06-01", {"x"}, {"y"}};
  const Timeline timeline = merge(std::vector{document("a", "", {meeting({"x", "y"}, "2022-03-01"), later}), document("b", "", {meeting({"x", "y"}, "2022")})}, {});
  ASSERT_EQ(3U, timeline.entries.size());
  const std::vector<Obstacle> want = {{ObstacleKind::ambiguous, timeline.entries[2].id, {}}};
  EXPECT_EQ(want, why_not(timeline, 0, 1, {}));
}

TEST(WhyNot, OneClaimOfAContradictionWouldFit) {
  const auto founded = [](const std::string& date) { return EventText{"e1", "founding", "", date, {}, {}, {"sco"}}; };
  std::vector<DocumentRecord> documents = {document("a", "", {founded("2001")}), document("b", "", {founded("2011")})};
  documents.push_back(document("c", "", {{"e1", "founding", "", "2011", {}, {}, {"nato"}}}));
  EXPECT_EQ("defining: sco | nato", between(documents));
}

TEST(WhyNot, TakenOutByHand) {
  const EventText founding = {"e1", "founding", "", "2001", {}, {}, {"sco"}};
  Timeline timeline = merge(std::vector{document("a", "", {founding}), document("b", "", {founding})}, {},
                            {.moves = std::vector<Move>{{{"", "b", "e1"}, {}, "Nadia", "another"}}});
  ASSERT_EQ(2U, timeline.entries.size());
  EXPECT_TRUE(why_not(timeline, 0, 1, {}).empty());
  timeline.entries[1].corrections.push_back({"split", "", "", "Nadia", "another"});
  const std::vector<Obstacle> want = {{ObstacleKind::by_hand, timeline.entries[1].id, {}}};
  EXPECT_EQ(want, why_not(timeline, 0, 1, {}));
}

// Whatever two dated entries of a pile are, something is said, and the same from both sides.
TEST(WhyNot, SomethingKeepsAnyTwoApart) {
  std::vector<DocumentRecord> documents;
  const std::vector<std::string> who = {"x", "y", "z"}, dates = {"2022", "2022-03", "2022-03-01", "2022-03-02"};
  for (std::size_t i = 0; i < 24; ++i) {
    documents.push_back(document("d" + std::to_string(i), "2022-03-03",
                                 {visit(who[i % 3], who[(i + 1 + i / 3 % 2) % 3], dates[i % 4], i % 2 == 0 ? "rome" : ""),
                                  {"e2", "clash", "", dates[i / 2 % 4], {who[i % 2]}, {who[2]}}}));
  }
  const Timeline timeline = merge(documents, {});
  ASSERT_LT(5U, timeline.entries.size());
  for (std::size_t a = 0; a < timeline.entries.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const std::vector<Obstacle> there = why_not(timeline, a, b, {}), back = why_not(timeline, b, a, {});
      EXPECT_FALSE(there.empty()) << to_json(timeline.entries[a]) << "\n" << to_json(timeline.entries[b]);
      ASSERT_EQ(there.size(), back.size());
      for (std::size_t i = 0; i < there.size(); ++i) EXPECT_EQ(there[i].kind, back[i].kind);
    }
  }
}

}  // namespace
}  // namespace tarikh
