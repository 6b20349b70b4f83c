#include "conflict/quantities.h"

#include <gtest/gtest.h>

namespace tarikh::conflict {
namespace {

std::string shown(const std::optional<Quantity>& quantity) { return quantity ? quantity->shown : ""; }

// killed, injured, missing: "12 30 -".
std::string casualties(std::string_view sentence) {
  std::string all;
  for (const DoubtKind kind : {DoubtKind::killed, DoubtKind::injured, DoubtKind::missing}) {
    const std::string number = shown(read_casualties(sentence, kind));
    all += (all.empty() ? "" : " ") + (number.empty() ? "-" : number);
  }
  return all;
}

TEST(Quantities, Casualties) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"12 people were killed and 30 were injured.", "12 30 -"},
      {"The blast killed 12 people and injured 30 others.", "12 30 -"},
      {"The blast killed at least twelve, wounding about 1,200.", ">=12 ~1200 -"},
      {"More than 3 thousand people were killed.", ">=3000 - -"},
      {"The quake left up to 40 dead; seven are missing.", "<=40 - 7"},
      {"The death toll rose to 45 on Friday.", "45 - -"},
      {"The quake left 40 dead, 3 missing.", "40 - 3"},
      {"He was killed 12 days ago.", "- - -"},
      {"He was killed in 2023.", "- - -"},
      {"Dozens were killed.", "- - -"},
      {"12 were killed in the north and 15 were killed in the south.", "- - -"},
      {"12 were killed, 12 dead in all.", "12 - -"},
      {"Two ministers visited 30 villages.", "- - -"},
      {"", "- - -"},
      {"أسفر الانفجار عن مقتل 12 شخصًا وإصابة 30 آخرين.", "12 30 -"},
      {"أسفر الانفجار عن ١٢ قتيلا و٣٠ جريحا.", "12 30 -"},
      {"سقط ما لا يقل عن 12 قتيلًا و3 مفقودين.", ">=12 - 3"},
      {"قُتل نحو 200 شخص.", "~200 - -"},
      {"ارتفع عدد القتلى إلى 45.", "45 - -"},
      {"مقتل ثلاثة جنود وجرح خمسة.", "3 5 -"},
      {"مقتل 3 آلاف شخص.", "3000 - -"},
      {"بلغ عدد القتلى 1,200.", "- - -"},
      {"قتل قبل 12 يوما.", "- - -"},
      {"عشرات القتلى.", "- - -"},
  };
  for (const auto& [sentence, want] : rows) EXPECT_EQ(want, casualties(sentence)) << sentence;
}

TEST(Quantities, Bounds) {
  const auto killed = [](std::string_view sentence) { return *read_casualties(sentence, DoubtKind::killed); };
  const Quantity twelve = killed("12 killed"), fifteen = killed("15 killed"), at_least = killed("at least 12 killed"),
                 at_most = killed("up to 14 killed"), about = killed("about 100 killed"), near = killed("108 killed");
  EXPECT_FALSE(twelve.fits(fifteen));
  EXPECT_TRUE(at_least.fits(fifteen));
  EXPECT_TRUE(at_least.fits(twelve));
  EXPECT_FALSE(at_most.fits(fifteen));
  EXPECT_TRUE(about.fits(near));
  EXPECT_FALSE(about.fits(twelve));
}

TEST(Quantities, Ordinals) {
  const std::tuple<std::string_view, std::string_view, std::string_view> rows[] = {
      {"Belarus became the tenth member of the body.", "member", "10"},
      {"Belarus became the 10th full member.", "member", "10"},
      {"Belarus became a member on the fourth.", "member", ""},
      {"The 32nd summit was held.", "summit", "32"},
      {"The first day, a summit was held.", "summit", ""},
      {"أصبحت بيلاروسيا العضو العاشر في المنظمة", "عضو", "10"},
      {"القمة العربية الثانية والثلاثون", "قمة", "32"},
      {"القمة الحادية عشرة", "قمة", "11"},
      {"القمة العشرون", "قمة", "20"},
      {"القمة العربية في جدة", "قمة", ""},
      {"القمة، الثانية هذا العام", "قمة", ""},
  };
  for (const auto& [sentence, trigger, want] : rows) EXPECT_EQ(want, shown(read_ordinal(sentence, sentence.find(trigger)))) << sentence;
  EXPECT_EQ("", shown(read_ordinal("tenth member", 99)));
}

}  // namespace
}  // namespace tarikh::conflict
