// Who is meant: names, offices on a day, short names, descriptions. Seen through the public door, with the shipped names.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

// "words=id" of every mention, in text order.
std::vector<std::string> mentions(std::string_view language, std::string_view text, std::string_view dct = "2024-07-04") {
  Document document;
  document.language = language;
  document.text = text;
  document.dct = parse_iso_day(dct);
  std::vector<std::string> found;
  for (const Mention& m : Extractor(builtin_rules()).extract(document).mentions) {
    found.push_back(document.text.substr(m.span.begin, m.span.end - m.span.begin) + "=" + m.entity.id);
  }
  return found;
}

bool has(const std::vector<std::string>& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); }

TEST(Entities, OfficeNisbaAndNameAreOneMention) {
  EXPECT_TRUE(has(mentions("ar", "وصل الرئيس الروسي فلاديمير بوتين."), "الرئيس الروسي فلاديمير بوتين=vladimir_putin"));
  EXPECT_TRUE(has(mentions("en", "Former French President Nicolas Sarkozy spoke."), "Former French President Nicolas Sarkozy=nicolas_sarkozy"));
}

TEST(Entities, AnOfficeMeansItsHolderOnTheDay) {
  EXPECT_TRUE(has(mentions("en", "The French president spoke.", "2010-03-01"), "French president=nicolas_sarkozy"));
  EXPECT_TRUE(has(mentions("en", "The French president spoke.", "2019-03-01"), "French president=emmanuel_macron"));
}

TEST(Entities, NamesAtTheStartOfAParagraphAreFound) {
  EXPECT_TRUE(has(mentions("en", "It rained.\n\nFrance agreed."), "France=FR"));
}

TEST(Entities, TheFullNameOfTheTextOwnsTheShortName) {
  EXPECT_TRUE(has(mentions("ar", "انتخب جوزاف عون. وقال عون إن الدولة قادرة.", "2025-01-10"), "عون=joseph_aoun"));
}

TEST(Entities, AcronymsAreCapitals) {
  EXPECT_FALSE(has(mentions("en", "The man who left said so."), "who=who"));
  EXPECT_TRUE(has(mentions("en", "The WHO said so."), "WHO=who"));
}

TEST(Entities, UnknownPeopleAreBuiltFromWhatStandsAroundThem) {
  const std::vector<std::string> found = mentions("en", "Estonian Culture Minister Quorbin Zeltavo spoke.");
  EXPECT_TRUE(std::ranges::any_of(found, [](const std::string& m) { return m.find("Quorbin Zeltavo=x:") != std::string::npos; }));
}

TEST(Entities, UnknownNamesAreToldByTheWordsBesideThem) {
  EXPECT_TRUE(has(mentions("en", "The oceans minister, Quorbin Zeltavo, told the chamber."), "Quorbin Zeltavo=x:quorbin zeltavo"));
  EXPECT_TRUE(has(mentions("en", "Quorbin Zeltavo, a historian at Leeds, said so."), "Quorbin Zeltavo=x:quorbin zeltavo"));
  EXPECT_TRUE(has(mentions("en", "Quorbin Zeltavo, a miner, left. Zeltavo said so."), "Zeltavo=x:quorbin zeltavo"));
  EXPECT_FALSE(has(mentions("en", "They sold Quorbin Zeltavo cheaply."), "Quorbin Zeltavo=x:quorbin zeltavo"));
  EXPECT_TRUE(has(mentions("en", "The Quorbin Tribunal ruled."), "Quorbin Tribunal=x:quorbin tribunal"));
  EXPECT_TRUE(has(mentions("en", "The union, FIPQOR, demanded talks."), "FIPQOR=x:fipqor"));
}

TEST(Entities, ANameThatBeginsWithAnAdjectiveIsWhole) {
  EXPECT_TRUE(has(mentions("en", "New Zealand's parliament passed a law."), "New Zealand's parliament=NZ.parliament"));
}

TEST(Entities, QuotationMarksBelongToTheName) {
  EXPECT_TRUE(has(mentions("ar", "شن مقاتلو «حماس» هجوما."), "مقاتلو=hamas"));
  const std::vector<std::string> found = mentions("ar", "بين إسرائيل وحركة «حماس» هدنة.");
  EXPECT_EQ((std::vector<std::string>{"إسرائيل=IL", "حماس=hamas"}), found);
}

TEST(Entities, AnAcronymThatIsSpokenHasOneCapital) {
  EXPECT_TRUE(has(mentions("en", "Unesco said so."), "Unesco=unesco"));
  EXPECT_TRUE(has(mentions("en", "Congo left Opec."), "Opec=opec"));
  EXPECT_FALSE(has(mentions("en", "Swift answers help."), "Swift=swift"));
}

TEST(Entities, APossessiveBeforeTheNameBelongsToIt) {
  const std::vector<std::string> found = mentions("en", "Trump met Brazil's Luiz Inacio Lula da Silva and Turkey's Hakan Fidan.", "2025-10-27");
  EXPECT_TRUE(has(found, "Brazil's Luiz Inacio Lula da Silva=luiz_inacio_lula_da_silva"));
  EXPECT_TRUE(has(found, "Turkey's Hakan Fidan=hakan_fidan"));
}

TEST(Entities, ATitleThatIsPartOfTheName) {
  EXPECT_TRUE(has(mentions("en", "Saudi Arabia's King Salman spoke."), "Saudi Arabia's King Salman=king_salman"));
  EXPECT_FALSE(has(mentions("en", "Jordan's King Abdullah spoke.", "2010-03-01"), "Jordan's King Abdullah=king_abdullah_saudi"));
}

TEST(Entities, ActorsWithoutANameTakePart) {
  EXPECT_TRUE(has(mentions("ar", "أنهى أطباء المستشفيات الحكومية الإضراب."), "أطباء المستشفيات الحكومية="));
  EXPECT_TRUE(has(mentions("en", "Protesters stormed the palace."), "Protesters="));
  EXPECT_TRUE(has(mentions("en", "The committee met."), "committee="));
  EXPECT_FALSE(has(mentions("en", "A committee met."), "committee="));
  // With an owner it is the owner who acts.
  EXPECT_FALSE(has(mentions("en", "Israeli soldiers left."), "soldiers="));
}

TEST(Entities, ActorsOfSomebodyHaveAnOwner) {
  EXPECT_TRUE(has(mentions("ar", "نددت السفارة الفرنسية بالهجوم."), "السفارة=FR.embassy"));
  EXPECT_TRUE(has(mentions("ar", "نددت سفارة الهند بالهجوم."), "سفارة=IN.embassy"));
  EXPECT_TRUE(has(mentions("ar", "نددت سفارة الهند بالهجوم."), "الهند=IN"));
  // A plural that keeps its ending has no owner behind it.
  EXPECT_TRUE(has(mentions("ar", "هاجم مسلحون نيامي."), "مسلحون="));
  // What such a body is called after is no owner but its name.
  EXPECT_TRUE(has(mentions("ar", "نددت منظمة ميركوسور بالهجوم."), "منظمة ميركوسور=mercosur"));
  EXPECT_TRUE(has(mentions("ar", "وقال مركز رصد الزلازل إن الهزة خفيفة."), "مركز رصد الزلازل="));
  EXPECT_TRUE(has(mentions("ar", "وطالبت 17 كتلة معارضة باستقالته."), "كتلة="));
}

TEST(Entities, TitlesHaveAComplement) {
  EXPECT_TRUE(has(mentions("ar", "وهدد رئيس بلدية المدينة بالاستقالة."), "رئيس بلدية المدينة="));
  EXPECT_TRUE(has(mentions("ar", "وأكد محامي حزب العمال أن الحكم باطل."), "محامي حزب العمال="));
  EXPECT_FALSE(has(mentions("ar", "اليونان عضو في الاتحاد."), "عضو في الاتحاد="));
}

TEST(Entities, UnknownWordsBesideVerbsAboutPeopleAreAName) {
  EXPECT_TRUE(has(mentions("ar", "وقال هوسيا موباندا إن الوضع خطير."), "هوسيا موباندا=x:هوسيا موباندا"));
  EXPECT_TRUE(has(mentions("ar", "هوسيا موباندا قالت إن الوضع خطير."), "هوسيا موباندا=x:هوسيا موباندا"));
  EXPECT_FALSE(has(mentions("ar", "نبتت هوسيا موباندا."), "هوسيا موباندا=x:هوسيا موباندا"));
}

TEST(Entities, TheCountryIsTheOneTheTextIsAbout) {
  EXPECT_TRUE(has(mentions("ar", "وقع انقلاب في النيجر. وأغلق الجيش حدود البلاد."), "البلاد=NE"));
  EXPECT_FALSE(has(mentions("ar", "وقع انقلاب في النيجر. واسم بلاد الشام قديم."), "بلاد=NE"));
}

TEST(Entities, FloodsAreNoCity) {
  EXPECT_FALSE(has(mentions("ar", "جرفت سيول غزيرة قرية."), "سيول=KR"));
  EXPECT_TRUE(has(mentions("ar", "رحبت سيول بالقرار."), "سيول=KR"));
}

TEST(Entities, BodiesWithoutAnArticleBelongToTheirNisba) {
  EXPECT_TRUE(has(mentions("ar", "برأت محكمة تونسية الناشط."), "محكمة تونسية=TN.court"));
  EXPECT_TRUE(has(mentions("ar", "أضربت نقابة عمال الموانئ الكندية."), "نقابة عمال الموانئ=CA.trade_union"));
  EXPECT_TRUE(has(mentions("ar", "وافقت لجنة حقوق المرأة."), "لجنة حقوق المرأة="));
}

TEST(Entities, PrepositionsBeginNoName) {
  EXPECT_TRUE(has(mentions("ar", "أحيل رئيس الأركان إلى التقاعد."), "رئيس الأركان="));
}

TEST(Entities, ATitleGoesOnToTheName) {
  EXPECT_TRUE(has(mentions("ar", "وقال ممثل المفوضية في نواكشوط محمد العلمي إن المخيم ممتلئ."), "ممثل المفوضية في نواكشوط محمد العلمي=x:محمد العلمي"));
  EXPECT_TRUE(has(mentions("ar", "وقال المتحدث باسم وزارة الموارد المائية محمد غانم إن السد ممتلئ."), "المتحدث باسم وزارة الموارد المائية محمد غانم=x:محمد غانم"));
  EXPECT_TRUE(has(mentions("ar", "أقال الملك مدير شرطة المحافظة عباس ناجي."), "مدير شرطة المحافظة عباس ناجي=x:عباس ناجي"));
  EXPECT_TRUE(has(mentions("ar", "واتهم رئيس الهيئة التنفيذية في حركة أمل مصطفى الفوعاني الحكومة."), "رئيس الهيئة التنفيذية في حركة أمل مصطفى الفوعاني=x:مصطفي الفوعاني"));
  EXPECT_TRUE(has(mentions("ar", "أمر مفوض الحكومة لدى المحكمة العسكرية القاضي فادي عقيقي بالتحقيق."), "مفوض الحكومة لدى المحكمة العسكرية القاضي فادي عقيقي=x:فادي عقيقي"));
  EXPECT_TRUE(has(mentions("ar", "أطاح ضباط بالرئيس محمد بازوم."), "الرئيس محمد بازوم=mohamed_bazoum"));
  EXPECT_TRUE(has(mentions("ar", "التقى وزير الخارجية في القاهرة محمد بن سلمان.", "2024-06-05"), "محمد بن سلمان=mohammed_bin_salman"));
  EXPECT_TRUE(has(mentions("en", "Rabuka toppled prime minister Zimoci Bavadrax."), "prime minister Zimoci Bavadrax=x:zimoci bavadrax"));
}

TEST(Entities, ActorsWithoutANameAreNotOpaque) {
  Document document;
  document.language = "en";
  document.text = "Lawmakers voted on Monday to impeach the president.";
  document.dct = parse_iso_day("2022-03-08");
  EXPECT_FALSE(Extractor(builtin_rules()).extract(document).events.empty());
}

}  // namespace
}  // namespace tarikh
