#include <gtest/gtest.h>

#include "unit/merge/events.h"

namespace tarikh {
namespace {

using testing::document;
using testing::EventText;
using testing::summary;

constexpr auto kPlanned = Factuality::planned;
constexpr auto kActual = Factuality::actual;

struct Row {
  std::string name;
  std::vector<DocumentRecord> documents;
  std::string want;
  bool keep_undated = false;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(row.want, summary(merge(row.documents, {}, {.keep_undated = row.keep_undated}))) << row.name;
  }
}

EventText founding(const std::string& date) { return {"e1", "founding", "", date, {}, {}, {"sco"}}; }
EventText joins(const std::string& id, const std::string& who, const std::string& date) {
  return {id, "membership", "effective", date, {who}, {}, {"nato"}};
}
EventText talks(const std::string& id, const std::vector<std::string>& who, const std::string& date) {
  return {id, "meeting", "", date, {who[0]}, {who.begin() + 1, who.end()}};
}
EventText says(const std::string& id, const std::string& occasion) {
  return {id, "statement", "", "2022-09-16", {"putin"}, {}, {}, "", kActual, DateBasis::inherited, occasion};
}

TEST(Merge, DatesThatAgree) {
  check({
      {"the finer date is kept",
       {document("a", "2023-05-01", {joins("e1", "finland", "2023")}), document("b", "2023-05-02", {joins("e1", "finland", "2023-04-04")})},
       "2023-04-04 membership a:e1 b:e1\n"},
      {"the publication day alone may be the day after",
       {document("a", "2022-10-27", {talks("e1", {"x", "y"}, "2022-10-27")}),
        document("b", "2022-10-28", {{"e1", "meeting", "", "2022-10-28", {"y"}, {"x"}, {}, "", kActual, DateBasis::dct}})},
       "2022-10-27 meeting a:e1 b:e1\n"},
      {"about 1990 may be 1991",
       {document("a", "", {founding("1990~")}), document("b", "", {founding("1991")})},
       "1991 founding a:e1 b:e1\n"},
      {"a year with two candidates stays alone",
       {document("a", "", {talks("e1", {"x", "y"}, "2022-03-01"), talks("e2", {"x", "y"}, "2022-06-01")}),
        document("b", "", {talks("e1", {"x", "y"}, "2022")})},
       "2022 meeting b:e1\n2022-03-01 meeting a:e1\n2022-06-01 meeting a:e2\n"},
  });
}

TEST(Merge, ParticipantsThatDefine) {
  check({
      {"sides of talks may be told in either order",
       {document("a", "", {talks("e1", {"x", "y"}, "2022-03-01")}), document("b", "", {talks("e1", {"y", "x"}, "2022-03-01")})},
       "2022-03-01 meeting a:e1 b:e1\n"},
      {"one host, two guests, two meetings",
       {document("a", "", {talks("e1", {"x", "y"}, "2022-03-01")}), document("b", "", {talks("e1", {"x", "z"}, "2022-03-01")})},
       "2022-03-01 meeting a:e1\n2022-03-01 meeting b:e1\n"},
      {"a summit is its organisation's, whoever is named",
       {document("a", "", {{"e1", "summit", "", "2022-09-16", {"putin"}, {}, {"sco"}, "samarkand"}}),
        document("b", "", {{"e1", "summit", "", "2022-09", {"xi"}, {}, {"sco"}}})},
       "2022-09-16 summit a:e1 b:e1\n"},
      {"different summits of a year",
       {document("a", "", {{"e1", "summit", "", "2022-09-16", {}, {}, {"sco"}, "samarkand"}}),
        document("b", "", {{"e1", "summit", "", "2022", {}, {}, {"sco"}, "tashkent"}})},
       "2022 summit b:e1\n2022-09-16 summit a:e1\n"},
      {"two members, two accessions",
       {document("a", "", {joins("e1", "finland", "2023")}), document("b", "", {joins("e1", "sweden", "2023")})},
       "2023 membership a:e1\n2023 membership b:e1\n"},
      {"another phase is another event",
       {document("a", "", {joins("e1", "finland", "2023")}),
        document("b", "", {{"e1", "membership", "applied", "2023", {"finland"}, {}, {"nato"}}})},
       "2023 membership a:e1\n2023 membership b:e1\n"},
      {"what one document tells as two stays two",
       {document("a", "", {talks("e1", {"x", "y"}, "2022-03-01"), talks("e2", {"x", "y"}, "2022-03-01")})},
       "2022-03-01 meeting a:e1\n2022-03-01 meeting a:e2\n"},
  });
}

TEST(Merge, AccessionsThatDoNotSayToWhat) {
  const auto bare = [](const std::vector<std::string>& who, const std::string& date) {
    return EventText{"e1", "membership", "effective", date, who};
  };
  EventText both = joins("e1", "india", "2017-06-09");
  both.subjects = {"india", "pakistan"};
  EventText other = joins("e2", "finland", "2023-04-20");
  other.organisations = {"council"};
  check({
      {"the same members in the same month",
       {document("a", "", {joins("e1", "finland", "2023-04-04")}), document("b", "", {bare({"finland"}, "2023-04")})},
       "2023-04-04 membership a:e1 b:e1\n"},
      {"one member in the same year may have joined two things",
       {document("a", "", {joins("e1", "finland", "2023-04-04")}), document("b", "", {bare({"finland"}, "2023")})},
       "2023 membership b:e1\n2023-04-04 membership a:e1\n"},
      {"neither says it",
       {document("a", "", {bare({"finland"}, "2023-04-04")}), document("b", "", {bare({"finland"}, "2023")})},
       "2023-04-04 membership a:e1 b:e1\n"},
      {"several members together in the same year",
       {document("a", "", {both}), document("b", "", {bare({"india", "pakistan"}, "2017")})},
       "2017-06-09 membership a:e1 b:e1\n"},
      {"other members are others",
       {document("a", "", {both}), document("b", "", {bare({"india"}, "2017-06")})},
       "2017-06 membership b:e1\n2017-06-09 membership a:e1\n"},
      {"a month with two accessions",
       {document("a", "", {joins("e1", "finland", "2023-04-04"), other}), document("b", "", {bare({"finland"}, "2023-04")})},
       "2023-04 membership b:e1\n2023-04-04 membership a:e1\n2023-04-20 membership a:e2\n"},
  });
}

TEST(Merge, OneArticleLinksTwoOthers) {
  const EventText by_city = {"e1", "summit", "", "2024-10-22/2024-10-24", {"russia"}, {}, {}, "kazan"};
  const EventText by_body = {"e1", "summit", "", "2024-10", {}, {}, {"brics"}};
  const EventText by_both = {"e1", "summit", "", "2024-10", {}, {}, {"brics"}, "kazan"};
  check({
      {"the city, the organisation, and both",
       {document("a", "", {by_city}), document("b", "", {by_body}), document("c", "", {by_both})},
       "2024-10-22/2024-10-24 summit a:e1 b:e1 c:e1\n"},
      {"nobody links them",
       {document("a", "", {by_city}), document("b", "", {by_body})},
       "2024-10 summit b:e1\n2024-10-22/2024-10-24 summit a:e1\n"},
  });
}

TEST(Merge, BodiesActForTheirState) {
  const EventText army = {"e1", "military_action", "", "2000-05-25", {"IL.army"}, {}, {}, "south_lebanon"};
  const EventText state = {"e1", "military_action", "", "2000-05-25", {"IL"}, {}, {}, "south_lebanon"};
  const EventText parliament = {"e1", "decision", "", "2000-05-25", {"IL.parliament"}};
  const EventText government = {"e1", "decision", "", "2000-05-25", {"IL.government"}};
  check({
      {"an army and its state", {document("a", "", {army}), document("b", "", {state})}, "2000-05-25 military_action a:e1 b:e1\n"},
      {"two bodies decide two things",
       {document("a", "", {parliament}), document("b", "", {government})},
       "2000-05-25 decision a:e1\n2000-05-25 decision b:e1\n"},
  });
}

// Both participants are people of these countries.
DocumentRecord of_countries(const std::string& id, const EventText& event, const std::vector<std::string>& countries) {
  DocumentRecord record = document(id, "", {event});
  for (std::size_t i = 0; i < countries.size(); ++i) record.events[0].participants[i].country = countries[i];
  return record;
}

TEST(Merge, PeopleActForTheirState) {
  const EventText leaders = {"e1", "agreement", "signed", "2023-05-18", {"tebboune", "meloni"}};
  const EventText states = {"e1", "agreement", "signed", "2023-05-18", {"DZ", "IT"}};
  const EventText rivals = {"e1", "agreement", "signed", "2018-09-12", {"kiir", "machar"}};
  const EventText hit = {"e1", "clash", "", "2023-05-18", {"IL"}, {"leader"}};
  check({
      {"two presidents sign for two states",
       {of_countries("a", leaders, {"DZ", "IT"}), document("b", "", {states})},
       "2023-05-18 agreement a:e1 b:e1\n"},
      {"an agreement with another state",
       {of_countries("a", leaders, {"DZ", "IT"}), document("b", "", {{"e1", "agreement", "signed", "2023-05-18", {"DZ", "QA"}}})},
       "2023-05-18 agreement a:e1\n2023-05-18 agreement b:e1\n"},
      {"rivals of one country are no state",
       {of_countries("a", rivals, {"SS", "SS"}), document("b", "", {{"e1", "agreement", "signed", "2018-09-12", {"SS"}}})},
       "2018-09-12 agreement a:e1\n2018-09-12 agreement b:e1\n"},
      {"who is killed is not his country",
       {of_countries("a", hit, {"", "PS"}), document("b", "", {{"e1", "clash", "", "2023-05-18", {"IL"}, {"PS"}}})},
       "2023-05-18 clash a:e1\n2023-05-18 clash b:e1\n"},
  });
}

TEST(Merge, ACityLiesInItsCountry) {
  const auto visit = [](const std::string& id, const std::string& place, const std::string& land) {
    return EventText{id, "visit", "", "2024-05-06", {"grossi"}, {}, {}, place, kActual, DateBasis::explicit_, "", "", land};
  };
  const auto strike = [](const std::string& place, const std::string& land) {
    return EventText{"e1", "clash", "", "2024-05-06", {"IL"}, {"hezbollah"}, {}, place, kActual, DateBasis::explicit_, "", "", land};
  };
  check({
      {"a visit to the capital is one to the country",
       {document("a", "", {visit("e1", "IR", "")}), document("b", "", {visit("e1", "tehran", "IR")})},
       "2024-05-06 visit a:e1 b:e1\n"},
      {"two capitals of a day are two visits",
       {document("a", "", {visit("e1", "cairo", "EG")}), document("b", "", {visit("e1", "amman", "JO")})},
       "2024-05-06 visit a:e1\n2024-05-06 visit b:e1\n"},
      {"which of the two cities it was is not said",
       {document("a", "", {visit("e1", "IR", "")}), document("b", "", {visit("e1", "tehran", "IR"), visit("e2", "isfahan", "IR")})},
       "2024-05-06 visit a:e1\n2024-05-06 visit b:e1\n2024-05-06 visit b:e2\n"},
      {"what joined the city stays there",
       {document("a", "", {visit("e1", "IR", "")}), document("b", "", {visit("e1", "tehran", "IR")}), document("c", "", {visit("e1", "isfahan", "IR")})},
       "2024-05-06 visit a:e1\n2024-05-06 visit b:e1\n2024-05-06 visit c:e1\n"},
      {"two towns struck on a day",
       {document("a", "", {strike("tyre", "LB")}), document("b", "", {strike("baalbek", "LB")})},
       "2024-05-06 clash a:e1\n2024-05-06 clash b:e1\n"},
      {"who strikes back",
       {document("a", "", {{"e1", "clash", "", "2024-05-06", {"IL"}, {"IR"}}}), document("b", "", {{"e1", "clash", "", "2024-05-06", {"IR"}, {"IL"}}})},
       "2024-05-06 clash a:e1\n2024-05-06 clash b:e1\n"},
      {"who fights with whom may be told from either side",
       {document("a", "", {{"e1", "clash", "", "2024-05-06", {"SD", "rsf"}}}), document("b", "", {{"e1", "clash", "", "2024-05-06", {"rsf"}, {"SD"}}})},
       "2024-05-06 clash a:e1 b:e1\n"},
      {"where it was is no party",
       {document("a", "", {strike("tyre", "LB")}), document("b", "", {{"e1", "clash", "", "2024-05-06", {"IL"}, {"LB", "hezbollah"}}})},
       "2024-05-06 clash a:e1 b:e1\n"},
      {"a town and its country", {document("a", "", {strike("tyre", "LB")}), document("b", "", {strike("LB", "")})}, "2024-05-06 clash a:e1 b:e1\n"},
  });
  const Timeline timeline = merge(std::vector{document("a", "", {visit("e1", "IR", "")}), document("b", "", {visit("e1", "tehran", "IR")})}, {});
  ASSERT_TRUE(timeline.entries.front().place);
  EXPECT_EQ("tehran", timeline.entries.front().place->id);
}

TEST(Merge, StatesThatMeetAreThoseWhoSitThere) {
  const auto sits = [](const std::string& id, const std::vector<std::string>& who, const std::string& place) {
    return EventText{id, "meeting", "", "2023-04-06", who, {}, {}, place};
  };
  const EventText states = sits("e1", {"IR", "SA"}, "beijing");
  const DocumentRecord ministers = of_countries("b", sits("e1", {"faisal", "hossein"}, "beijing"), {"SA", "IR"});
  const DocumentRecord presidents = of_countries("c", sits("e1", {"salman", "raisi"}, "beijing"), {"SA", "IR"});
  const DocumentRecord others = of_countries("c", sits("e1", {"wang", "hossein"}, "beijing"), {"CN", "IR"});
  check({
      {"one names the states, one the ministers", {document("a", "", {states}), ministers}, "2023-04-06 meeting a:e1 b:e1\n"},
      {"ministers or presidents?",
       {document("a", "", {states}), ministers, presidents},
       "2023-04-06 meeting a:e1\n2023-04-06 meeting b:e1\n2023-04-06 meeting c:e1\n"},
      {"another state", {document("a", "", {states}), others}, "2023-04-06 meeting a:e1\n2023-04-06 meeting c:e1\n"},
      {"nobody says where",
       {document("a", "", {sits("e1", {"IR", "SA"}, "")}), ministers},
       "2023-04-06 meeting a:e1\n2023-04-06 meeting b:e1\n"},
      {"one article tells both",
       {document("a", "", {states, sits("e2", {"IR", "SA"}, "jeddah")}), ministers},
       "2023-04-06 meeting a:e1 b:e1\n2023-04-06 meeting a:e2\n"},
  });
}

TEST(Merge, AStrikeByTwoNames) {
  const auto told = [](const std::string& doc, const std::string& type, const std::string& title, const std::string& place, const std::string& land) {
    DocumentRecord record = document(doc, "", {{"e1", type, "", "2024-01-13", {"US"}, {}, {}, place, kActual, DateBasis::explicit_, "", "", land}});
    record.events[0].title_en = title;
    return record;
  };
  const DocumentRecord clash = told("a", "clash", "Attack of The US", "sanaa", "YE");
  const std::string two = "2024-01-13 clash a:e1\n2024-01-13 military_action b:e1\n";
  check({
      {"a clash and a military action", {clash, told("b", "military_action", "The US strikes Yemen", "YE", "")}, "2024-01-13 clash a:e1 b:e1\n"},
      {"troops that leave strike nobody", {clash, told("b", "military_action", "Withdrawal of The US", "YE", "")}, two},
      {"in another town", {clash, told("b", "military_action", "The US strikes Aden", "aden", "YE")}, two},
      {"in another country", {clash, told("b", "military_action", "The US strikes Syria", "SY", "")}, two},
      {"which of two?",
       {clash, told("b", "military_action", "The US strikes Yemen", "YE", ""), told("c", "clash", "Attack of The US", "aden", "YE")},
       "2024-01-13 clash a:e1\n2024-01-13 military_action b:e1\n2024-01-13 clash c:e1\n"},
  });
}

TEST(Merge, AStateHostsInItsCity) {
  const EventText hosted = {"e1", "conference", "", "2024-04-15", {"FR"}};
  const auto held = [](const std::string& place, const std::string& land) {
    return EventText{"e1", "conference", "", "2024-04-15", {}, {}, {}, place, kActual, DateBasis::explicit_, "", "", land};
  };
  check({
      {"in Paris", {document("a", "", {hosted}), document("b", "", {{"e1", "conference", "", "2024-04-15", {"FR"}, {}, {}, "paris", kActual, DateBasis::explicit_, "", "", "FR"}})},
       "2024-04-15 conference a:e1 b:e1\n"},
      {"in Geneva", {document("a", "", {hosted}), document("b", "", {held("geneva", "CH")})}, "2024-04-15 conference a:e1\n2024-04-15 conference b:e1\n"},
  });
}

TEST(Merge, WhoStandsBesideTheAppointee) {
  const auto named = [](const std::string& id, const std::string& who, const std::string& beside, const std::string& country) {
    DocumentRecord record = document(id, "", {{"e1", "appointment", "in", "2024-09-05", {who}, {beside}}});
    record.events[0].participants[1].country = country;
    return record;
  };
  check({
      {"the president, the palace, and whose office it was",
       {named("a", "barnier", "macron", "FR"), named("b", "barnier", "FR", ""), named("c", "barnier", "attal", "FR"), named("d", "barnier", "FR.parliament", "")},
       "2024-09-05 appointment a:e1 b:e1 c:e1 d:e1\n"},
      {"another one appointed",
       {named("a", "barnier", "macron", "FR"), named("b", "barrot", "macron", "FR")},
       "2024-09-05 appointment a:e1\n2024-09-05 appointment b:e1\n"},
  });
}

TEST(Merge, WhoApprovesAndWhoIsApproved) {
  const auto approves = [](const std::string& subject, const std::string& object, const std::string& date) {
    return EventText{"e1", "membership", "approved", date, {subject}, {object}, {}};
  };
  check({
      {"told in either role",
       {document("a", "", {approves("FI", "TR", "2023-03-30")}), document("b", "", {approves("TR", "FI", "2023-03-27/2023-04-02")})},
       "2023-03-30 membership a:e1 b:e1\n"},
      {"two who approve of one",
       {document("a", "", {approves("FI", "TR", "2023-03-30")}), document("b", "", {approves("FI", "HU", "2023-03-30")})},
       "2023-03-30 membership a:e1\n2023-03-30 membership b:e1\n"},
  });
}

// Somebody without an id: "the army", "soldiers".
DocumentRecord with_nobody(const std::string& id, EventText text, const std::string& name) {
  text.subjects.push_back("");
  DocumentRecord record = document(id, "", {text});
  for (ParticipantRecord& who : record.events[0].participants) {
    if (who.id.empty()) who.name_en = name;
  }
  return record;
}

TEST(Merge, NobodyInParticularMayBeAnybody) {
  const EventText coup = {"e1", "coup", "", "2023-07-26", {}, {"bazoum"}};
  const EventText by_general = {"e1", "coup", "", "2023-07-26", {"tchiani"}, {"bazoum"}};
  const EventText attack = {"e1", "clash", "", "2023-07-26", {}, {}, {}, "jenin"};
  const EventText truce = {"e1", "agreement", "", "2023-07-26"};
  const EventText rally = {"e1", "visit", "", "2023-07-26"};
  check({
      {"soldiers, and their general", {with_nobody("a", coup, "soldiers"), document("b", "", {by_general})}, "2023-07-26 coup a:e1 b:e1\n"},
      {"gunmen are no settlers",
       {with_nobody("a", attack, "gunmen"), with_nobody("b", attack, "settlers")},
       "2023-07-26 clash a:e1\n2023-07-26 clash b:e1\n"},
      {"but the separatists of an agreement are one", {with_nobody("a", truce, "separatists"), with_nobody("b", truce, "separatists")}, "2023-07-26 agreement a:e1 b:e1\n"},
      {"who is nobody in two articles is not one",
       {with_nobody("a", rally, "officials"), with_nobody("b", {"e2", "visit", "", "2023-07-26"}, "officials")},
       "2023-07-26 visit a:e1\n2023-07-26 visit b:e2\n"},
  });
}

TEST(Merge, ACabinetIsAGovernment) {
  const auto decides = [](const std::string& who) { return EventText{"e1", "decision", "", "2000-05-25", {who}}; };
  check({
      {"of one state", {document("a", "", {decides("IL.cabinet")}), document("b", "", {decides("IL.government")})}, "2000-05-25 decision a:e1 b:e1\n"},
      {"of two",
       {document("a", "", {decides("IL.cabinet")}), document("b", "", {decides("LB.government")})},
       "2000-05-25 decision a:e1\n2000-05-25 decision b:e1\n"},
      {"and no name of the state",
       {document("a", "", {{"e1", "clash", "", "2000-05-24", {"IL.cabinet"}}, decides("IL.government")}), document("b", "", {decides("IL")})},
       "2000-05-24 clash a:e1\n2000-05-25 decision a:e1\n2000-05-25 decision b:e1\n"},
      {"who speaks for it says what it says",
       {document("a", "", {{"e1", "statement", "", "2000-05-25", {"IL.army.spokesperson"}}}), document("b", "", {{"e1", "statement", "", "2000-05-25", {"IL.army"}}})},
       "2000-05-25 statement a:e1 b:e1\n"},
  });
}

TEST(Merge, OneNameInTwoAlphabets) {
  const auto visit = [](const std::string& id, const std::string& written, bool arabic) {
    DocumentRecord record = document(id, "", {{"e1", "visit", "", "2024-03-05", {"x:" + written}, {}, {}, "nairobi"}});
    (arabic ? record.events[0].participants[0].name_ar : record.events[0].participants[0].name_en) = written;
    return record;
  };
  check({
      {"a minister whom no table knows", {visit("a", "مارتا ليندكفيست", true), visit("b", "marta lindqvist", false)}, "2024-03-05 visit a:e1 b:e1\n"},
      {"another one",
       {visit("a", "مارتا ليندبرغ", true), visit("b", "marta lindqvist", false)},
       "2024-03-05 visit a:e1\n2024-03-05 visit b:e1\n"},
  });
}

TEST(Merge, TheMemberMayBeTheObject) {
  const EventText told = {"e1", "suspension", "imposed", "2023-08-22", {}, {"niger"}, {"au"}};
  const EventText in_full = {"e1", "suspension", "imposed", "2023-08-22", {"au"}, {"niger"}, {}};
  const EventText gabon = {"e1", "suspension", "imposed", "2023-08-22", {"au"}, {"gabon"}, {}};
  check({
      {"suspended by the organisation", {document("a", "", {told}), document("b", "", {in_full})}, "2023-08-22 suspension a:e1 b:e1\n"},
      {"another one", {document("a", "", {told}), document("b", "", {gabon})}, "2023-08-22 suspension a:e1\n2023-08-22 suspension b:e1\n"},
      {"who expels and who leaves",
       {document("a", "", {{"e1", "withdrawal", "effective", "2022-03-16", {}, {"russia"}, {"coe"}}}),
        document("b", "", {{"e1", "withdrawal", "effective", "2022-03", {"russia"}, {}, {"coe"}}})},
       "2022-03-16 withdrawal a:e1 b:e1\n"},
  });
}

TEST(Merge, DeclarationsOfOneGathering) {
  const EventText summit = {"s", "summit", "", "2025-06-17", {}, {}, {"forum"}};
  const auto adopts = [](const std::string& id, const std::string& who) {
    return EventText{id, "declaration", "adopted", "2025-06-17", {who}, {}, {}, "", kActual, DateBasis::inherited, "s"};
  };
  check({
      {"whoever is said to adopt it",
       {document("a", "", {summit, adopts("d", "leaders")}), document("b", "", {summit, adopts("d", "forum")})},
       "2025-06-17 summit a:s b:s\n2025-06-17 declaration a:d b:d\n"},
      {"but not one of two",
       {document("a", "", {summit, adopts("d", "leaders"), adopts("e", "ministers")}), document("b", "", {summit, adopts("d", "forum")})},
       "2025-06-17 summit a:s b:s\n2025-06-17 declaration a:d\n2025-06-17 declaration a:e\n2025-06-17 declaration b:d\n"},
      {"nor that of another gathering",
       {document("a", "", {summit, adopts("d", "leaders")}),
        document("b", "", {{"s", "summit", "", "2025-06-17", {}, {}, {"bloc"}}, adopts("d", "bloc")})},
       "2025-06-17 summit a:s\n2025-06-17 declaration a:d\n2025-06-17 summit b:s\n2025-06-17 declaration b:d\n"},
  });
}

TEST(Merge, WhoAppointsAndWhoIsAppointed) {
  const EventText dismissed = {"e1", "appointment", "out", "2022-12-07", {"congress"}, {"castillo"}};
  check({
      {"told from either end",
       {document("a", "", {dismissed}), document("b", "", {{"e1", "appointment", "out", "2022-12-07", {"castillo"}, {"congress"}}})},
       "2022-12-07 appointment a:e1 b:e1\n"},
      {"another one dismissed",
       {document("a", "", {dismissed}), document("b", "", {{"e1", "appointment", "out", "2022-12-07", {"congress"}, {"minister"}}})},
       "2022-12-07 appointment a:e1\n2022-12-07 appointment b:e1\n"},
  });
}

TEST(Merge, ThePhaseDecidesBetweenTwo) {
  const EventText reached = {"e1", "agreement", "", "2024-12-12", {"SO", "ET"}};
  const EventText taken = {"e2", "agreement", "signed", "2024-12-12", {"SO", "ET"}};
  check({
      {"reached and signed", {document("a", "", {reached, taken}), document("b", "", {taken})}, "2024-12-12 agreement a:e1\n2024-12-12 agreement a:e2 b:e2\n"},
      {"in any order", {document("a", "", {taken}), document("b", "", {reached, taken})}, "2024-12-12 agreement a:e2 b:e2\n2024-12-12 agreement b:e1\n"},
  });
}

TEST(Merge, Statements) {
  const EventText summit = {"s", "summit", "", "2022-09-16", {}, {}, {"sco"}};
  const EventText meeting = talks("m", {"putin", "modi"}, "2022-09-16");
  EventText copied = says("e2", "");
  copied.sentence = "We shall meet again, he said.";
  check({
      {"one speaker, one occasion, one day: one row",
       {document("a", "", {summit, meeting, says("e1", "s"), says("e2", "m"), says("e3", "s")})},
       "2022-09-16 summit a:s\n2022-09-16 meeting a:m\n2022-09-16 statement a:e1 a:e3\n2022-09-16 statement a:e2\n"},
      {"the same occasion in two documents",
       {document("a", "", {summit, says("e1", "s")}), document("b", "", {summit, says("e1", "s")})},
       "2022-09-16 summit a:s b:s\n2022-09-16 statement a:e1 b:e1\n"},
      {"the news that they are of may be told differently",
       {document("a", "", {{"s", "decision", "", "2022-09-16", {"court"}}, says("e1", "s")}),
        document("b", "", {{"s", "decision", "", "2022-09-16", {"judges"}}, says("e1", "s")})},
       "2022-09-16 decision a:s\n2022-09-16 statement a:e1 b:e1\n2022-09-16 decision b:s\n"},
      {"but not the gathering that they were made at",
       {document("a", "", {summit, says("e1", "s")}), document("b", "", {talks("s", {"putin", "modi"}, "2022-09-16"), says("e1", "s")})},
       "2022-09-16 summit a:s\n2022-09-16 statement a:e1\n2022-09-16 meeting b:s\n2022-09-16 statement b:e1\n"},
      {"without an occasion, several statements of a day are told apart by nothing",
       {document("a", "", {says("e1", ""), says("e2", "")}), document("b", "", {says("e1", "")})},
       "2022-09-16 statement a:e1\n2022-09-16 statement a:e2\n2022-09-16 statement b:e1\n"},
      {"or by the words, where one article copies the other",
       {document("a", "", {says("e1", ""), copied}), document("b", "", {says("e1", ""), copied})},
       "2022-09-16 statement a:e1\n2022-09-16 statement a:e2 b:e2\n2022-09-16 statement b:e1\n"},
  });
}

TEST(Merge, StatementsOfOtherDaysDoNotCount) {
  EventText before = says("e2", "");
  before.date = "2022-09-12";
  check({
      {"two of a week in each article",
       {document("a", "", {says("e1", ""), before}), document("b", "", {says("e1", ""), before})},
       "2022-09-12 statement a:e2 b:e2\n2022-09-16 statement a:e1 b:e1\n"},
  });
}

// What is quoted or decided in one language has words in common.
EventText in_words(EventText text, const std::string& sentence) {
  text.sentence = sentence;
  return text;
}

TEST(Merge, WordsTellStatementsApart) {
  const EventText war = in_words(says("e1", ""), "He said on Thursday that his country did not want a war with anybody.");
  const EventText wars = in_words(says("e1", ""), "The country wants no war, he told reporters.");
  const EventText alone = in_words(says("e1", ""), "He told the broadcaster that the militia could not stand alone.");
  DocumentRecord arabic = document("b", "", {in_words(says("e1", ""), "قال إن الميليشيا لا تستطيع الصمود وحدها")});
  arabic.lang = "ar";
  check({
      {"the same words", {document("a", "", {war}), document("b", "", {wars})}, "2022-09-16 statement a:e1 b:e1\n"},
      {"nothing in common", {document("a", "", {war}), document("b", "", {alone})}, "2022-09-16 statement a:e1\n2022-09-16 statement b:e1\n"},
      {"two languages have no words in common", {document("a", "", {war}), arabic}, "2022-09-16 statement a:e1 b:e1\n"},
  });
}

TEST(Merge, OneBodyDecidesTwice) {
  const auto decides = [](const std::string& doc, const std::string& lang, const std::string& who, const std::string& title, const std::string& sentence) {
    DocumentRecord record = document(doc, "", {in_words({"e1", "decision", "", "2024-03-19", {who}}, sentence)});
    record.lang = lang;
    record.events[0].title_en = title;
    record.events[0].title_ar.clear();
    return record;
  };
  const std::string two = "2024-03-19 decision a:e1\n2024-03-19 decision b:e1\n";
  check({
      {"of one thing, in one language",
       {decides("a", "en", "council", "Decision of The council", "It adopted a text on a ceasefire in Gaza."),
        decides("b", "en", "council", "Decision of The council", "The vote on the Gaza ceasefire was unanimous.")},
       "2024-03-19 decision a:e1 b:e1\n"},
      {"of two things",
       {decides("a", "en", "council", "Decision of The council", "It adopted a text on a ceasefire in Gaza."),
        decides("b", "en", "council", "Decision of The council", "It prolonged the mission in Libya.")},
       two},
      {"in two languages the headlines tell",
       {decides("a", "en", "council", "Mandate changed by The council", "It prolonged the mission in Libya."),
        decides("b", "ar", "council", "The council extends or ends a mandate", "مدد مهمة البعثة")},
       "2024-03-19 decision a:e1 b:e1\n"},
      {"of two kinds", {decides("a", "en", "council", "State of emergency: The council", "It did."), decides("b", "ar", "council", "The council pardons", "عفا")}, two},
      {"a council decides, and no more is said",
       {decides("a", "en", "council", "Decision of The council", "It did."), decides("b", "ar", "council", "Decision of The council", "قرر")},
       "2024-03-19 decision a:e1 b:e1\n"},
      {"a state decides much on a day", {decides("a", "en", "IL", "Decision of The IL", "It did."), decides("b", "ar", "IL", "Decision of The IL", "قرر")}, two},
  });
}

TEST(Merge, OneCitySeesTwoThings) {
  const auto seen = [](const std::string& doc, const std::string& lang, const std::string& title) {
    DocumentRecord record = document(doc, "", {{"e1", "other", "", "2024-03-19", {}, {}, {}, "tbilisi"}});
    record.lang = lang;
    record.events[0].title_en = title + " in The tbilisi";
    record.events[0].title_ar.clear();
    return record;
  };
  check({
      {"a march, in two languages", {seen("a", "en", "Protest"), seen("b", "ar", "Protests")}, "2024-03-19 other a:e1 b:e1\n"},
      {"a march and a funeral", {seen("a", "en", "Protest"), seen("b", "ar", "Funeral")}, "2024-03-19 other a:e1\n2024-03-19 other b:e1\n"},
  });
}

TEST(Merge, Contradictions) {
  EventText plan = joins("e1", "finland", "2023-01");
  plan.factuality = kPlanned;
  EventText leaves = joins("e2", "finland", "2010");
  leaves.type = "withdrawal";
  check({
      {"foundings of two years are one row with both",
       {document("002", "2022-09-16", {founding("2001")}), document("000", "2024-07-04", {founding("2011")})},
       "[2001,2011] founding 000:e1 002:e1 !2001=002 !2011=000\n"},
      {"a third agrees with one of them",
       {document("a", "", {founding("2001")}), document("b", "", {founding("2011")}), document("c", "", {founding("2001-06-15")})},
       "[2001-06-15,2011] founding a:e1 b:e1 c:e1 !2001-06-15=a=c !2011=b\n"},
      {"a document that tells of both knows two events",
       {document("a", "", {founding("1967"), {"e2", "founding", "", "2000", {}, {}, {"sco"}}})},
       "1967 founding a:e1\n2000 founding a:e2\n"},
      {"joined again after leaving",
       {document("a", "", {joins("e1", "finland", "1949"), leaves}), document("b", "", {joins("e1", "finland", "2023")})},
       "1949 membership a:e1\n2010 withdrawal a:e2\n2023 membership b:e1\n"},
      {"a plan that moved",
       {document("a", "2022-06-01", {plan}), document("b", "2023-04-04", {joins("e1", "finland", "2023-04-04")})},
       "2023-04-04 membership a:e1 b:e1\n"},
      {"talks can be held again",
       {document("a", "", {talks("e1", {"x", "y"}, "2022-03-01")}), document("b", "", {talks("e1", {"x", "y"}, "2022-04-01")})},
       "2022-03-01 meeting a:e1\n2022-04-01 meeting b:e1\n"},
  });
}

TEST(Merge, OnlyWhatHappenedOrIsPlanned) {
  EventText planned = talks("e1", {"x", "y"}, "2022-10");
  planned.factuality = kPlanned;
  EventText denied = talks("e2", {"x", "y"}, "2022-10");
  denied.factuality = Factuality::denied;
  EventText maybe = talks("e3", {"x", "y"}, "2022-10");
  maybe.factuality = Factuality::hypothetical;
  EventText habit = talks("e4", {"x", "y"}, "2022-10");
  habit.factuality = Factuality::habitual;
  check({
      {"plans stay, denials and wishes do not", {document("a", "", {planned, denied, maybe, habit})}, "2022-10 meeting a:e1 planned\n"},
      {"a plan comes true",
       {document("a", "", {planned}), document("b", "", {talks("e1", {"x", "y"}, "2022-10-16")})},
       "2022-10-16 meeting a:e1 b:e1\n"},
  });
}

TEST(Merge, WithoutADate) {
  const EventText war = {"e1", "military_action", "", "2022-02-24", {"russia"}, {"ukraine"}};
  EventText undated = war;
  undated.date = "";
  check({
      {"left out", {document("a", "", {talks("e1", {"x", "y"}, "")})}, ""},
      {"or kept at the end", {document("a", "", {talks("e1", {"x", "y"}, ""), founding("2001")})}, "2001 founding a:e1\n- meeting a:e1\n", true},
      {"joins the only founding", {document("a", "", {founding("2001")}), document("b", "", {founding("")})}, "2001 founding a:e1 b:e1\n"},
      {"joins the only war of the two", {document("a", "", {undated}), document("b", "", {war})}, "2022-02-24 military_action a:e1 b:e1\n"},
  });
}

// "same_event 1 0 = nato finland": the kind, the mentions, what is shared.
std::string reasons(const Entry& entry) {
  std::string lines;
  for (const MergeReason& reason : entry.merge_reasons) {
    lines += to_string(reason.kind);
    for (const std::size_t mention : reason.mentions) lines += " " + std::to_string(mention);
    for (const std::string& id : reason.shared) lines += (&id == reason.shared.data() ? " = " : " ") + id;
    lines += "\n";
  }
  return lines;
}

TEST(Merge, EveryKindOfReason) {
  EventText plan = joins("e1", "finland", "2023-01");
  plan.factuality = kPlanned;
  const EventText summit = {"s", "summit", "", "2022-09-16", {}, {}, {"sco"}, "samarkand"};
  const EventText bare = {"e1", "other", "", "2022-09-16"};
  const std::vector<std::pair<std::vector<DocumentRecord>, std::string>> rows = {
      {{document("a", "", {summit}), document("b", "", {summit})}, "same_event 1 0 = sco samarkand\n"},
      {{document("a", "", {bare}), document("b", "", {bare})}, "same_event 1 0\n"},
      {{document("a", "", {says("e1", "s"), says("e2", "s")})}, "one_speech 0 1\n"},
      {{document("a", "", {founding("2001")}), document("b", "", {founding("")})}, "undated 1\n"},
      {{document("a", "", {plan}), document("b", "", {joins("e1", "finland", "2023-04-04")})}, "plan 0 1\n"},
      {{document("a", "", {{"e1", "summit", "", "2024-10-22/2024-10-24", {"russia"}, {}, {}, "kazan"}}),
        document("b", "", {{"e1", "summit", "", "2024-10", {}, {}, {"brics"}}}),
        document("c", "", {{"e1", "summit", "", "2024-10", {}, {}, {"brics"}, "kazan"}})},
       "same_event 2 1 = brics\nlinked 1 0\n"},
  };
  for (const auto& [documents, want] : rows) {
    const Timeline timeline = merge(documents, {});
    ASSERT_EQ(1U, timeline.entries.size()) << want;
    EXPECT_EQ(want, reasons(timeline.entries.front()));
  }
}

TEST(Merge, ReasonsOfWhatIsTakenOutGoWithIt) {
  const std::vector<DocumentRecord> documents = {document("a", "", {founding("2001")}), document("b", "", {founding("2001")}),
                                                 document("c", "", {founding("2001")})};
  const std::vector<Move> moves = {{{"", "b", "e1"}, {}, "Nadia", "another body"}};
  const Timeline timeline = merge(documents, {}, {.moves = moves});
  ASSERT_EQ(2U, timeline.entries.size());
  EXPECT_EQ("same_event 1 0 = sco\n", reasons(timeline.entries[0]));
  EXPECT_EQ("taken_out 0\n", reasons(timeline.entries[1]));
  EXPECT_EQ("Nadia", timeline.entries[1].merge_reasons.front().who);
}

TEST(Merge, EntriesSayWhy) {
  const Timeline timeline = merge(std::vector{document("a", "", {founding("2001")}), document("b", "", {founding("2011")})}, {});
  ASSERT_EQ(1U, timeline.entries.size());
  const Entry& entry = timeline.entries.front();
  EXPECT_EQ("contradiction 0 1\n", reasons(entry));
  EXPECT_EQ("2001-01-01", entry.first);
  EXPECT_EQ("2011-12-31", entry.last);
  EXPECT_EQ("set", entry.granularity);
}

TEST(Merge, HighlightsLieInsideTheSentence) {
  DocumentRecord record = document("a", "", {founding("2001")});
  EventRecord& event = record.events.front();
  event.sentence = {"…", 100, 200};
  event.participants.front().quote = {"SCO", 150, 153};
  event.place = testing::participant(Role::subject, "shanghai");
  event.place->quote = {"Shanghai", 90, 98};
  TimexRecord timex;
  timex.id = "t1";
  timex.quote = {"2001", 110, 114};
  record.timexes.push_back(timex);
  event.timex = {"t1"};
  const Timeline timeline = merge({&record, 1}, {});
  ASSERT_EQ(1U, timeline.entries.size());
  const EntryMention& mention = timeline.entries.front().mentions.front();
  EXPECT_EQ("2001", mention.date_text);
  EXPECT_EQ((std::vector<Quote>{{"2001", 110, 114}, {"SCO", 150, 153}}), mention.highlights);
}

}  // namespace
}  // namespace tarikh
