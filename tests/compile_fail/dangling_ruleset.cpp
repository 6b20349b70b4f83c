// An Extractor keeps a reference to its rules: it does not take rules that die with the statement.
#include "tarikh/extractor.h"

tarikh::Extractor make(tarikh::Ruleset& rules) {
#if MISUSE
  return tarikh::Extractor(std::move(rules));
#else
  return tarikh::Extractor(rules);
#endif
}
