// "The two countries", «الطرفان»: who they are, and when that cannot be known.
#include <gtest/gtest.h>

#include <string>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

// Subjects and objects of the last event of a type, an unnamed one as "?"; the words that the first of them has in its sentence.
std::string sides(const char* language, const char* type, const char* text) {
  Document document;
  document.language = language;
  document.text = text;
  document.dct = parse_iso_day("2024-06-05");
  std::string all;
  for (const Event& event : Extractor(builtin_rules()).extract(document).events) {
    if (event.type != type) continue;
    all.clear();
    for (const Argument& argument : event.arguments) {
      all += (all.empty() ? "" : " ") + (argument.entity.id.empty() ? "?" : argument.entity.id);
      if (argument.span && &argument == &event.arguments.front()) {
        all += " (" + document.text.substr(argument.span->begin, argument.span->end - argument.span->begin) + ")";
      }
    }
  }
  return all;
}

TEST(Pairs, NamedTogetherBefore) {
  EXPECT_EQ(sides("ar", "agreement", "اجتمع مسؤولون من مصر والسودان. ووقّع البلدان اتفاقا أمس الثلاثاء."), "EG (البلدان) SD");
  EXPECT_EQ(sides("en", "agreement", "Relations between Kenya and Uganda have improved. The two countries signed an agreement on Tuesday."),
            "KE (two countries) UG");
}

TEST(Pairs, TheSidesOfTheEventBefore) {
  EXPECT_EQ(sides("ar", "agreement", "التقى عبد الفتاح السيسي قيس سعيد في القاهرة الاثنين. ووقع الطرفان اتفاقا الثلاثاء."),
            "abdel_fattah_al_sisi (الطرفان) kais_saied");
  EXPECT_EQ(sides("en", "agreement", "Kenya met Uganda on Monday. Both sides signed an agreement on Tuesday."), "KE (Both sides) UG");
}

// Who only comments is not meant where anybody else may be.
TEST(Pairs, NotThoseWhoComment) {
  EXPECT_EQ(sides("ar", "meeting", "قطعت السعودية علاقاتها مع إيران في 2016. ورحب العراق وسلطنة عمان بالاتفاق الثلاثاء. وعقد البلدان محادثات الثلاثاء."), "SA (البلدان) IR");
}

TEST(Pairs, NobodyWhoDoesNotFit) {
  EXPECT_EQ(sides("en", "agreement", "The two countries signed an agreement on Tuesday."), "? (two countries)");
  EXPECT_EQ(sides("en", "agreement", "Kenya, Uganda and Chad are neighbours. The two countries signed an agreement on Tuesday."), "? (two countries)");
  EXPECT_EQ(sides("en", "agreement", "Vladimir Putin and Xi Jinping are friends. The two countries signed an agreement on Tuesday."), "? (two countries)");
}

// A relative pronoun goes with a name of its gender.
TEST(Relative, GoesWithItsOwn) {
  EXPECT_EQ(sides("ar", "statement", "وجرى التوقيع أمام الرئيس الكيني وليام روتو، الرئيس الدوري لمجموعة شرق إفريقيا، الذي قال الاثنين إن السلام ممكن."),
            "william_ruto (الرئيس الكيني وليام روتو)");
  EXPECT_EQ(sides("ar", "statement", "انتقده حزب العدالة والتنمية الذي قال الاثنين إن السلام ممكن."), "akp (حزب العدالة والتنمية)");
}

// A city gives a summit its place, not its organisation.
TEST(Gathering, IsNotOfACity) {
  EXPECT_EQ(sides("en", "summit", "ASEAN leaders approved it at the Phnom Penh summit of November 2022."), "");
}

// Who joins joins what the first sentence is about, not what was named more often since.
TEST(Topic, IsInTheFirstSentence) {
  EXPECT_EQ(sides("en", "membership", "The SCO met in Astana. It grew out of the Shanghai Five. The Shanghai Five had no charter. India joined in June 2017."),
            "IN (India) sco");
}

}  // namespace
}  // namespace tarikh
