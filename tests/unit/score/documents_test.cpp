// Counts worked out by hand on a document of a few lines.
#include "score/documents.h"

#include <gtest/gtest.h>

namespace tarikh::score {
namespace {

EventLabel event(std::string type, Extent trigger, std::string date, std::string factuality = "actual") {
  EventLabel label;
  label.type = std::move(type);
  label.mentions = {trigger};
  label.date = std::move(date);
  label.basis = label.date.empty() ? "none" : "explicit";
  label.factuality = std::move(factuality);
  return label;
}

Labels gold() {
  Labels labels;
  labels.dct = "2023-04-05";
  labels.expressions = {{{10, 20}, "DATE", "2023-04-04"}, {{30, 34}, "DATE", "2022"}, {{40, 44}, "DURATION", "P3M"}};
  labels.events = {event("membership", {0, 6}, "2023-04-04"), event("visit", {50, 55}, "2022"),
                   event("meeting", {60, 67}, "", "denied"), event("statement", {70, 74}, "2023-04-05")};
  labels.events[3].basis = "dct";
  labels.events[0].parties = {{"subject", "Finland", "finland", Extent{7, 14}}, {"organisation", "", "nato", std::nullopt}};
  return labels;
}

TEST(ScoreDocument, GoldAgainstItself) {
  const Counts counts = score_document(gold(), gold());
  EXPECT_EQ(3U, counts.expressions.all);
  EXPECT_EQ(3U, counts.targets);
  EXPECT_EQ(1, counts.detection.f1());
  EXPECT_EQ(1, counts.rows.f1());
  EXPECT_EQ(3U, counts.dates.exact);
  EXPECT_EQ(2U, counts.keys.tp);
  EXPECT_EQ(1, counts.factuality_accuracy());
  EXPECT_EQ(0, counts.wrong_date_rate());
}

TEST(ScoreDocument, ExpressionsMissedMovedAndInvented) {
  Labels system = gold();
  system.expressions = {{{10, 21}, "DATE", "2023-04-04"}, {{30, 34}, "SET", "2021"}, {{90, 95}, "DATE", "2020"}};
  const ExpressionCounts counts = score_document(gold(), system).expressions;
  EXPECT_EQ(2U, counts.matched);
  EXPECT_EQ(1U, counts.spurious);
  EXPECT_EQ(1U, counts.strict);
  EXPECT_EQ(1U, counts.type);
  EXPECT_EQ(1U, counts.value);
  EXPECT_EQ(0U, counts.all);
  const Score relaxed = counts.score(counts.matched);
  EXPECT_EQ(2U, relaxed.tp);
  EXPECT_EQ(1U, relaxed.fp);
  EXPECT_EQ(1U, relaxed.fn);
}

TEST(ScoreDocument, EventsOfEachKind) {
  Labels system;
  system.events = {
      event("membership", {2, 5}, "2023-04"),      // too coarse
      event("membership", {0, 6}, "2023-04-04"),   // the exact one is preferred, the other is a duplicate
      event("visit", {60, 67}, "2023-01-01"),      // wrong type, on a denied meeting
      event("meeting", {61, 62}, "", "denied"),    // right not to be a row
      event("statement", {70, 74}, ""),            // no date is fine where the gold has the publication day by convention
      event("other", {80, 81}, ""),                // nothing is there
  };
  const Counts counts = score_document(gold(), system);
  EXPECT_EQ(2U, counts.detection.tp);
  EXPECT_EQ(3U, counts.detection.fp);
  EXPECT_EQ(1U, counts.detection.fn);
  EXPECT_EQ(1U, counts.duplicates);
  EXPECT_EQ(2U, counts.rows.tp);
  EXPECT_EQ(2U, counts.rows.fp);
  EXPECT_EQ(2U, counts.dates.exact);
  EXPECT_EQ(1U, counts.judged.exact);
  EXPECT_EQ(1U, counts.judged.compatible);
  EXPECT_EQ(0.5, counts.wrong_date_rate());
  EXPECT_EQ(2U, counts.untyped);
}

TEST(ScoreDocument, AnUnrealEventThatIsDatedIsWrong) {
  Labels system;
  system.events = {event("meeting", {60, 67}, "2023-04-03")};
  const Counts counts = score_document(gold(), system);
  EXPECT_EQ(1U, counts.dated_unreal);
  EXPECT_EQ(1U, counts.detection.fp);
  EXPECT_EQ(0, counts.factuality_accuracy());
}

TEST(ScoreDocument, OptionalEventsNeverCount) {
  Labels want = gold();
  for (EventLabel& label : want.events) label.optional = true;
  const Counts found = score_document(want, gold()), missed = score_document(want, Labels{});
  for (const Counts& counts : {found, missed}) {
    EXPECT_EQ(0U, counts.detection.tp + counts.detection.fp + counts.detection.fn);
  }
}

TEST(ScoreDocument, ParticipantsBySpanTextOrKey) {
  Labels system;
  system.events = {event("membership", {0, 6}, "2023-04-04")};
  system.events[0].parties = {{"object", "FINLAND", "", std::nullopt}, {"organisation", "NATO", "", Extent{20, 24}}};
  const Counts counts = score_document(gold(), system);
  EXPECT_EQ(1U, counts.parties.tp);
  EXPECT_EQ(1U, counts.parties.fp);
  EXPECT_EQ(0U, counts.parties.fn);  // the organisation is only implied: missing it is no error
  EXPECT_EQ(0U, counts.roles_right);
  EXPECT_FALSE(counts.has_keys);
}

}  // namespace
}  // namespace tarikh::score
