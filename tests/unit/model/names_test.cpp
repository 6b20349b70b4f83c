#include "model/names.h"

#include <gtest/gtest.h>

namespace tarikh::model {
namespace {

TEST(Names, Case) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {" United Nations ", "united nations"}, {"ÇAVUŞOĞLU", "çavuşoğlu"}, {"ŹŻ×", "źż×"}, {"ΑΩ Ж Ё", "αω ж ё"},
      {"منظمة", "منظمة"},                     {"\xC3", "\xC3"},           {"", ""},
  };
  for (const auto& [name, want] : rows) EXPECT_EQ(want, fold_case(name));
}

TEST(Names, OfPeopleInNoTableOneIsATransliteration) {
  EXPECT_EQ("en", transliterated_in("x:اوليغ نيكولينكو"));
  EXPECT_EQ("ar", transliterated_in("x:patricia bullrich"));
  EXPECT_EQ("", transliterated_in("vladimir_putin"));
  EXPECT_EQ("", transliterated_in("x:"));
  EXPECT_EQ("", transliterated_in(""));
}

}  // namespace
}  // namespace tarikh::model
