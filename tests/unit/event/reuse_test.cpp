// What an Extractor has read before changes nothing.
#include <gtest/gtest.h>

#include <string>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

std::string events(Extractor& extractor, const char* text) {
  Document document;
  document.language = "en";
  document.text = text;
  document.dct = parse_iso_day("2024-01-15");
  std::string all;
  for (const Event& event : extractor.extract(document).events) {
    all += event.type;
    for (const Argument& argument : event.arguments) all += " " + argument.entity.id;
    all += "; ";
  }
  return all;
}

TEST(Reuse, TheFirstWordOfAWorkerIsNoNumber) {
  const char* const text = "Washington imposed visa bans on 300 Guatemalans last month.";
  Extractor fresh(builtin_rules());
  Extractor used(builtin_rules());
  EXPECT_EQ(events(used, "Soldiers"), "");
  EXPECT_EQ(events(used, text), events(fresh, text));
}

// Constructions are looked for around a word: at the first and last word of a text there is nothing to look at.
TEST(Extraction, WordsAtTheEdgesOfATextAreReadLikeOthers) {
  for (const char* text : {", on Monday, said the minister.", "Planned for 2026, the election never came.", "off in 1981, and", ", off in 1981, and the vote", "closed since 2012",
                           "jailed since 2012, he", "غداة", "وغداة", "، في 6 مايو، استقال", "إلا في 1990", "المغلقة منذ 2012", "until 1990", "place since 2016"}) {
    Document document;
    document.text = text;
    document.dct = parse_iso_day("2024-06-15");
    EXPECT_NO_FATAL_FAILURE((void)Extractor(builtin_rules()).extract(document)) << text;
  }
}

}  // namespace
}  // namespace tarikh
