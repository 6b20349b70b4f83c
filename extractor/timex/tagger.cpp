#include "timex/tagger.h"

#include "timex/matcher.h"
#include "timex/resolver.h"

namespace tarikh::timex {

struct TimeTagger::Scratch {
  Scratch(const TimeRules& rules, const rules::Lexicon& lexicon) : matcher(rules.grammar()), resolver(lexicon) {}
  Matcher matcher;
  Resolver resolver;
  std::vector<Found> found;
};

TimeTagger::TimeTagger(const TimeRules& rules, const rules::Lexicon& lexicon)
    : scratch_(std::make_unique<Scratch>(rules, lexicon)) {}
TimeTagger::~TimeTagger() = default;
TimeTagger::TimeTagger(TimeTagger&&) noexcept = default;
TimeTagger& TimeTagger::operator=(TimeTagger&&) noexcept = default;

void TimeTagger::tag(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
                     std::optional<date::sys_days> dct, std::vector<Timex>& out) {
  scratch_->found.clear();
  scratch_->matcher.run(tokens, analyzer, cache, scratch_->found);
  scratch_->resolver.run(tokens, analyzer, cache, dct, scratch_->found, out);
}

}  // namespace tarikh::timex
