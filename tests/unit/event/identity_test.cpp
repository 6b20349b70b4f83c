// What is told twice is one event, what only looks alike is two.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

std::ptrdiff_t count(std::string_view type, std::string_view text, std::string_view language = "ar") {
  Document document;
  document.language = language;
  document.text = text;
  document.dct = parse_iso_day("2025-05-08");
  const Extraction found = Extractor(builtin_rules()).extract(document);
  return std::ranges::count_if(found.events, [&](const Event& event) { return event.type == type; });
}

TEST(Identity, OneBlowToldTwiceInASentenceIsOneEvent) {
  EXPECT_EQ(count("coup", "شهدت مالي انقلابا عسكريا في 18 أغسطس 2020 أطاح بالرئيس إبراهيم بوبكر كيتا."), 1);
  EXPECT_EQ(count("clash", "دوت انفجارات عنيفة في بورتسودان فجر الخميس بعد هجوم بطائرات مسيرة."), 1);
}

TEST(Identity, WhatABlowDidToPeopleIsPartOfIt) {
  EXPECT_EQ(count("clash", "Rebels attacked an army convoy on Monday, killing ten soldiers.", "en"), 1);
  EXPECT_EQ(count("clash", "Gunmen attacked a bus on Monday and killed six.", "en"), 1);
  EXPECT_EQ(count("clash", "Ten soldiers were killed on Monday when militants attacked their base in Mali.", "en"), 1);
  EXPECT_EQ(count("clash", "Israel struck Beirut on Monday, killing Fuad Shukr.", "en"), 2);
}

TEST(Identity, TwoBlowsAreTwo) {
  EXPECT_EQ(count("coup", "شهدت مالي انقلابا في 18 أغسطس 2020. وشهدت مالي انقلابا ثانيا في 24 مايو 2021."), 2);
  EXPECT_EQ(count("disaster", "اجتاحت فيضانات ليبيا في 10 سبتمبر 2023 قبل أن ينهار سدان في درنة."), 2);
  EXPECT_EQ(count("coup",
                  "It suspended Mali and Burkina Faso after coups in 2021 and 2022, and imposed sanctions on Niger on 30 July 2023, four days after soldiers "
                  "overthrew President Mohamed Bazoum.",
                  "en"),
            3);
}

// "subject=LB organisation=…" of the events of the type, in text order.
std::vector<std::string> who(std::string_view type, std::string_view text, std::string_view language, std::string_view dct) {
  Document document;
  document.language = language;
  document.text = text;
  document.dct = parse_iso_day(dct);
  std::vector<std::string> all;
  for (const Event& event : Extractor(builtin_rules()).extract(document).events) {
    if (event.type != type) continue;
    std::string& told = all.emplace_back(event.place ? "@" + event.place->entity.id : std::string());
    for (const Argument& argument : event.arguments) told += " " + argument.entity.id;
  }
  return all;
}

TEST(Identity, YearsAfterSayLittleOfWhatIsToldAlready) {
  Document document;
  document.language = "ar";
  document.text =
      "اختتم قادة الاتحاد الأفريقي، أمس الأحد، قمتهم في أديس أبابا. وتستضيف القاهرة القمة المقبلة في 2025. وعقدت القمة بعد ثلاث سنوات من توقيع اتفاق "
      "الخرطوم في 5 يناير 2021.";
  document.dct = parse_iso_day("2024-02-19");
  const Extraction found = Extractor(builtin_rules()).extract(document);
  const auto summit = std::ranges::find(found.events, "summit", &Event::type);
  ASSERT_NE(summit, found.events.end());
  EXPECT_EQ(summit->date ? to_edtf(*summit->date) : "", "2024-02-18");
}

TEST(Identity, ASummitIsNoLongerThanItsWordsSay) {
  Document document;
  document.language = "ar";
  document.text =
      "اختتم قادة الاتحاد الأفريقي، أمس الأحد، قمتهم في أديس أبابا. وقال الرئيس الكيني وليام روتو في افتتاح القمة إن الهدنة انهارت بعد سبعة أيام من سريانها.";
  document.dct = parse_iso_day("2024-02-19");
  const Extraction found = Extractor(builtin_rules()).extract(document);
  const auto summit = std::ranges::find(found.events, "summit", &Event::type);
  ASSERT_NE(summit, found.events.end());
  EXPECT_EQ(summit->date ? to_edtf(*summit->date) : "", "2024-02-18");
}

TEST(Identity, OneElectionADay) {
  constexpr std::string_view kText =
      "Juan Manuel Santos signed a new accord on Thursday, 53 days after voters rejected the original. The plebiscite of October 2 was lost by few votes.";
  EXPECT_EQ(who("election", kText, "en", "2016-11-24").size(), 1U);
  EXPECT_EQ(who("election", "Voters in Chile went to the polls on October 2, 2016. Voters in Peru went to the polls on October 2, 2016.", "en", "2016-11-24").size(), 2U);
}

using Told = std::vector<std::string>;

TEST(Identity, TheAgreementThatTookEffectIsOfWhomTheTextTold) {
  EXPECT_EQ(who("agreement", "Lebanon and Israel signed an agreement on Thursday. Later in the day the agreement took effect.", "en", "2022-10-28"),
            (Told{" LB IL", " LB IL"}));
  EXPECT_EQ(who("agreement", "وقعت تركيا وليبيا اتفاقا الخميس. ودخل الاتفاق حيز التنفيذ الجمعة.", "ar", "2022-10-29"), (Told{" TR LY", " TR LY"}));
  // Of two agreements neither is meant for sure, and an old truce is another one.
  EXPECT_EQ(who("agreement",
                "Lebanon and Israel signed an agreement on Thursday. Egypt and Jordan signed an agreement on Wednesday. The agreement took effect on Friday.",
                "en", "2022-10-29")
                .back(),
            "");
  EXPECT_EQ(who("agreement", "Lebanon and Israel signed an agreement on Thursday. The ceasefire took effect in August 2006.", "en", "2022-10-28").back(), "");
}

TEST(Identity, SummitsOfOneOrganisation) {
  EXPECT_EQ(who("summit", "اختتمت جامعة الدول العربية قمتها في المنامة الخميس. وهي الأولى منذ قمة بغداد في مارس 2012.", "ar", "2024-05-17"),
            (Told{"@manama arab_league", "@baghdad arab_league"}));
  // The bare summit is what the text is about, not the one that it has looked back to.
  EXPECT_EQ(who("summit",
                "Leaders of the BRICS group opened their summit in Kazan on Tuesday. The previous summit was held in Johannesburg in August 2023. At the summit, "
                "the leaders will discuss trade.",
                "en", "2024-10-23"),
            (Told{"@kazan brics", "@johannesburg brics"}));
}

TEST(Identity, AnEnlargementIsNoOnesAccession) {
  EXPECT_EQ(who("membership", "BRICS grew on 24 August 2023 in the first enlargement of the group. Indonesia will join BRICS next year.", "en", "2023-08-25"),
            (Told{" brics", " ID brics"}));
}

TEST(Identity, WhatAnEnglishPronounStandsFor) {
  EXPECT_EQ(who("withdrawal", "The Paris Agreement was signed in 2016. The United States left it in November 2020.", "en", "2023-12-14"), Told{});
  EXPECT_EQ(who("founding", "Somalia joined the East African Community in 2023. The bloc was founded in 2000.", "en", "2023-11-25"), Told{" eac"});
}

// Both are told by words that the rules spell out.
TEST(Identity, AVoteIsNoTellingOfTheWarrantBeforeIt) {
  Document document;
  document.language = "en";
  document.text = "The prosecutor, Karim Khan, applied on Monday for arrest warrants for Benjamin Netanyahu. The ambassador shredded a copy at the rostrum during this month's vote.";
  document.dct = parse_iso_day("2024-05-23");
  const Extraction found = Extractor(builtin_rules()).extract(document);
  const auto warrant = std::ranges::find(found.events, "decision", &Event::type);
  ASSERT_NE(warrant, found.events.end());
  const std::string_view text = document.text;
  for (const Span& mention : warrant->other_mentions) EXPECT_NE("vote", text.substr(mention.begin, mention.end - mention.begin));
}

}  // namespace
}  // namespace tarikh
