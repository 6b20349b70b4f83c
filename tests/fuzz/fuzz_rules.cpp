// Rule files: the first byte chooses what kind of file the rest is. It compiles, or the error has a message.
#include <string_view>

#include "check.h"
#include "tarikh/ruleset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* kPaths[] = {"en/time.rules", "en/time.lex", "ar/events/visit.rules", "event_types.tsv",
                                    "gazetteer/people.tsv", "ar/language.conf"};
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const tarikh::RuleSource source{kPaths[data[0] % std::size(kPaths)], std::string(text)};
  const tarikh::Result<tarikh::Ruleset> rules = tarikh::compile_rules({&source, 1});
  if (!rules) FUZZ_CHECK(!rules.error().message.empty());
  return 0;
}
