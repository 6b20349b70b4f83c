// Resolution: DCT, tense, ranges, narrative, what stays open, what contradicts itself.
#include <gtest/gtest.h>

#include "unit/timex/time_fixture.h"

namespace tarikh::timex {
namespace {

struct Row {
  const char* text;
  const char* dct;
  const char* want;
};

void expect_readings(Tagging& tagging, std::span<const Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(tagging.read(row.text, row.dct), row.want) << row.text << " at " << row.dct;
}

TEST(TimeResolution, TenseChoosesTheSide) {
  const Row rows[] = {{"He arrived on Friday", "2024-07-04", "Friday=2024-06-28"},
                      {"He will arrive on Friday", "2024-07-04", "Friday=2024-07-05"},
                      {"He arrived on Thursday", "2024-07-04", "Thursday=2024-07-04"},
                      {"He will arrive on Thursday", "2024-07-04", "Thursday=2024-07-11"},
                      {"Leaders seek an accord as they meet on Thursday", "2024-07-04", "Thursday=2024-07-04"},
                      {"The minister will speak at 12.30. 09:40 The doors open.", "2024-07-04", "09:40=T09:40"},
                      {"He will arrive next Thursday", "2024-07-04", "next Thursday=2024-07-11"},
                      {"It opened in March", "2024-02-10", "March=2023-03"},
                      {"It will open in March", "2024-02-10", "March=2024-03"},
                      {"This is a chance to shine before the party congress in October", "2022-09-16", "October=2022-10"},
                      {"The term ends on 1 August", "2024-07-04", "1 August=2024-08-01"}};
  expect_readings(english(), rows);
  const Row arabic_rows[] = {{"وصل الوفد الجمعة", "2024-07-04", "الجمعة=2024-06-28"},
                             {"هذه فرصة قبل مؤتمر الحزب الحاكم في أكتوبر", "2022-09-16", "أكتوبر=2022-10"},
                             {"سيجتمع الوفد الجمعة", "2024-07-04", "الجمعة=2024-07-05"},
                             {"من المقرر أن يصل في 2 يناير", "2024-07-04", "2 يناير=2025-01-02"},
                             {"كان وصل في 2 سبتمبر", "2024-07-04", "2 سبتمبر=2023-09-02"}};
  expect_readings(arabic(), arabic_rows);
}

TEST(TimeResolution, WithoutADctNothingIsGuessed) {
  const Row rows[] = {{"He arrived on Thursday", "", "Thursday=XXXX-WXX-4"}, {"It met last week", "", "last week=XXXX-WXX"},
                      {"since last year", "", "last year=XXXX"},              {"on 4 July", "", "4 July=XXXX-07-04"},
                      {"yesterday", "", "yesterday=XXXX-XX-XX"},               {"on 4 July 2024", "", "4 July 2024=2024-07-04"},
                      {"Thursday night", "", "Thursday night=XXXX-WXX-4TNI"}};
  expect_readings(english(), rows);
}

TEST(TimeResolution, RangesShareMonthAndYear) {
  const Row rows[] = {{"from 28 to 30 June 2021", "", "28=2021-06-28; 30 June 2021=2021-06-30"},
                      {"November to February 2020", "", "November=2019-11; February 2020=2020-02"},
                      {"May 8-9, 2022", "", "May 8=2022-05-08; 9, 2022=2022-05-09"}};
  expect_readings(english(), rows);
  const std::vector<Timex> ends = english().tag("between 1998 and 2003");
  ASSERT_EQ(ends.size(), 2U);
  EXPECT_EQ(ends[0].begin_point, "1998");
  EXPECT_EQ(ends[0].end_point, "2003");
  EXPECT_EQ(ends[1].begin_point, "1998");
}

// Days counted from a month are lost in it; of many there is no telling.
TEST(TimeResolution, DaysCountedFromAMonthAreLostInIt) {
  const Row rows[] = {{"Officers took power in July 2023. Four days later they closed the border.", "2024-01-22", "July 2023=2023-07; Four days later=2023-07"},
                      {"They met on Monday.\n\nOfficers took power in July 2023. The same day they closed the border.", "2024-01-24", "Monday=2024-01-22; July 2023=2023-07; The same day=2023-07"},
                      {"Officers took power in July 2023. Three weeks later they closed the border.", "2024-01-22", "July 2023=2023-07; Three weeks later=XXXX-WXX"},
                      {"It was founded in 1949. Five months later it met.", "2024-01-22", "1949=1949; Five months later=XXXX-XX"},
                      {"It was founded in 1952. The following year it met.", "2024-01-22", "1952=1952; The following year=1953"},
                      {"They met on Monday and said prices rose in June. The next day they left.", "2024-07-04", "Monday=2024-07-01; June=2024-06; The next day=2024-07-02"}};
  expect_readings(english(), rows);
  const Row arabic_rows[] = {{"أطاح ضباط بالرئيس في يوليو 2023. وبعد أربعة أيام أغلقوا الحدود", "2024-01-22", "يوليو 2023=2023-07; بعد أربعة أيام=2023-07"},
                             {"اندلعت المعارك في أبريل من العام الماضي. وبعد ذلك بأسبوعين أعلنت الطوارئ، وفي الشهر التالي أغلقت الحدود", "2024-06-11", "أبريل من العام الماضي=2023-04; بعد ذلك بأسبوعين=XXXX-WXX; الشهر التالي=2023-05"}};
  expect_readings(arabic(), arabic_rows);
}

// What a relative clause tells does not take the text away from its day.
TEST(TimeResolution, ARelativeClauseIsAnAside) {
  const Row rows[] = {{"The senate voted on 3 July, a week after a coup in La Paz, where troops stormed the palace on 26 June. The next day he left.", "2024-07-09",
                       "3 July=2024-07-03; a week=P1W; 26 June=2024-06-26; The next day=2024-07-04"},
                      {"He won the election that was held on Sunday. The next day he left.", "2024-07-10", "Sunday=2024-07-07; The next day=2024-07-08"}};
  expect_readings(english(), rows);
  const Row arabic_rows[] = {{"وقال روته في برلين الخميس إنه سيلتقي ترامب الذي فاز في الانتخابات يوم الثلاثاء. والتقى في اليوم التالي المستشار", "2024-11-09",
                              "الخميس=2024-11-07; يوم الثلاثاء=2024-11-05; اليوم التالي=2024-11-08"}};
  expect_readings(arabic(), arabic_rows);
}

// «ملك» and «حلف» are nouns, not the verbs they are spelled like: what their sentence tells is not over.
TEST(TimeResolution, ANounSpelledLikeAPerfectTellsNoPast) {
  const Row arabic_rows[] = {{"يزور ملك الأردن واشنطن حيث يلتقي الرئيس الأمريكي الثلاثاء.", "2024-05-16", "الثلاثاء=2024-05-21"},
                             {"يجتمع وزراء حلف الناتو في بروكسل الثلاثاء.", "2024-05-16", "الثلاثاء=2024-05-21"},
                             {"ملك الشركة ثم باعها الثلاثاء.", "2024-05-16", "الثلاثاء=2024-05-14"}};
  expect_readings(arabic(), arabic_rows);
}

TEST(TimeResolution, TheSameNightIsTheLastNight) {
  const Row rows[] = {{"He greeted them on Thursday night. A spokesman confirmed it today. She greeted others the same night.", "2024-08-02",
                       "Thursday night=2024-08-01TNI; today=2024-08-02; the same night=2024-08-01TNI"}};
  expect_readings(english(), rows);
}

// What is told aside does not rule the year of a month; what goes on from it does.
TEST(TimeResolution, AnAsideDoesNotRuleTheYear) {
  const Row rows[] = {{"Tinubu, who scrapped the subsidy in May 2023, signed a law in July.", "2024-10-07", "May 2023=2023-05; July=2024-07"},
                      {"It was seized in May 2012; a judge ruled in September.", "2023-11-22", "May 2012=2012-05; September=2023-09"},
                      {"Leaders had endorsed it in August 2021. He was sworn in in October.", "2025-03-14", "August 2021=2021-08; October=2024-10"},
                      {"A lander set down in January 2024. Another one crashed on June 6.", "2025-12-05", "January 2024=2024-01; June 6=2025-06-06"},
                      {"The miners left in 1942 and returned in 1946. Others left in 1957, 1968 and 1985. The carpenters left in March 2001. He takes office on January 20.", "2025-01-09",
                       "1942=1942; 1946=1946; 1957=1957; 1968=1968; 1985=1985; March 2001=2001-03; January 20=2025-01-20"},
                      {"It won independence in May 1993 after a referendum in April.", "2018-09-17", "May 1993=1993-05; April=1993-04"},
                      {"It was barred in 1999, and again in November 2007, when he declared a state of emergency. It was let back the following May.", "2023-09-19",
                       "1999=1999; November 2007=2007-11; the following May=2008-05"}};
  expect_readings(english(), rows);
  const Row arabic_rows[] = {{"وكان قد حل البرلمان في يناير 2020 وصار يحكم بمراسيم. وخطفت عصابة عشرة أشخاص في أبريل.", "2021-07-08", "يناير 2020=2020-01; أبريل=2021-04"},
                             {"وأقروا التأجيل في 20 أكتوبر 2018، وهو اليوم الذي اعترفوا فيه. وفرضت عقوبات في 15 نوفمبر من ذلك العام.", "2019-12-23",
                              "20 أكتوبر 2018=2018-10-20; 15 نوفمبر من ذلك العام=2018-11-15"},
                             {"وحكم بالمراسيم منذ حل البرلمان في يناير 2020، واتهم خصومه في السابع من فبراير.", "2021-07-08", "يناير 2020=2020-01; السابع من فبراير=2021-02-07"},
                             {"وتعتزم الجامعة العربية عقد اجتماع طارئ السبت.", "2019-10-10", "السبت=2019-10-12"},
                             {"وهيمنت الجبهة على البلاد حتى وصول آبي أحمد إلى السلطة في أبريل 2018. ونظم الإقليم انتخابات في سبتمبر.", "2020-11-12", "أبريل 2018=2018-04; سبتمبر=2020-09"},
                             {"وأعفى في أكتوبر تشرين الأول ثلاثة من أعضاء اللجنة.", "2021-11-19", "أكتوبر تشرين الأول=2021-10"}};
  expect_readings(arabic(), arabic_rows);
}

TEST(TimeResolution, NamesJoinedByAndAreNoClauses) {
  const Row rows[] = {{"The deal signed between Ethiopia and Somaliland on January 1 violates the law.", "2024-01-25", "January 1=2024-01-01"}};
  expect_readings(english(), rows);
}

TEST(TimeResolution, ANarrativeKeepsItsYear) {
  const Row rows[] = {
      {"On 5 May 1949 it was founded. On 7 August it first met.", "2022-03-16", "5 May 1949=1949-05-05; 7 August=1949-08-07"},
      {"On 14 October 2020 talks began. In early July a ship left.", "2022-10-28", "14 October 2020=2020-10-14; early July=2022-07"},
      {"On 5 May 1949 it was founded.\nOn 7 March it was suspended.", "2022-03-16", "5 May 1949=1949-05-05; 7 March=2022-03-07"}};
  expect_readings(english(), rows);
}

TEST(TimeResolution, ImpossibleAndContradictoryDatesAreToldNotHidden) {
  const std::vector<Timex> impossible = english().tag("on 29 February 2015");
  ASSERT_EQ(impossible.size(), 1U);
  EXPECT_FALSE(impossible[0].date);
  EXPECT_NE(impossible[0].note, "");
  const std::vector<Timex> contradiction = english().tag("on Monday, July 4, 2024");
  ASSERT_EQ(contradiction.size(), 1U);
  EXPECT_EQ(contradiction[0].value, "2024-07-04");
  EXPECT_EQ(contradiction[0].note, "2024-07-04 is a Thursday");
}

TEST(TimeResolution, SaysWhatWasStated) {
  const std::vector<Timex> stated = english().tag("on 4 July 2024", "2024-07-05");
  ASSERT_TRUE(stated.size() == 1 && stated[0].date);
  EXPECT_EQ(stated[0].date->known, Known::stated);
  EXPECT_EQ(stated[0].resolution, Resolution::explicit_);
  const std::vector<Timex> inferred = english().tag("on Thursday", "2024-07-05");
  ASSERT_TRUE(inferred.size() == 1 && inferred[0].date);
  EXPECT_EQ(inferred[0].date->known, Known::inferred);
  EXPECT_EQ(inferred[0].resolution, Resolution::dct);
}

TEST(TimeResolution, DurationsSetsAndVagueOnes) {
  const Row rows[] = {{"for an hour and a half", "", "an hour and a half=PT1H30M"},
                      {"for more than two decades", "", "more than two decades=P2DE"},
                      {"every other week", "", "every other week=P2W"},
                      {"in recent years", "2024-07-04", "recent years=PAST_REF"},
                      {"over the last two weeks", "2024-07-04", "the last two weeks=P2W"}};
  expect_readings(english(), rows);
  const std::vector<Timex> last = english().tag("over the last two weeks", "2024-07-04");
  ASSERT_EQ(last.size(), 1U);
  EXPECT_EQ(last[0].begin_point, "2024-W25");
  EXPECT_EQ(last[0].end_point, "2024-W26");
  const std::vector<Timex> since = arabic().tag("يحكم منذ 30 عاما", "2024-07-04");
  ASSERT_EQ(since.size(), 1U);
  EXPECT_EQ(since[0].begin_point, "1994");
  EXPECT_EQ(since[0].end_point, "2024-07-04");
}

}  // namespace
}  // namespace tarikh::timex
