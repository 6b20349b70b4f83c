#include "timex/tagger.h"

#include "timex/matcher.h"
#include "timex/resolver.h"

namespace tarikh::timex {
namespace {

// The matches that lost at one token.
std::vector<Rejected> losers(const Contest& contest) {
  std::vector<Rejected> rejected;
  for (const Contest::Attempt& attempt : contest.attempts) {
    if (attempt.rule == contest.winner && attempt.last == contest.last) continue;
    std::string why = "what stands beside the words rules it out";
    if (attempt.fits && attempt.last < contest.last) why = "a longer match is taken";
    if (attempt.fits && attempt.last == contest.last) why = "the rule that is taken stands before it";
    rejected.push_back({attempt.span, attempt.rule, {}, {}, std::move(why)});
  }
  return rejected;
}

void report(const std::vector<Contest>& contests, Derivations& why) {
  for (const Contest& contest : contests) {
    std::vector<Rejected> rejected = losers(contest);
    if (contest.first_found < contest.last_found) {
      std::vector<Rejected>& own = why.expressions[contest.first_found].rejected;
      own.insert(own.end(), rejected.begin(), rejected.end());
    } else {
      const Span span = contest.winner != kNoRule ? contest.span : contest.attempts.front().span;
      why.left_alone.push_back({span, contest.winner, std::move(rejected)});
    }
  }
}

}  // namespace

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
                     std::optional<date::sys_days> dct, std::vector<Timex>& out, Derivations* why) {
  scratch_->found.clear();
  if (why == nullptr) {
    scratch_->matcher.run(tokens, analyzer, cache, scratch_->found);
    scratch_->resolver.run(tokens, analyzer, cache, dct, scratch_->found, out);
    return;
  }
  *why = {};
  std::vector<Contest> contests;
  scratch_->matcher.run(tokens, analyzer, cache, scratch_->found, &contests);
  scratch_->resolver.run(tokens, analyzer, cache, dct, scratch_->found, out, &why->expressions);
  report(contests, *why);
}

}  // namespace tarikh::timex
