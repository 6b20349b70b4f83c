#include "model/skeleton.h"

#include <gtest/gtest.h>

namespace tarikh::model {
namespace {

TEST(Skeleton, OneNameInTwoAlphabets) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Mohammed al-Jaber", "محمد آل جابر"},
      {"Muhammad Al Jabir", "محمد الجابر"},
      {"Abdel Fattah Soliman", "عبد الفتاح سليمان"},
      {"Hossein Amir-Abdollahian", "حسين أمير عبد اللهيان"},
      {"Geir Pedersen", "غير بيدرسون"},
      {"Khalid bin Salim Qasimi", "خالد بن سالم القاسمي"},
      {"Marta Lindqvist", "مارتا ليندكفيست"},
      {"Raúl Velasco", "راؤول بيلاسكو"},
      {"Christian Lindner", "كريستيان ليندنر"},
      {"Michael Charlton", "مايكل تشارلتون"},
      {"Marko Radovic", "ماركو رادوفيتش"},
      {"Eric Williams", "إريك وليامز"},
  };
  for (const auto& [latin, arabic] : rows) {
    EXPECT_EQ(skeleton(latin), skeleton(arabic)) << latin;
    EXPECT_NE("", skeleton(latin)) << latin;
  }
}

TEST(Skeleton, TellsPeopleApart) {
  EXPECT_NE(skeleton("Mohammed al-Jaber"), skeleton("محمد الجبوري"));
  EXPECT_NE(skeleton("Khaled Salem"), skeleton("خالد سليمان"));
  EXPECT_NE(skeleton("Nadia Haddad"), skeleton("نادية حداد الكبير"));
}

TEST(Skeleton, NothingToGoBy) {
  for (const std::string_view name : {"", "Pedersen", "محمد", "Li Yu", "Мария Иванова", "\xD9", "\xFF\xFE \xFF", "bin al"}) EXPECT_EQ("", skeleton(name)) << name;
}

}  // namespace
}  // namespace tarikh::model
