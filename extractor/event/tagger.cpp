#include "event/tagger.h"

#include <algorithm>
#include <numeric>
#include <string>

#include <fmt/format.h>

namespace tarikh::event {
namespace {

constexpr std::uint64_t kFnvOffset = 14695981039346656037ULL;
constexpr std::uint64_t kFnvPrime = 1099511628211ULL;

std::uint64_t fnv(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
  return (hash ^ 0xFFU) * kFnvPrime;
}

std::string as_hex(std::uint64_t hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; hash >>= 4U) text[i] = kDigits[hash & 0xFU];
  return text;
}

// A sentence told twice, as a headline and in the text, must not give one id twice.
void tell_twins_apart(std::vector<Event>& events) {
  std::vector<std::uint32_t> order(events.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t e) -> std::string_view { return events[e].id; });
  std::size_t first = 0;  // of those with one id
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (events[order[i]].id != events[order[first]].id) first = i;
    else events[order[i]].id += fmt::format("-{}", i - first + 1);
  }
}

}  // namespace

EventTagger::EventTagger(const EventRules& rules, const Grammar& grammar, const rules::Lexicon& lexicon,
                         std::span<const EventType> types)
    : rules_(rules),
      types_(types),
      structure_(lexicon, grammar),
      relations_(structure_),
      matcher_(rules_, structure_),
      sequels_(structure_),
      pairs_(structure_),
      roster_finder_(structure_),
      judge_(structure_, relations_),
      dater_(structure_, relations_),
      inheritance_(structure_),
      identity_(structure_),
      completion_(structure_),
      titles_(structure_) {}

// An event noun after "since" or "after" is told in passing: it has no date but its own.
void EventTagger::mark_background(const text::Sentence& sentence, Draft& draft) const {
  if (draft.rule->background) draft.background = true;
  if (draft.verbal && structure_.gerund(draft.token) == Structure::Gerund::none) return;
  const std::uint32_t first = draft.token > sentence.first + 4 ? draft.token - 4 : sentence.first;
  for (std::uint32_t t = draft.token; t-- > first;) {
    if (structure_.info(t).inside_phrase) continue;
    if (structure_.is_finite(t) || structure_.is_punctuation(t)) return;
    const std::uint64_t marks = structure_.info(t).marks;
    if ((marks & (bit(Mark::after) | bit(Mark::before) | bit(Mark::time_since))) != 0) {
      draft.background = true;
      return;
    }
    if (marks != 0) return;
  }
}

// "The Phnom Penh summit" is held there, and is not the city's.
void EventTagger::place_gathering(Draft& draft) const {
  if (draft.rule->type != "summit" && draft.rule->type != "conference") return;
  std::erase_if(draft.fills, [&](const Fill& fill) {
    const entity::EntityMention& m = structure_.mentions()[fill.mention];
    const bool is_place = fill.role == Role::organisation && m.kind == EntityKind::place && m.actor.id.empty();
    if (is_place && draft.place == kNoIndex) draft.place = fill.mention;
    return is_place;
  });
}

// "condemned the attack", «أدان الاتحاد الانقلاب»: who judges a deed has not done it.
void EventTagger::drop_judges(std::size_t first) {
  for (std::size_t j = first; j < drafts_.size(); ++j) {
    const Fill* judge = drafts_[j].rule->of_others ? drafts_[j].first(Role::subject) : nullptr;
    if (judge == nullptr) continue;
    for (std::size_t d = first; d < drafts_.size(); ++d) {
      Draft& deed = drafts_[d];
      if (deed.verbal || deed.fills.empty() || !relations_.is_object(drafts_[j].token, deed.token)) continue;
      std::erase_if(deed.fills, [&](const Fill& fill) { return fill.role == Role::subject && fill.mention == judge->mention; });
      deed.weak = deed.weak || (deed.fills.empty() && deed.place == kNoIndex);
    }
  }
}

// What stands behind "said that" is said by the speaker.
void EventTagger::attribute(std::size_t first) {
  std::uint32_t speaker = kNoIndex;
  for (std::size_t d = first; d < drafts_.size(); ++d) {
    if (drafts_[d].rule->type == "statement") {
      speaker = static_cast<std::uint32_t>(d);
    } else if (speaker != kNoIndex) {
      for (std::uint32_t t = drafts_[speaker].token_end; t < drafts_[d].token; ++t) {
        if (!structure_.has(t, Mark::complementizer)) continue;
        drafts_[d].speaker = speaker;
        break;
      }
    }
  }
}

void EventTagger::find_drafts(std::optional<date::sys_days> dct, std::vector<NearMiss>* misses) {
  drafts_.clear();
  rosters_.clear();
  dater_.begin();
  Discourse discourse;
  const auto& sentences = structure_.tokens().sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    structure_.enter(sentences[s]);
    const std::size_t first = drafts_.size();
    matcher_.match(s, discourse, drafts_, misses);
    sequels_.find(s, discourse, first, drafts_);
    drop_outcomes(first);
    drop_judges(first);
    for (std::size_t d = first; d < drafts_.size(); ++d) {
      drafts_[d].factuality = judge_.judge(sentences[s], drafts_[d]);
      mark_background(sentences[s], drafts_[d]);
      place_gathering(drafts_[d]);
    }
    attribute(first);
    roster_finder_.find(sentences[s], rosters_);
    dater_.attach(sentences[s], drafts_, first, dct);
    drop_alone(first);
  }
}

// "Passed the budget, raising hopes", "approved the bid, clearing the last hurdle": what comes of a decision is no other one.
void EventTagger::drop_outcomes(std::size_t first) {
  const auto begin = drafts_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto is_outcome = [&](const Draft& draft) {
    return draft.rule->type == "decision" && draft.verbal && structure_.gerund(draft.token) == Structure::Gerund::behind_comma;
  };
  drafts_.erase(std::remove_if(begin, drafts_.end(), is_outcome), drafts_.end());
}

// "واندلع الأربعاء حريق في مستودع": nobody that a table knows, but a day: an event. Without one it may be any fire.
void EventTagger::drop_alone(std::size_t first) {
  for (std::size_t d = first; d < drafts_.size(); ++d) {
    Draft& draft = drafts_[d];
    const std::optional<Date>& date = draft.dating.date;
    const bool told = !draft.own.empty() && date && (date->granularity == Granularity::day || date->granularity == Granularity::month);
    draft.weak = draft.weak || (draft.alone && !told);
  }
}

// The calendar has the last word: what lies after the publication day is planned, and of what was planned for a day that is over nobody
// says here whether it came.
void EventTagger::settle_factuality(std::optional<date::sys_days> dct) {
  if (!dct) return;
  for (Draft& draft : drafts_) {
    if (!draft.dating.date) continue;
    if (draft.factuality == Factuality::actual && !draft.dating.date->open_start && draft.dating.date->first > *dct) {
      draft.factuality = Factuality::planned;
    }
    // "تعقد القمة بحلول نهاية العام"
    const auto present = [](const rules::Sense& sense) { return sense.features.tense == rules::Tense::imperfect; };
    const auto past = [](const rules::Sense& sense) { return sense.features.tense == rules::Tense::perfect; };
    const bool to_come = draft.dating.date->open_start && draft.dating.date->last > *dct && draft.factuality == Factuality::actual &&
                         std::ranges::any_of(draft.senses, present) && std::ranges::none_of(draft.senses, past);
    if (to_come) draft.factuality = Factuality::planned;
    const bool over = draft.factuality == Factuality::planned && !draft.dating.date->open_end && draft.dating.date->last < *dct;
    if (over) draft.factuality = Factuality::hypothetical;
  }
}

Span EventTagger::trigger_span(const Draft& draft) const {
  const auto& tokens = structure_.tokens().tokens;
  Span span{tokens[draft.token].span.begin, tokens[draft.token_end - 1].span.end};
  // Proclitics stay outside, the article and a fused "لل" inside.
  const auto readings = structure_.analyzer().readings(tokens[draft.token].analysis);
  for (const rules::Hit& hit : structure_.cache().hits(tokens[draft.token].analysis)) {
    if (hit.sense.cls != draft.sense.cls) continue;
    span.begin += readings[hit.reading].article_begin;
    if (draft.token_end == draft.token + 1 && readings[hit.reading].enclitic != text::Enclitic::none) {
      span.end = tokens[draft.token].span.end;
    }
    return span;
  }
  return span;
}

Argument EventTagger::argument(std::uint32_t mention, Role role, bool as_place, const text::Sentence& sentence, std::uint32_t trigger) const {
  const entity::EntityMention& m = structure_.mentions()[mention];
  Argument argument;
  argument.role = role;
  argument.entity = (as_place || m.actor.id.empty()) && !m.place.id.empty() ? m.place : m.actor;
  if (!as_place) argument.country = m.state;
  else if (m.country != argument.entity.id) argument.country = m.country;
  // The nearest mention in the sentence of the trigger, if there is one.
  const auto inside = [&](const entity::EntityMention& x) { return x.span.begin >= sentence.span.begin && x.span.end <= sentence.span.end; };
  if (inside(m)) {
    argument.span = m.span;
    return argument;
  }
  const auto& mentions = structure_.mentions();
  std::uint32_t best = UINT32_MAX;
  for (std::uint32_t i = structure_.first_mention(sentence.first); i < mentions.size() && mentions[i].first < sentence.last; ++i) {
    if (!inside(mentions[i]) || mentions[i].form == MentionForm::nisba || argument.entity.id.empty() || mentions[i].actor.id != argument.entity.id) continue;
    const std::uint32_t distance = mentions[i].first > trigger ? mentions[i].first - trigger : trigger - mentions[i].first;
    if (distance >= best) continue;
    best = distance;
    argument.span = mentions[i].span;
  }
  return argument;
}

Argument EventTagger::argument(const Fill& fill, const text::Sentence& sentence, std::uint32_t trigger) const {
  Argument argument = this->argument(fill.mention, fill.role, false, sentence, trigger);
  const Span words = fill.words;
  if (words.end > words.begin && words.begin >= sentence.span.begin && words.end <= sentence.span.end) argument.span = words;
  return argument;
}

// A verb or noun, not one of the function words that a trigger is held together by.
bool EventTagger::tells(std::uint32_t anchor) const {
  if (structure_.is_finite(anchor)) return true;
  if (structure_.info(anchor).marks != 0) return false;
  const auto hits = structure_.cache().hits(structure_.tokens().tokens[anchor].analysis);
  return std::ranges::any_of(hits, [](const rules::Hit& hit) {
    return hit.sense.pos == rules::Pos::verb || (hit.sense.pos == rules::Pos::noun && hit.sense.features.number != rules::Number::any);
  });
}

Event EventTagger::event_of(std::uint32_t index) const {
  const Draft& draft = drafts_[index];
  // The mention whose sentence carries the date is the primary one.
  std::uint32_t primary = index;
  if (draft.own.empty()) {
    for (const std::uint32_t m : draft.merged) {
      if (!drafts_[m].own.empty()) {
        primary = m;
        break;
      }
    }
  }
  const text::Sentence& sentence = structure_.tokens().sentences[drafts_[primary].sentence];
  Event event;
  event.type = draft.rule->type;
  event.phase = draft.rule->phase;
  event.trigger = trigger_span(drafts_[primary]);
  if (primary != index) event.other_mentions.push_back(trigger_span(draft));
  for (const std::uint32_t m : draft.merged) {
    if (m != primary) event.other_mentions.push_back(trigger_span(drafts_[m]));
  }
  // "signed … an agreement": both words tell of the event.
  for (const std::uint32_t anchor : drafts_[primary].anchors) {
    if (anchor == drafts_[primary].token || !tells(anchor)) continue;
    const text::Token& token = structure_.tokens().tokens[anchor];
    const auto readings = structure_.analyzer().readings(token.analysis);
    const auto hits = structure_.cache().hits(token.analysis);
    const std::uint32_t skip = hits.empty() ? 0 : readings[hits.front().reading].article_begin;
    event.other_mentions.push_back({token.span.begin + skip, token.span.end});
  }
  event.date = draft.dating.date;
  event.basis = draft.dating.basis;
  event.timexes = draft.dating.timexes;
  event.subevent_of = draft.dating.occasion;  // still a draft; write() turns it into an event
  for (const Fill& fill : draft.fills) event.arguments.push_back(argument(fill, sentence, drafts_[primary].token));
  if (draft.place != kNoIndex) event.place = argument(draft.place, Role::subject, true, sentence, drafts_[primary].token);
  event.factuality = draft.factuality;
  if (draft.speaker != kNoIndex) {
    if (const Fill* speaker = drafts_[draft.speaker].first(Role::subject)) {
      event.attributed_to = structure_.mentions()[speaker->mention].actor.id;
    }
  }
  event.sentence = sentence.span;
  const auto type = std::ranges::find(types_, event.type, &EventType::id);
  event.title_ar = titles_.headline(draft, *type, "ar");
  event.title_en = titles_.headline(draft, *type, "en");
  event.rule = draft.rule->id;
  const text::Tokens& tokens = structure_.tokens();
  std::uint64_t hash = fnv(kFnvOffset, event.type);
  hash = fnv(hash, event.phase);
  hash = fnv(hash, tokens.words(event.trigger));
  hash = fnv(hash, tokens.words(event.sentence));
  const fmt::format_int offset(event.trigger.begin - event.sentence.begin);
  hash = fnv(hash, {offset.data(), offset.size()});
  event.id = as_hex(hash);
  return event;
}

void EventTagger::write(std::vector<Event>& out) const {
  out.clear();
  std::vector<Event> events;
  std::vector<std::uint32_t> drafts;  // that the events were made of
  for (std::uint32_t d = 0; d < drafts_.size(); ++d) {
    if (drafts_[d].same_as != kNoIndex || drafts_[d].weak) continue;
    events.push_back(event_of(d));
    drafts.push_back(d);
  }
  std::vector<std::uint32_t> order(events.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t e) { return events[e].trigger; });
  std::vector<std::uint32_t> event_of_draft(drafts_.size(), kNoIndex);
  for (std::uint32_t place = 0; place < order.size(); ++place) event_of_draft[drafts[order[place]]] = place;
  out.reserve(events.size());
  for (const std::uint32_t e : order) {
    Event& event = out.emplace_back(std::move(events[e]));
    if (event.subevent_of != kNoIndex) event.subevent_of = event_of_draft[event.subevent_of];
  }
  tell_twins_apart(out);
}

void EventTagger::tag(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
                      std::span<const Timex> timexes, std::span<const entity::EntityMention> mentions,
                      std::optional<date::sys_days> dct, std::vector<Event>& out, std::vector<NearMiss>* misses) {
  structure_.build(tokens, analyzer, cache, timexes, mentions);
  find_drafts(dct, misses);
  pairs_.resolve(drafts_);
  settle_factuality(dct);
  dater_.note_counted(drafts_);
  inheritance_.note_occasions(drafts_);
  identity_.unite(drafts_);
  identity_.complete(drafts_);
  dater_.settle_anchored(drafts_, false, dct);
  identity_.unite_by_day(drafts_);
  inheritance_.date(drafts_, dct);
  dater_.settle_anchored(drafts_, true, dct);
  settle_factuality(dct);  // again: a mention without a date may have made a planned event actual
  completion_.complete(drafts_);
  write(out);
}

}  // namespace tarikh::event
