// Every `example` and `reject` of the shipped rules, and what the rule compiler says about bad files.
#include <gtest/gtest.h>

#include "unit/timex/time_fixture.h"

namespace tarikh::timex {
namespace {

void run_examples(Tagging& tagging, std::size_t at_least) {
  ASSERT_EQ(tagging.error, "");
  EXPECT_GE(tagging.rules->example_count(), at_least);
  for (const ExampleFailure& f : tagging.rules->run_examples(tagging.lexicon)) {
    ADD_FAILURE() << f.file << ":" << f.line << ": " << f.text << "\n  want " << f.want << "\n  have " << f.have;
  }
}

TEST(TimeExamples, Arabic) { run_examples(arabic(), 100); }
TEST(TimeExamples, English) { run_examples(english(), 80); }

TEST(TimeExamples, OneFileAlone) {
  EXPECT_TRUE(arabic().rules->run_examples(arabic().lexicon, "ar/no-such.rules").empty());
}

std::string error_of(const std::string& rules) {
  rules::Lexicon lexicon("en");
  rules::RuleTable table;
  const std::vector<RuleSource> sources{{"en/time.lex", "lexicon month\n  5  May\n"}, {"en/time.rules", rules}};
  const Result<TimeRules> compiled = TimeRules::compile(lexicon, sources, table);
  return compiled ? "" : compiled.error().to_string();
}

struct BadRule {
  const char* text;
  const char* message;
};

TEST(TimeRuleFiles, SayWhatIsWrongAndWhere) {
  const BadRule rows[] = {
      {"rule a\n  match <mnth>\n  example \"May\" -> \"May\" = X\n", "en/time.rules:2: unknown class <mnth>; did you mean 'month'?"},
      {"rule a\n  match <month\n  example \"x\" -> \"x\" = X\n", "en/time.rules:2: '>' is missing"},
      {"rule a\n  match [<month>\n  example \"x\" -> \"x\" = X\n", "en/time.rules:2: ']' is missing"},
      {"rule a\n  match <month> )\n  example \"x\" -> \"x\" = X\n", "en/time.rules:2: ')' is one too many"},
      {"rule a\n  match $day\n  example \"x\" -> \"x\" = X\n", "en/time.rules:2: unknown macro $day"},
      {"rule a\n  match <month> @colour=3\n  example \"x\" -> \"x\" = X\n", "en/time.rules:2: '@' needs field=number"},
      {"rule a\n  match <month moth>\n  example \"x\" -> \"x\" = X\n", "en/time.rules:2: unknown field 'moth'; did you mean 'month'?"},
      {"rule a\n  value date\n  example \"x\" -> \"x\" = X\n", "en/time.rules:1: the rule has no 'match'"},
      {"rule a\n  match <month>\n  value date\n", "en/time.rules:1: the rule has no 'example'"},
      {"rule a\n  mach <month>\n", "en/time.rules:2: unknown keyword 'mach'; did you mean 'match'?"},
      {"rule a\n  match <month>\n  value date colour=2\n", "en/time.rules:3: 'colour=2' is neither a kind nor field=number"},
      {"lexicon unit\n  4 day\n  5 day\n", "en/time.rules:3: 'day' has two values in <unit>"},
      {"macro m $m\n", "en/time.rules:1: unknown macro $m"},
      {"mro m\n", "en/time.rules:1: unknown keyword 'mro'"},
  };
  for (const BadRule& row : rows) {
    EXPECT_EQ(error_of(row.text).substr(0, std::string_view(row.message).size()), row.message) << row.text;
  }
  EXPECT_EQ(error_of("rule a\n  match <month>\n  value date\n  example \"May\" -> \"May\" = XXXX-05\n"), "");
}

TEST(TimeRuleFiles, AFailingExampleIsReportedAtItsLine) {
  rules::Lexicon lexicon("en");
  rules::RuleTable table;
  const std::vector<RuleSource> sources{
      {"en/time.rules", "lexicon month\n  5  May\nrule a\n  match <month>\n  value date\n  example \"May\" -> \"May\" = XXXX-06\n"
                        "  reject \"in May\"\n  example \"broken\n"}};
  Result<TimeRules> compiled = TimeRules::compile(lexicon, sources, table);
  ASSERT_TRUE(compiled) << compiled.error().to_string();
  const std::vector<ExampleFailure> failures = compiled->run_examples(lexicon);
  ASSERT_EQ(failures.size(), 3U);
  EXPECT_EQ(failures[0].line, 6);
  EXPECT_EQ(failures[0].want, "\"May\" = XXXX-06");
  EXPECT_EQ(failures[0].have, "\"May\" = XXXX-05");
  EXPECT_EQ(failures[1].want, "nothing");
  EXPECT_EQ(failures[2].line, 8);
}

}  // namespace
}  // namespace tarikh::timex
