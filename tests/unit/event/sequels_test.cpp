// Somebody who did likewise: the event told before, with another subject and date.
#include <gtest/gtest.h>

#include <string>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

// "type subject date" of every event, in text order.
std::string told(const char* language, const char* text) {
  Document document;
  document.language = language;
  document.text = text;
  document.dct = parse_iso_day("2025-02-01");
  std::string all;
  for (const Event& event : Extractor(builtin_rules()).extract(document).events) {
    all += all.empty() ? "" : "; ";
    all += event.type;
    for (const Argument& argument : event.arguments) {
      if (argument.role == Role::subject) all += " " + argument.entity.id;
    }
    all += " " + (event.date ? to_edtf(*event.date) : std::string("none"));
  }
  return all;
}

TEST(Sequels, AnotherSubjectDoesTheSame) {
  EXPECT_EQ(told("ar", "قطعت بنما علاقاتها مع تايوان في حزيران/يونيو 2017، وتبعتها السلفادور في العام التالي."),
            "diplomatic_ties PA 2017-06; diplomatic_ties SV 2018");
  EXPECT_EQ(told("ar", "غادرت قطر أوبك مطلع عام 2019 وحذت الإكوادور حذوها بعد عام."), "withdrawal QA 2019; withdrawal EC 2020");
  EXPECT_EQ(told("en", "Burundi left the International Criminal Court in October 2017. The Philippines followed suit in March 2019."),
            "withdrawal BI 2017-10; withdrawal PH 2019-03");
  EXPECT_EQ(told("en", "Spain recognised Palestine in May 2024, and Armenia did so in June 2024."),
            "diplomatic_ties ES 2024-05; diplomatic_ties AM 2024-06");
}

TEST(Sequels, WhoFollowedStandsBehindBy) {
  EXPECT_EQ(told("en", "Laos joined ASEAN in July 1997, followed by Cambodia in April 1999."), "membership LA 1997-07; membership KH 1999-04");
  // Whom he met, or who met them?
  EXPECT_EQ(told("en", "Emmanuel Macron met Olaf Scholz in May 2024, followed by Giorgia Meloni in June 2024."), "meeting emmanuel_macron 2024-05");
}

TEST(Sequels, InKindIsAgainstTheOther) {
  EXPECT_EQ(told("en", "Washington expelled ten Russian diplomats on April 15, 2021; Moscow answered in kind the next day."),
            "diplomatic_ties US 2021-04-15; diplomatic_ties RU 2021-04-16");
}

TEST(Sequels, NothingIsRepeatedWithoutAnEventBefore) { EXPECT_EQ(told("en", "It rained. Armenia did so in June 2024."), ""); }

}  // namespace
}  // namespace tarikh
