#include "event/inheritance.h"

#include <algorithm>

namespace tarikh::event {
namespace {

constexpr std::uint32_t kOccasionReach = 25;  // tokens between an event and the occasion named for it
constexpr std::uint32_t kPassage = 8;         // sentences that a gathering stays the scene for
constexpr std::uint32_t kTalksPassage = 3;
constexpr std::uint32_t kLeadSentences = 3;
constexpr date::days kFreshDays{10};          // what lies farther back is told as history
constexpr date::days kNewsDays{3};            // from the reported event to its report

bool is_statement(const Draft& draft) { return draft.rule->type == "statement"; }
// What a body does where it meets: "took over the chair of the summit".
bool is_act_of_body(const Draft& draft) {
  const std::string& type = draft.rule->type;
  return type == "decision" || type == "membership" || type == "appointment" || type == "agreement" || type == "suspension";
}
bool is_gathering(const Draft& draft) { return draft.rule->occasion && (draft.rule->type == "summit" || draft.rule->type == "conference"); }
bool is_occasion(const Draft& draft) { return draft.rule->occasion && !is_statement(draft); }

const Draft& canonical(const std::vector<Draft>& drafts, std::uint32_t index) {
  return drafts[drafts[index].same_as == kNoIndex ? index : drafts[index].same_as];
}

bool is_day(const Draft& draft) {
  return draft.dating.date && draft.dating.date->granularity >= Granularity::day && !draft.dating.date->open_start && !draft.dating.date->open_end;
}

}  // namespace

const std::string& Inheritance::speaker(const Draft& draft) const {
  static const std::string kNobody;
  const Fill* fill = draft.first(Role::subject);
  return fill == nullptr ? kNobody : structure_.mentions()[fill->mention].actor.id;
}

bool Inheritance::shares_actor(const Draft& a, const Draft& b) const {
  return std::ranges::any_of(a.fills, [&](const Fill& x) {
    const std::string& id = structure_.mentions()[x.mention].actor.id;
    return !id.empty() && std::ranges::any_of(b.fills, [&](const Fill& y) { return structure_.mentions()[y.mention].actor.id == id; });
  });
}

// Whether the noun stands behind "during", "at", "in" (for utterances also "after").
bool Inheritance::placed_at(const Draft& occasion, bool or_after) const {
  for (std::uint32_t t = occasion.token, steps = 0; t-- > 0 && steps < 7; ++steps) {
    const std::uint64_t marks = structure_.info(t).marks;
    if (structure_.is_finite(t) || structure_.is_punctuation(t)) return false;
    if (structure_.info(t).inside_phrase) continue;
    const std::string_view word = structure_.word(t);
    if ((word == "of" || word == "من") && t > 0 && structure_.info(t - 1).timex >= 0) {  // "on the first day of the summit"
      return structure_.timexes()[static_cast<std::size_t>(structure_.info(t - 1).timex)].type == TimexType::date;
    }
    if ((marks & bit(Mark::occasion)) != 0 || word == "في" || word == "وفي" || word == "at" || word == "At" || word == "in" || word == "In") return true;
    if (or_after && (marks & bit(Mark::after)) != 0 && (marks & bit(Mark::time_since)) == 0) return true;
    if ((marks & bit(Mark::preposition)) != 0) return false;
  }
  return false;
}

// "Rebels said the truce – agreed at a summit last week – was over": an aside of what is said.
bool Inheritance::behind_dash(const Draft& draft, const Draft& other) const {
  const auto& tokens = structure_.tokens().tokens;
  bool inside = false;
  for (std::uint32_t t = std::min(draft.token, other.token); t < std::max(draft.token, other.token); ++t) {
    if (structure_.is_punctuation(t) && text::is_dash(tokens[t].value) && tokens[t].space_before) inside = !inside;
  }
  return inside;
}

// The gathering that the words place the draft at: "during the summit", "at the meeting", "following talks".
Inheritance::Occasion Inheritance::occasion_of(const std::vector<Draft>& drafts, std::uint32_t draft) const {
  const Draft& self = drafts[draft];
  std::uint32_t best = kNoIndex;
  std::uint32_t best_distance = kOccasionReach + 1;
  const auto visit = [&](std::uint32_t d) {
    const Draft& other = drafts[d];
    if (!is_occasion(other) || canonical(drafts, d).factuality == Factuality::denied) return;
    const std::uint32_t distance = other.token > self.token ? other.token - self.token : self.token - other.token;
    if (distance >= best_distance || !placed_at(other, is_statement(self)) || (is_statement(self) && behind_dash(self, other))) return;
    best = d;
    best_distance = distance;
  };
  for (std::uint32_t d = draft; d-- > 0 && drafts[d].sentence == self.sentence;) visit(d);
  for (std::uint32_t d = draft + 1; d < drafts.size() && drafts[d].sentence == self.sentence; ++d) visit(d);
  if (best == kNoIndex && draft > 0 && drafts[draft - 1].sentence == self.sentence && is_occasion(drafts[draft - 1])) {
    // "will travel to Paris on Friday, where he is to meet X"
    for (std::uint32_t t = drafts[draft - 1].token_end; t < self.token; ++t) {
      const std::string_view word = structure_.word(t);
      if (word == "where" || word == "حيث") best = draft - 1;
    }
  }
  if (best == kNoIndex) return {};
  const Edge edge = drafts[best].placed;
  if (drafts[best].same_as != kNoIndex) best = drafts[best].same_as;
  return best == draft ? Occasion{} : Occasion{.draft = best, .edge = edge};
}

// "The summit is his first visit since …": what is said to be the gathering is dated by it.
std::uint32_t Inheritance::equated(const std::vector<Draft>& drafts, std::uint32_t draft) const {
  constexpr std::uint32_t kBetween = 5;
  if (draft == 0 || drafts[draft].verbal) return kNoIndex;
  const Draft& before = drafts[draft - 1];
  if (!is_occasion(before) || before.sentence != drafts[draft].sentence || drafts[draft].token - before.token_end > kBetween) return kNoIndex;
  for (std::uint32_t t = before.token_end; t < drafts[draft].token; ++t) {
    const std::string_view word = structure_.word(t);
    if (word == "هي" || word == "هو" || word == "is" || word == "was" || word == "كانت" || word == "كان") {
      return before.same_as == kNoIndex ? draft - 1 : before.same_as;
    }
  }
  return kNoIndex;
}

// "وسيوقعان خلالها", "واجتمعت يومها بالرئيس": at what the text told last.
std::uint32_t Inheritance::referred_to(const std::vector<Draft>& drafts, std::uint32_t draft) const {
  constexpr std::uint32_t kBehind = 8;
  constexpr std::uint32_t kBack = 2;  // sentences
  const Draft& self = drafts[draft];
  const text::Sentence& sentence = structure_.tokens().sentences[self.sentence];
  std::uint32_t word = kNoIndex;
  for (std::uint32_t t = sentence.first; t < std::min(sentence.last, self.token_end + kBehind); ++t) {
    if (structure_.is_word(t) && structure_.phrase_of(t, back_to_it_) != 0) word = t;
  }
  if (word == kNoIndex) return kNoIndex;
  for (std::uint32_t d = draft; d-- > 0 && drafts[d].sentence + kBack >= self.sentence;) {
    const Draft& told = canonical(drafts, d);
    if (drafts[d].token > word || (is_statement(told) && told.own.empty()) || !is_day(told) || told.factuality == Factuality::denied) continue;
    return drafts[d].same_as == kNoIndex ? d : drafts[d].same_as;
  }
  return kNoIndex;
}

// "signed on Tuesday … at a summit": that summit is none of another year.
void Inheritance::note_occasions(std::vector<Draft>& drafts) const {
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    if (drafts[d].own.empty() || drafts[d].factuality != Factuality::actual || !is_day(drafts[d]) || drafts[d].background) continue;
    if (structure_.timexes()[drafts[d].own.front()].counted) continue;  // may be moved yet
    const Occasion occasion = occasion_of(drafts, d);
    if (occasion.draft != kNoIndex && is_gathering(drafts[occasion.draft]) && !drafts[occasion.draft].dating.date) drafts[occasion.draft].counted = drafts[d].dating.date;
  }
}

// "met on Friday at a summit": the day is the gathering's too, if nothing else says when it was.
void Inheritance::date_occasions(std::vector<Draft>& drafts) const {
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    if (drafts[d].own.empty() || drafts[d].factuality != Factuality::actual || !is_day(drafts[d]) || drafts[d].background) continue;
    if (is_statement(drafts[d]) && drafts[d].sentence >= kLeadSentences) continue;
    const Occasion occasion = occasion_of(drafts, d);
    if (occasion.draft == kNoIndex || drafts[occasion.draft].factuality != Factuality::actual) continue;
    Draft& gathering = drafts[occasion.draft];
    if (!gathering.dating.date) {
      gathering.dating = {.basis = DateBasis::relative, .date = drafts[d].dating.date, .timexes = drafts[d].dating.timexes, .occasion = kNoIndex};
      gathering.edge = occasion.edge;
    } else if (const auto whole = from_edges(*gathering.dating.date, gathering.edge, *drafts[d].dating.date, occasion.edge)) {
      gathering.dating.date = whole;
      gathering.dating.timexes.insert(gathering.dating.timexes.end(), drafts[d].dating.timexes.begin(), drafts[d].dating.timexes.end());
      gathering.edge = Edge::none;
    }
  }
  for (Draft& gathering : drafts) spread(gathering);
}

// "closed its two-day summit on Monday": what lasts two days and ends that day began the day before.
void Inheritance::spread(Draft& gathering) {
  if (gathering.days < 2 || gathering.edge == Edge::none || !is_day(gathering) || gathering.dating.date->granularity != Granularity::day) return;
  Date& date = *gathering.dating.date;
  const date::days more{gathering.days - 1};
  gathering.edge == Edge::start ? date.last += more : date.first -= more;
  date.granularity = Granularity::interval;
  date.end_granularity = Granularity::day;
  gathering.edge = Edge::none;
}

// Whether a gathering that is known to have opened may have closed on the day of the event: then it lasted until then.
bool Inheritance::closes(Draft& gathering, const Draft& event) {
  const auto whole = from_edges(*gathering.dating.date, gathering.edge, *event.dating.date, Edge::end);
  if (!whole) return false;
  gathering.dating.date = whole;
  gathering.edge = Edge::none;
  return true;
}

// What the article is about: the first dated event of its lead, a few days old at most.
std::uint32_t Inheritance::main_event(const std::vector<Draft>& drafts, std::optional<date::sys_days> dct) const {
  if (!dct) return kNoIndex;
  for (std::uint32_t d = 0; d < drafts.size() && drafts[d].sentence < kLeadSentences; ++d) {
    const Draft& draft = canonical(drafts, d);
    if (is_statement(draft) || draft.factuality != Factuality::actual || draft.background || !is_day(draft)) continue;
    // The date may be told by any mention: a headline has none, the lead has it.
    if (draft.own.empty() && drafts[d].own.empty()) continue;
    const Date& when = *draft.dating.date;
    if (when.last <= *dct && when.first + kNewsDays >= *dct) return drafts[d].same_as == kNoIndex ? d : drafts[d].same_as;
  }
  return kNoIndex;
}

// Decisions and declarations of the body that meets, or of "the leaders", are taken where they meet.
bool Inheritance::belongs_to(const Draft& draft, const Draft& gathering) const {
  const std::string& type = draft.rule->type;
  if (type == "declaration") return true;
  // Who meets in these days meets there; a session is one of the gathering's.
  if (type == "meeting") return true;
  if (!is_act_of_body(draft)) return false;
  const Fill* subject = draft.first(Role::subject);
  if (subject != nullptr && structure_.mentions()[subject->mention].kind == EntityKind::group) return true;
  for (const Fill& fill : draft.fills) {
    const entity::EntityMention& m = structure_.mentions()[fill.mention];
    if (m.kind != EntityKind::organisation && m.kind != EntityKind::group) continue;
    for (const Fill& other : gathering.fills) {
      if (!m.actor.id.empty() && structure_.mentions()[other.mention].actor.id == m.actor.id) return true;
    }
  }
  return false;
}

// Whether the sentence of the draft names the gathering too.
bool Inheritance::is_told_beside(const std::vector<Draft>& drafts, std::uint32_t draft, std::uint32_t gathering) {
  const auto names_it = [&](std::uint32_t d) { return d == gathering || drafts[d].same_as == gathering; };
  for (std::uint32_t d = draft; d-- > 0 && drafts[d].sentence == drafts[draft].sentence;) {
    if (names_it(d)) return true;
  }
  for (std::uint32_t d = draft + 1; d < drafts.size() && drafts[d].sentence == drafts[draft].sentence; ++d) {
    if (names_it(d)) return true;
  }
  return false;
}

// Whether the sentence has a date: then what it tells is not of an old gathering told before.
bool Inheritance::tells_day(std::uint32_t sentence) const {
  const Span span = structure_.tokens().sentences[sentence].span;
  const auto& timexes = structure_.timexes();
  const auto x = std::ranges::lower_bound(timexes, span.begin, {}, [](const Timex& t) { return t.span.begin; });
  return std::any_of(x, timexes.end(), [&](const Timex& t) { return t.span.begin < span.end && t.date.has_value(); });
}

std::uint32_t Inheritance::implied_occasion(const std::vector<Draft>& drafts, std::uint32_t index, const Scene& scene,
                                            std::optional<date::sys_days> dct) const {
  const Draft& draft = drafts[index];
  const auto in_reach = [&](std::uint32_t occasion, std::uint32_t last_mention, std::uint32_t reach) {
    if (occasion == kNoIndex || occasion == index || draft.sentence - last_mention > reach) return false;
    const Date& when = *drafts[occasion].dating.date;
    if (dct && (when.last + kFreshDays < *dct || when.first > *dct)) {
      return structure_.same_line(draft.sentence, drafts[occasion].sentence) && when.first <= *dct && !tells_day(draft.sentence);
    }
    return true;
  };
  if (is_statement(draft)) {
    if (const auto said = scene.said.find(speaker(draft)); said != scene.said.end() && !said->first.empty()) {
      if (in_reach(said->second, drafts[said->second].sentence, kPassage)) return said->second;
    }
    if (in_reach(scene.gathering, scene.sentence, kPassage)) return scene.gathering;
    if (scene.talks != kNoIndex && in_reach(scene.talks, drafts[scene.talks].sentence, kTalksPassage) && shares_actor(draft, drafts[scene.talks])) {
      return scene.talks;
    }
    return kNoIndex;
  }
  const bool reports = draft.verbal || draft.rule->occasion ||
                       std::ranges::any_of(draft.anchors, [&](std::uint32_t anchor) { return structure_.is_finite(anchor); });
  if (reports && in_reach(scene.gathering, scene.sentence, kPassage) &&
      (belongs_to(draft, drafts[scene.gathering]) || is_placed(draft) || (is_act_of_body(draft) && is_told_beside(drafts, index, scene.gathering)))) {
    return scene.gathering;
  }
  return kNoIndex;
}

// "said during the ceremony", "after the signing", «في كلمته»: at what the passage tells of. "Minutes later" is of its day too.
bool Inheritance::is_placed(const Draft& draft) const {
  if (is_gathering(draft)) return false;
  const text::Sentence& sentence = structure_.tokens().sentences[draft.sentence];
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const std::int32_t timex = structure_.info(t).timex;
    if (timex >= 0 && structure_.timexes()[static_cast<std::size_t>(timex)].value.starts_with("PT")) return true;
    if (structure_.is_word(t) && structure_.is_of(t, speech_)) return true;
    if (t + 1 >= sentence.last || structure_.info(t + 1).timex >= 0 || structure_.info(t + 1).mention >= 0) continue;
    if (structure_.has(t, Mark::occasion)) return true;
    const bool after = structure_.has(t, Mark::after) && !structure_.has(t, Mark::time_since);
    const bool definite = structure_.grammar().arabic() ? structure_.is_word(t + 1) && structure_.has_article(t + 1)
                                                        : structure_.word(t + 1) == "the";
    if (after && definite) return true;
  }
  return false;
}

// A gathering of several days, and the day of it that the sentence or the article tells of: that one.
std::uint32_t Inheritance::day_within(const std::vector<Draft>& drafts, std::uint32_t draft, std::uint32_t gathering, std::uint32_t main) const {
  const Date& whole = *drafts[gathering].dating.date;
  if (whole.granularity != Granularity::interval || whole.open_start || whole.open_end) return gathering;
  const auto inside = [&](const Draft& other) {
    return other.dating.date && other.dating.date->granularity == Granularity::day && other.factuality == Factuality::actual && !other.background &&
           other.dating.date->first >= whole.first && other.dating.date->last <= whole.last;
  };
  for (std::uint32_t d = draft; d-- > 0 && drafts[d].sentence == drafts[draft].sentence;) {
    if (inside(drafts[d])) return drafts[d].same_as == kNoIndex ? d : drafts[d].same_as;
  }
  return main != kNoIndex && main != draft && inside(drafts[main]) ? main : gathering;
}

// "acceded ten years later, at the summit of October 2019": the occasion says more of when than a year that holds it.
void Inheritance::narrow(std::vector<Draft>& drafts, std::uint32_t index) const {
  Draft& draft = drafts[index];
  if (draft.same_as != kNoIndex || draft.own.empty() || !draft.dating.date || draft.dating.date->granularity >= Granularity::month || draft.background) return;
  const Occasion occasion = occasion_of(drafts, index);
  if (occasion.draft == kNoIndex || !drafts[occasion.draft].dating.date) return;
  const Date& when = *drafts[occasion.draft].dating.date;
  const Date& own = *draft.dating.date;
  if (when.open_start || when.open_end || when.granularity <= own.granularity || when.first < own.first || when.last > own.last) return;
  draft.dating = {.basis = DateBasis::inherited, .date = when, .timexes = drafts[occasion.draft].dating.timexes, .occasion = occasion.draft};
}

// How far the day of what was told last is from the day that the expression is counted from.
date::days Inheritance::moved_by(const std::vector<Draft>& drafts, std::uint32_t draft, std::uint32_t timex) const {
  const std::uint32_t anchor = structure_.timexes()[timex].anchor;
  if (const auto moved = moved_.find(anchor); moved != moved_.end()) return moved->second;
  for (std::uint32_t d = draft; d-- > 0 && drafts[d].sentence + 1 >= drafts[draft].sentence;) {
    if (drafts[d].token >= structure_.timex_begin(timex) || drafts[d].weak || drafts[d].background || !canonical(drafts, d).dating.date || is_subordinate(drafts[d], true)) continue;
    const Draft& last = canonical(drafts, d);
    const bool placed = drafts[d].token >= structure_.timex_end(anchor) && last.dating.basis == DateBasis::inherited && is_day(last) &&
                        last.dating.date->granularity == Granularity::day && last.factuality == Factuality::actual;
    return placed ? last.dating.date->first - structure_.timexes()[anchor].date->first : date::days{0};
  }
  return date::days{0};
}

// "said at the opening session … The next day he met X": counted from the day of what was told last, which the words tell only by
// the occasion it happened at, where the last day that they do tell is farther back.
void Inheritance::follow(std::vector<Draft>& drafts, std::uint32_t index, std::optional<date::sys_days> dct) {
  Draft& draft = drafts[index];
  const auto is_one = [](const std::optional<Date>& date) { return date && date->granularity == Granularity::day; };
  if (draft.own.size() != 1 || !is_one(draft.dating.date)) return;
  const Timex& x = structure_.timexes()[draft.own.front()];
  if (!x.counted || x.anchor >= structure_.timexes().size() || !is_one(x.date) || !is_one(structure_.timexes()[x.anchor].date)) return;
  const date::days by = moved_by(drafts, index, draft.own.front());
  Date& date = *draft.dating.date;
  if (by == date::days{0} || (dct && draft.factuality == Factuality::actual && date.first + by > *dct)) return;
  moved_[draft.own.front()] = by;
  date.first += by;
  date.last += by;
}

// "Serbia and Kosovo have reached a deal, the EU said on Wednesday": news of the day that it is reported on.
std::uint32_t Inheritance::reported_by(const std::vector<Draft>& drafts, std::uint32_t draft, date::sys_days dct) const {
  if (is_statement(drafts[draft]) || structure_.grammar().arabic()) return kNoIndex;
  for (std::uint32_t d = draft + 1; d < drafts.size() && drafts[d].sentence == drafts[draft].sentence; ++d) {
    const Draft& report = drafts[d];
    if (!is_statement(report) || report.own.empty() || !is_day(report) || report.factuality != Factuality::actual) continue;
    const bool quoted = report.token > 0 && structure_.info(report.token - 1).mention >= 0;
    if (quoted && report.dating.date->first <= dct && report.dating.date->last + kNewsDays >= dct) return d;
  }
  return kNoIndex;
}

void Inheritance::remember(const std::vector<Draft>& drafts, std::uint32_t index, std::optional<date::sys_days> dct, Scene& scene) const {
  const std::uint32_t own = drafts[index].same_as == kNoIndex ? index : drafts[index].same_as;
  const Draft& draft = drafts[own];
  if (draft.factuality != Factuality::actual || !is_day(draft) || draft.background) return;
  if (is_statement(draft)) {
    if (!draft.own.empty() && !speaker(draft).empty()) scene.said[speaker(draft)] = own;
  } else if (is_gathering(draft)) {
    // A look back at an old summit does not take the reader away from that of the day.
    const auto is_old = [&](const Draft& gathering) { return dct && gathering.dating.date->last + kFreshDays < *dct; };
    if (scene.gathering != kNoIndex && is_old(draft) && !is_old(drafts[scene.gathering])) return;
    scene.gathering = own;
    scene.sentence = drafts[index].sentence;
  } else if (is_occasion(draft) && draft.rule->type != "election" && !is_subordinate(drafts[index], true)) {
    scene.talks = own;
  }
}

// "…, 47 years after it joined", "when troops opened fire": told as background even in a lead.
bool Inheritance::is_subordinate(const Draft& draft, bool relative) const {
  constexpr std::uint32_t kClause = 12;
  const text::Sentence& sentence = structure_.tokens().sentences[draft.sentence];
  for (std::uint32_t t = draft.token, steps = 0; t > sentence.first && steps < kClause; ++steps) {
    --t;
    const TokenInfo& info = structure_.info(t);
    if (structure_.has(t, Mark::pluperfect) && !structure_.grammar().arabic()) continue;  // "hours after jihadists had attacked"
    if (structure_.is_finite(t) || structure_.is_punctuation(t)) return false;
    if (info.mention >= 0 || info.inside_phrase) continue;
    const std::string_view word = structure_.word(t);
    if ((info.marks & (bit(Mark::after) | bit(Mark::before))) != 0) return true;
    if (!relative) continue;
    if ((info.marks & bit(Mark::relative)) != 0 || word == "when" || word == "عندما" || word == "حين" || word == "بعدما" || word == "since") return true;
  }
  return false;
}

// "rejected the appeal after the trial of 2020", "lost in 2018, and police raided": told beside what is long past, an event is
// no news of today.
bool Inheritance::beside_history(const std::vector<Draft>& drafts, std::uint32_t draft, date::sys_days dct) const {
  const auto old = [&](const Draft& other) {
    return !other.own.empty() && other.dating.date && !other.dating.date->open_end && other.dating.date->last + kFreshDays < dct;
  };
  for (std::uint32_t d = draft + 1; d < drafts.size() && drafts[d].sentence == drafts[draft].sentence; ++d) {
    if (drafts[d].background && old(drafts[d]) && drafts[d].speaker != draft) return true;
  }
  if (is_statement(drafts[draft])) return false;
  for (std::uint32_t d = draft; d-- > 0 && drafts[d].sentence == drafts[draft].sentence;) {
    if (old(drafts[d]) && !is_subordinate(drafts[d], true)) return true;
  }
  return false;
}

// Whether all that the text has told up to here is long past: then what it tells without a date is no news of the day either.
bool Inheritance::in_history(const text::Sentence& sentence, date::sys_days dct) {
  constexpr date::days kRecent{45};
  for (; read_ < structure_.timexes().size() && structure_.timexes()[read_].span.begin < sentence.span.end; ++read_) {
    const Timex& x = structure_.timexes()[read_];
    if (!x.date || (x.type != TimexType::date && x.type != TimexType::time)) continue;
    const bool old = !x.date->open_end && x.date->last + kRecent < dct;
    (old ? old_dates_ : news_) = true;
  }
  return old_dates_ && !news_;
}

// A statement in the Arabic imperfect or the English present perfect, outside the lead, is a standing position.
bool Inheritance::is_standing(const Draft& draft, bool lead) const {
  if (!is_statement(draft) || lead) return false;
  if (structure_.grammar().arabic()) return draft.sense.features.tense == rules::Tense::imperfect;
  if (!draft.verbal || draft.token == 0) return false;
  const std::string_view before = structure_.word(draft.token - 1);
  return before == "has" || before == "have";
}

// "once his cabinet had", "after X had": a clause of the time before, which the main clause goes on from.
bool Inheritance::behind_link(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kSubject = 6;
  for (std::uint32_t t = token, steps = 0; t > sentence.first && steps < kSubject; ++steps) {
    --t;
    if ((structure_.info(t).marks & (bit(Mark::clause_link) | bit(Mark::after))) != 0) return true;
    if (structure_.is_finite(t) || structure_.is_punctuation(t)) return false;
  }
  return false;
}

// "had warned", «كان قد حذر»: told of as older than the news.
bool Inheritance::is_flashback(const Draft& draft) const {
  constexpr std::uint32_t kClause = 8;
  const text::Sentence& sentence = structure_.tokens().sentences[draft.sentence];
  if (!draft.verbal) return false;
  for (std::uint32_t t = draft.token, steps = 0; t > sentence.first && steps < kClause; ++steps) {
    --t;
    // But "once his cabinet had approved it".
    if (structure_.has(t, Mark::pluperfect)) return structure_.grammar().arabic() || !behind_link(sentence, t);
    // "accused him of having broken the truce"
    if (t > sentence.first && structure_.word(t) == "having") return true;
    const bool clause = structure_.grammar().arabic() ? structure_.is_punctuation(t) || structure_.has(t, Mark::complementizer) || structure_.has(t, Mark::relative)
                                                      : !structure_.has(t, Mark::adverb) && !structure_.has(t, Mark::auxiliary) && !structure_.has(t, Mark::habitual);
    if (clause) return false;
  }
  return false;
}

// What has happened takes no day to come, and what is planned none that has passed.
bool Inheritance::may_lend(const Draft& occasion, const Draft& draft, std::optional<date::sys_days> dct) {
  if (!occasion.dating.date) return false;
  if (!dct) return true;
  return draft.factuality == Factuality::planned ? occasion.dating.date->last >= *dct : occasion.dating.date->first <= *dct;
}

// "كييف: …", "PARIS — …": a line with a place of its own is another story.
bool Inheritance::opens_story(std::uint32_t sentence) const {
  const text::Sentence& s = structure_.tokens().sentences[sentence];
  if (!s.line_start || structure_.info(s.first).mention < 0) return false;
  const entity::EntityMention& m = structure_.mentions()[static_cast<std::size_t>(structure_.info(s.first).mention)];
  if (m.place.id.empty() || m.last >= s.last) return false;
  const text::Token& behind = structure_.tokens().tokens[m.last];
  constexpr std::u32string_view kDatelineMarks = U":-–—(/";
  return behind.kind == text::TokenKind::punctuation && kDatelineMarks.find(static_cast<char32_t>(behind.value)) != std::u32string_view::npos;
}

void Inheritance::date(std::vector<Draft>& drafts, std::optional<date::sys_days> dct) {
  date_occasions(drafts);
  read_ = 0;
  old_dates_ = news_ = false;
  moved_.clear();
  Scene scene;
  std::uint32_t main = main_event(drafts, dct);
  std::uint32_t story = 0;  // sentences that have been looked at for a dateline
  const auto take = [&](Draft& draft, std::uint32_t from, Edge edge) {
    draft.dating = {.basis = DateBasis::inherited, .date = drafts[from].dating.date, .timexes = drafts[from].dating.timexes, .occasion = from};
    Date& date = *draft.dating.date;
    if (edge == Edge::none || date.granularity != Granularity::interval || date.open_start || date.open_end || date.end_granularity != Granularity::day) return;
    edge == Edge::start ? date.last = date.first : date.first = date.last;
    date.granularity = Granularity::day;
  };
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    for (; story <= draft.sentence; ++story) {
      if (story == 0 || !opens_story(story)) continue;
      scene = {};
      main = kNoIndex;
    }
    const bool history = dct && in_history(structure_.tokens().sentences[draft.sentence], *dct) && draft.sentence > 0;
    const bool happens = draft.factuality == Factuality::actual || draft.factuality == Factuality::planned;
    if (draft.same_as == kNoIndex && !draft.weak && !draft.dating.date && happens && !draft.background && !draft.counts) {
      const bool lead = draft.sentence < kLeadSentences;
      const bool actual = draft.factuality == Factuality::actual;
      const Occasion named = occasion_of(drafts, d);
      std::uint32_t occasion = named.draft;
      if (occasion == kNoIndex) occasion = equated(drafts, d);
      if (occasion == kNoIndex) occasion = referred_to(drafts, d);
      if (occasion != kNoIndex && !may_lend(drafts[occasion], draft, dct)) occasion = kNoIndex;
      const bool flashback = is_flashback(draft);
      if (occasion == kNoIndex && actual && !flashback && !is_standing(draft, lead)) {
        occasion = implied_occasion(drafts, d, scene, dct);
        if (occasion != kNoIndex && draft.placed == Edge::none) occasion = day_within(drafts, d, occasion, main);
      }
      // What is told without a date is part of the news that the article brings.
      const auto tells = [&](std::uint32_t anchor) { return structure_.is_finite(anchor) && !structure_.has(anchor - std::min(anchor, 1U), Mark::relative); };
      const bool told = draft.verbal || std::ranges::any_of(draft.anchors, tells);
      const bool standing = is_standing(draft, lead);
      const bool main_clause = is_statement(draft) ? !is_subordinate(draft, false) : lead && !is_subordinate(draft, true);
      const bool reported = told ? main_clause : lead && is_occasion(draft) && draft.rule->type != "election" && placed_at(draft, false);
      // "يتوجه غدا إلى الرياض للمشاركة في القمة": not of the day before.
      const bool ahead = !told && dct && d > 0 && drafts[d - 1].sentence == draft.sentence && drafts[d - 1].verbal && drafts[d - 1].dating.date &&
                         drafts[d - 1].dating.date->first > *dct && !drafts[d - 1].dating.date->open_start;
      const bool fresh = actual && !ahead && !standing && !flashback && !history && !(dct && beside_history(drafts, d, *dct)) && reported;
      // "announced at the close of a summit that opened on Tuesday": not on that Tuesday, but on a later day, be it that of the news.
      const bool other_end = occasion != kNoIndex && occasion == named.draft && named.edge == Edge::end && drafts[occasion].edge == Edge::start;
      if (other_end) occasion = kNoIndex;
      if (occasion == kNoIndex && fresh && dct) occasion = reported_by(drafts, d, *dct);
      // "at the close of the summit that was held from 22 to 24 August", written on the 24th: what is news is of that day, not of all three.
      const auto runs = [&](std::uint32_t gathering) {
        const std::optional<Date>& date = drafts[gathering].dating.date;
        return dct && date && date->granularity == Granularity::interval && !date->open_start && date->first < *dct && date->last >= *dct;
      };
      if (occasion == kNoIndex && fresh && main != kNoIndex && main != d && !runs(main) && (!other_end || closes(drafts[named.draft], drafts[main]))) occasion = main;
      if (occasion != kNoIndex) {
        take(draft, occasion, occasion == named.draft && named.edge != Edge::none ? named.edge : draft.placed);
        spread(draft);
      } else if (dct && fresh) {
        Date today;
        today.first = today.last = *dct;
        today.known = Known::inferred;
        news_ = true;
        draft.dating = {.basis = DateBasis::dct, .date = today, .timexes = {}, .occasion = kNoIndex};
        if (other_end) closes(drafts[named.draft], draft);
      }
    }
    narrow(drafts, d);
    follow(drafts, d, dct);
    remember(drafts, d, dct, scene);
  }
}

}  // namespace tarikh::event
