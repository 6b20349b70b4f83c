// Who takes part and where, told by the sentence rather than by the rule.
#include <gtest/gtest.h>

#include <string>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

Document document(const char* language, const char* text) {
  Document document;
  document.language = language;
  document.text = text;
  document.dct = parse_iso_day("2024-06-05");
  return document;
}

// Words of the participants of the last event of a type, then its headline if asked for.
std::string sides(const char* language, const char* type, const char* text, bool title = false) {
  const Document article = document(language, text);
  std::string all;
  for (const Event& event : Extractor(builtin_rules()).extract(article).events) {
    if (event.type != type) continue;
    all.clear();
    for (const Argument& argument : event.arguments) {
      if (!all.empty()) all += "; ";
      all += argument.span ? article.text.substr(argument.span->begin, argument.span->end - argument.span->begin) : "?";
    }
    if (title) all += " | " + event.title_en;
  }
  return all;
}

std::string place(const char* language, const char* type, const char* text) {
  const Document article = document(language, text);
  std::string found;
  for (const Event& event : Extractor(builtin_rules()).extract(article).events) {
    if (event.type == type) found = event.place && event.place->span ? article.text.substr(event.place->span->begin, event.place->span->end - event.place->span->begin) : "";
  }
  return found;
}

TEST(Participants, APronounStandsForItself) {
  EXPECT_EQ(sides("en", "statement", "Joe Biden arrived. He said on Tuesday that the talks had failed."), "He");
  EXPECT_EQ(sides("en", "other", "Vadim Krasikov fled in 2019. Police arrested him on Tuesday."), "him; Police");
}

TEST(Participants, WhoStandsInTheTriggerTakesPart) {
  EXPECT_EQ(sides("en", "clash", "Gunmen attacked a convoy in Mali on Tuesday."), "Gunmen");
  EXPECT_EQ(sides("ar", "other", "أغلق محتجون الطريق في البصرة الثلاثاء."), "محتجون");
}

// Headlines are made for the roles of the rule.
TEST(Participants, HeadlinesDoWithoutWhomTheRuleDidNotAskFor) {
  EXPECT_EQ(sides("ar", "decision", "ونال نواف سلام تأييد 84 نائبا في الاستشارات يوم الاثنين.", true), "نواف سلام | Consent given");
}

TEST(Participants, ThePressIsNotTheOtherSide) {
  EXPECT_EQ(sides("ar", "statement", "قال ماكرون للصحفيين الثلاثاء إن الاتفاق جيد."), "ماكرون");
  EXPECT_EQ(sides("en", "statement", "Emmanuel Macron told reporters on Tuesday that the deal was good."), "Emmanuel Macron");
  EXPECT_EQ(sides("en", "statement", "Emmanuel Macron told Olaf Scholz on Tuesday that the deal was good."), "Emmanuel Macron; Olaf Scholz");
}

TEST(Participants, WhoIsCountedIsMeant) {
  EXPECT_EQ(sides("en", "other", "Hundreds of farmers rallied in Lyon on Tuesday."), "farmers");
  EXPECT_EQ(sides("ar", "other", "تظاهر مئات المزارعين الثلاثاء في ليون."), "المزارعين");
}

TEST(Participants, TheVerbBehindAnAsideGoesOnWithItsSubject) {
  EXPECT_EQ(sides("en", "statement", "France and Germany, in a statement issued in Berlin, urged Tunisia on Tuesday to cooperate."), "France; Germany; Tunisia");
}

TEST(Places, BehindTheTriggerOrASide) {
  EXPECT_EQ(place("en", "statement", "Olaf Scholz said on Tuesday in Brussels that the door was open."), "Brussels");
  EXPECT_EQ(place("en", "appointment", "Mirtha Vasquez was sworn in as prime minister at a brief ceremony in Lima on Tuesday."), "Lima");
  EXPECT_EQ(place("en", "statement", "Olaf Scholz said on Tuesday that the war in Ukraine was lost."), "");
}

TEST(Places, AtTheHeadOfTheSentence) {
  EXPECT_EQ(place("ar", "statement", "وفي نيويورك قال غوتيريش الثلاثاء إن الاتفاق جيد."), "نيويورك");
  EXPECT_EQ(place("en", "statement", "In Washington, Joe Biden said on Tuesday that the deal was good."), "Washington");
}

TEST(Places, TheDatelineOfWhatIsHeldOrSigned) {
  EXPECT_EQ(place("en", "agreement", "BISHKEK, June 5 - Kyrgyzstan and Tajikistan signed a treaty on Tuesday."), "BISHKEK");
  EXPECT_EQ(place("en", "sanction", "BISHKEK, June 5 - Kyrgyzstan imposed sanctions on Tajikistan on Tuesday."), "");
}

// A square is put into other letters by nobody.
TEST(Places, ThatHaveNoNameInTheOtherLanguage) {
  const Document article = document("ar", "التقى ماكرون شولتس الثلاثاء في ساحة التحرير القديمة.");
  const auto events = Extractor(builtin_rules()).extract(article).events;
  ASSERT_FALSE(events.empty());
  ASSERT_TRUE(events.front().place);
  EXPECT_EQ(events.front().place->entity.name_ar, "ساحة التحرير القديمة");
  EXPECT_EQ(events.front().place->entity.name_en, "");
}

TEST(Places, ThatNoTableHolds) {
  EXPECT_EQ(place("en", "other", "Fishermen blocked the port of Mwanbaza on Tuesday."), "Mwanbaza");
  EXPECT_EQ(place("ar", "meeting", "التقى ماكرون شولتس الثلاثاء في بلدة نمبالا."), "بلدة نمبالا");
  EXPECT_EQ(place("ar", "meeting", "التقى ماكرون شولتس الثلاثاء في معبر البوقمال الحدودي."), "معبر البوقمال");
  EXPECT_EQ(place("ar", "other", "وفي قبصة، أغلق محتجون الطريق الثلاثاء."), "قبصة");
}

}  // namespace
}  // namespace tarikh
