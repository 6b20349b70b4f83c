// The rules that the build compiled are those that the sources say.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

const Ruleset& compiled_now() {
  static const Ruleset rules = std::move(*compile_rules(builtin_sources()));
  return rules;
}

std::string read(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// All that an extraction says of its events, and by which rules.
std::string told(const Ruleset& rules, const Document& document) {
  std::ostringstream out;
  for (const Event& event : Extractor(rules).extract(document).events) {
    out << event.type << ' ' << event.trigger.begin << ' ' << rules.rule_name(event.rule) << ' ' << event.title_ar << ' ' << event.title_en << '\n';
  }
  return out.str();
}

TEST(Builtin, RulesOfTheImageAreThoseOfTheSources) {
  EXPECT_EQ(builtin_rules().fingerprint(), compiled_now().fingerprint());
  EXPECT_EQ(builtin_rules().example_count(), compiled_now().example_count());
  EXPECT_EQ(builtin_rules().event_types().size(), compiled_now().event_types().size());
  const auto entity = builtin_rules().entity("arab_league");
  ASSERT_TRUE(entity.has_value());
  EXPECT_EQ(entity->name_ar, "جامعة الدول العربية");
  EXPECT_EQ(builtin_rules().terms_of("vladimir_putin").size(), compiled_now().terms_of("vladimir_putin").size());
}

TEST(Builtin, ArticlesGiveTheSameEventsFromImageAndSources) {
  std::size_t events = 0;
  for (const auto& file : std::filesystem::directory_iterator(TARIKH_SOURCE_DIR "/docs/examples")) {
    const auto document = read_document(read(file.path()), {.name = file.path().filename().string()});
    if (!document) continue;
    const std::string want = told(compiled_now(), *document);
    EXPECT_EQ(told(builtin_rules(), *document), want) << file.path();
    events += want.empty() ? 0 : 1;
  }
  EXPECT_GT(events, 10U);
}

}  // namespace
}  // namespace tarikh
