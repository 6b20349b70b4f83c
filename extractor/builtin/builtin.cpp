// The shipped rules, compiled when the program was built.
#include "embedded_image.h"
#include "data/compiled.h"

namespace tarikh {

const Ruleset& builtin_rules() {
  // Never destroyed: taking apart hundreds of thousands of small pieces would only delay the end of the process.
  static const Ruleset& rules = *new Ruleset(CompiledRules::from_image(builtin::embedded_image().front().bytes));
  return rules;
}

}  // namespace tarikh
