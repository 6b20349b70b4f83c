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

}  // namespace
}  // namespace tarikh
