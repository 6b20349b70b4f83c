#include "tarikh/membership.h"

#include <gtest/gtest.h>

#include "tarikh/date.h"

namespace tarikh {
namespace {

struct Told {
  std::string type, phase, date, subject, object = {};
  Factuality factuality = Factuality::actual;
};

Timeline timeline(const std::vector<Told>& tellings) {
  Timeline timeline;
  for (const Told& told : tellings) {
    Entry& entry = timeline.entries.emplace_back();
    entry.type = told.type;
    entry.phase = told.phase;
    entry.date_edtf = told.date;
    entry.factuality = told.factuality;
    if (const Result<Date> date = parse_edtf(told.date)) {
      if (!date->open_start) entry.first = to_iso(date->first);
      if (!date->open_end) entry.last = to_iso(date->last);
    }
    if (!told.subject.empty()) entry.participants.push_back({Role::subject, told.subject, told.subject, ""});
    if (!told.object.empty()) entry.participants.push_back({Role::object, told.object, told.object, ""});
    entry.participants.push_back({Role::organisation, "org", "Org", ""});
  }
  return timeline;
}

// "2023-01-01..2023-12-31" with what is unknown left out.
std::string text(const Bound& bound) {
  return bound.earliest == bound.latest ? bound.earliest : bound.earliest + ".." + bound.latest;
}

std::string summary(const std::vector<Told>& tellings) {
  std::string lines;
  for (const Membership& m : memberships(timeline(tellings))) {
    lines += m.member.id + " " + text(m.period.from) + " - " + text(m.period.to);
    for (const Period& suspension : m.suspensions) lines += " (" + text(suspension.from) + " - " + text(suspension.to) + ")";
    lines += "\n";
  }
  return lines;
}

TEST(Memberships, FromEvents) {
  const std::pair<std::vector<Told>, std::string> rows[] = {
      {{{"membership", "effective", "2024-07-04", "by"}}, "by 2024-07-04 - \n"},
      {{{"membership", "effective", "2023", "ir"}}, "ir 2023-01-01..2023-12-31 - \n"},
      {{{"membership", "approved", "2023-03-30", "fi"}, {"membership", "effective", "2023", "fi"}}, "fi 2023-03-30..2023-12-31 - \n"},
      {{{"membership", "applied", "2022", "fi"}}, ""},
      {{{"membership", "effective", "2025", "x", "", Factuality::planned}}, ""},
      {{{"founding", "", "[2001,2011]", "org"}, {"founding", "", "2001-06-15", "cn"}}, "cn 2001-06-15 - \n"},
      {{{"withdrawal", "effective", "2019-01-01", "qa"}}, "qa ..2019-01-01 - 2019-01-01\n"},
      {{{"withdrawal", "effective", "2022-03-16", "", "ru"}, {"membership", "effective", "1996-02-28", "ru"}},
       "ru 1996-02-28 - 2022-03-16\n"},
      {{{"withdrawal", "announced", "2024-01-28", "ml"}}, "ml ..2024-01-28 - \n"},
      {{{"membership", "effective", "1949", "gr"}, {"withdrawal", "effective", "1969-12", "gr"}, {"membership", "effective", "1974-11", "gr"}},
       "gr 1949-01-01..1949-12-31 - 1969-12-01..1969-12-31\ngr 1974-11-01..1974-11-30 - \n"},
      {{{"suspension", "imposed", "2020-08-19", "org", "ml"}, {"suspension", "lifted", "2020-10", "org", "ml"}},
       "ml ..2020-08-19 -  (2020-08-19 - 2020-10-01..2020-10-31)\n"},
      {{{"suspension", "lifted", "2023-05-07", "org", "sy"}}, "sy ..2023-05-07 -  (..2023-05-07 - 2023-05-07)\n"},
      {{{"membership", "effective", "2004", "x"}, {"membership", "effective", "2007", "x"}}, "x 2004-01-01..2007-12-31 - \n"},
  };
  for (const auto& [tellings, want] : rows) EXPECT_EQ(want, summary(tellings)) << tellings.front().type << tellings.front().date;
}

TEST(Roster, OnADay) {
  const Timeline told = timeline({{"membership", "effective", "2001", "cn"},
                                  {"membership", "effective", "2023", "ir"},
                                  {"membership", "effective", "2024-07-04", "by"},
                                  {"membership", "effective", "2005", "uz"},
                                  {"withdrawal", "effective", "2012-12-19", "uz"},
                                  {"membership", "effective", "1990", "ml"},
                                  {"suspension", "imposed", "2020-08-19", "", "ml"},
                                  {"suspension", "lifted", "2024", "", "ml"}});
  const std::vector<Membership> all = memberships(told);
  const auto standings = [&](std::string_view day) {
    std::string list;
    for (const RosterLine& line : roster(all, "org", *parse_iso_day(day))) {
      list += line.membership->member.id + ": " + std::string(to_string(line.standing)) + "; ";
    }
    return list;
  };
  EXPECT_EQ("cn: member; ml: suspended; by: not yet a member; ir: not yet a member; uz: no longer a member; ", standings("2022-09-16"));
  EXPECT_EQ("cn: member; ml: suspended; by: not yet a member; uz: no longer a member; ir: unknown; ", standings("2023-07-01"));
  EXPECT_EQ("by: member; cn: member; ir: member; uz: no longer a member; ml: unknown; ", standings("2024-07-04"));
  EXPECT_EQ("ml: member; by: not yet a member; ir: not yet a member; uz: not yet a member; cn: unknown; ", standings("2001-03-01"));
  EXPECT_TRUE(roster(all, "other", *parse_iso_day("2024-01-01")).empty());
}

TEST(Roster, WhoLeftAndCameBack) {
  const std::vector<Membership> all = memberships(timeline({{"membership", "effective", "1949-08-09", "gr"},
                                                            {"withdrawal", "effective", "1969-12-31", "gr"},
                                                            {"membership", "effective", "1974-11-28", "gr"}}));
  const std::pair<std::string_view, Standing> rows[] = {{"1949-08-08", Standing::not_yet},
                                                        {"1949-08-09", Standing::member},
                                                        {"1969-12-31", Standing::no_longer},
                                                        {"1974-11-27", Standing::no_longer},
                                                        {"1974-11-28", Standing::member}};
  for (const auto& [day, want] : rows) {
    const auto lines = roster(all, "org", *parse_iso_day(day));
    ASSERT_EQ(1U, lines.size());
    EXPECT_EQ(want, lines[0].standing) << day;
  }
}

// "a": joined by, with what is listed on which day, as a member or as an observer.
std::string listed(const std::vector<Told>& tellings, const std::vector<std::string>& days, bool outside = false) {
  Timeline told = timeline(tellings);
  for (const std::string& day : days) {
    Entry& summit = told.entries.emplace_back();
    summit.type = "summit";
    summit.date_edtf = summit.first = summit.last = day;
    EntryMention& mention = summit.mentions.emplace_back();
    mention.published = day;
    mention.rosters = {{{Role::organisation, "org", "Org", ""}, {{Role::subject, "a", "A", ""}, {Role::subject, "org", "", ""}, {}}, {}, true, "…"}};
    if (outside) std::swap(mention.rosters.front().members, mention.rosters.front().outsiders);
  }
  std::string lines;
  for (const Membership& membership : memberships(told)) {
    lines += membership.member.id + " " + text(membership.period.from);
    if (membership.period.to.known()) lines += " to " + text(membership.period.to);
    lines += " by " + std::to_string(membership.period.from.entries.size()) + "\n";
  }
  return lines;
}

TEST(Memberships, ListsOfMembers) {
  EXPECT_EQ("a ..2022-09-16 by 1\n", listed({}, {"2023-07-04", "2022-09-16"}));
  EXPECT_EQ("a 2017-06-09 by 1\n", listed({{"membership", "effective", "2017-06-09", "a"}}, {"2022-09-16"}));
  EXPECT_EQ("a 2023-01-01..2023-07-04 by 2\n", listed({{"membership", "effective", "2023", "a"}}, {"2023-07-04"}));
  EXPECT_EQ("a 2022-01-01..2022-09-16 by 2\n", listed({{"membership", "applied", "2022-01-01", "a"}}, {"2022-09-16"}));
  EXPECT_EQ("a ..2022-09-16 to 2024-03-01 by 1\n", listed({{"withdrawal", "effective", "2024-03-01", "a"}}, {"2022-09-16"}));
  EXPECT_EQ("a ..2022-09-16 by 1\nb 2001-01-01 by 1\n", listed({{"membership", "effective", "2001-01-01", "b"}}, {"2022-09-16"}));
}

// Whoever is an observer on a day joined after it: from two articles, one of which tells the year.
TEST(Memberships, ListsOfObservers) {
  EXPECT_EQ("a 2022-09-17..2023-12-31 by 2\n", listed({{"membership", "effective", "2022-01-01/2023-12-31", "a"}}, {"2022-09-16"}, true));
  EXPECT_EQ("a 2023-01-01..2023-12-31 by 2\n", listed({{"membership", "effective", "2023", "a"}}, {"2022-09-16"}, true));
  EXPECT_EQ("a 2023-05-05..2023-12-31 by 3\n", listed({{"membership", "effective", "2023", "a"}}, {"2022-09-16", "2023-05-04"}, true));
  EXPECT_EQ("a 2017-06-09 by 1\n", listed({{"membership", "effective", "2017-06-09", "a"}}, {"2022-09-16"}, true));
  EXPECT_EQ("", listed({}, {"2022-09-16"}, true));
}

}  // namespace
}  // namespace tarikh
