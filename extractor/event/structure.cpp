#include "event/structure.h"

#include <algorithm>
#include <unordered_map>

#include "text/fold.h"
#include "text/punctuation.h"

namespace tarikh::event {
namespace {

using rules::Hit;
using rules::Pos;
using rules::Tense;

constexpr std::array<std::string_view, static_cast<std::size_t>(Mark::count)> kMarkNames{
    "preposition", "relative", "complementizer", "clause_link", "after", "before", "occasion", "agent", "adverb", "auxiliary",
    "pluperfect", "be", "have", "conjunction", "pronoun_he", "pronoun_she", "pronoun_it", "pronoun_they", "negation",
    "negated_noun", "refusal", "future", "planned", "planning", "counterfactual", "hypothetical", "wishing", "habitual",
    "opinion", "time_since", "time_until", "time_before", "time_range", "time_between", "other_one", ""};

bool is_finite_tense(Tense tense) {
  return tense == Tense::perfect || tense == Tense::imperfect || tense == Tense::past || tense == Tense::present_s;
}

}  // namespace

Grammar::Grammar(rules::Lexicon& lexicon) : arabic_(lexicon.language() == "ar") {
  for (unsigned m = 0; m + 1 < kMarkNames.size(); ++m) {
    const rules::ClassId cls = lexicon.find_class(kMarkNames[m]);
    if (cls == rules::kNoClass) continue;
    if (marks_.size() <= cls) marks_.resize(cls + std::size_t{1}, 0);
    marks_[cls] |= bit(static_cast<Mark>(m));
  }
  text::Vocabulary& words = lexicon.vocabulary();
  bi = words.add("ب");
  li = words.add("ل");
  ka = words.add("ك");
  of = words.add("of");
  by = words.add("by");
  and_word = words.add(arabic_ ? "و" : "and");
  with = words.add(arabic_ ? "مع" : "with");
  in = words.add(text::fold(arabic_ ? "في" : "in"));
  at = words.add(arabic_ ? "لدي" : "at");
}

void Structure::build(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
                      std::span<const Timex> timexes, std::span<const entity::EntityMention> mentions) {
  tokens_ = &tokens;
  analyzer_ = &analyzer;
  cache_ = &cache;
  timexes_ = timexes;
  mentions_ = mentions;
  info_.assign(tokens.tokens.size(), {});
  roles_.assign(mentions.size(), {});
  mark_spans();
  look_up_forms();
  mark_tokens();
  find_topic();
}

void Structure::look_up_forms() {
  if (generation_ != cache_->generation()) forms_.clear();
  generation_ = cache_->generation();
  for (auto id = static_cast<std::uint32_t>(forms_.size()); id < analyzer_->size(); ++id) {
    FormFacts& form = forms_.emplace_back();
    const auto hits = cache_->hits(id);
    const auto readings = analyzer_->readings(id);
    // "فتحت" is "opened" rather than "so under": a preposition with a conjunction gives way to a whole verb.
    const auto whole = [&](const Hit& hit) { return (readings[hit.reading].proclitics & (text::kWa | text::kFa)) == 0; };
    const bool verb = std::ranges::any_of(hits, [&](const Hit& hit) { return hit.sense.features.tense == Tense::perfect && whole(hit); });
    for (const Hit& hit : hits) {
      const std::uint64_t marks = grammar_.marks_of(hit.sense.cls);
      if (!verb || whole(hit) || (marks & bit(Mark::preposition)) == 0) form.marks |= marks;
      form.may_be_finite = form.may_be_finite || (hit.sense.pos == Pos::verb && (is_finite_tense(hit.sense.features.tense) || hit.sense.features.tense == Tense::base));
    }
    // An English verb may be one that no lexicon holds.
    form.may_be_finite = form.may_be_finite || (!grammar_.arabic() && hits.empty());
  }
}

void Structure::mark_spans() {
  next_mention_.resize(info_.size());
  std::uint32_t next = 0;
  for (std::uint32_t t = 0; t < info_.size(); ++t) {
    while (next < mentions_.size() && mentions_[next].first < t) ++next;
    next_mention_[t] = next;
  }
  for (std::size_t m = 0; m < mentions_.size(); ++m) {
    for (std::uint32_t t = mentions_[m].first; t < mentions_[m].last && t < info_.size(); ++t) {
      info_[t].mention = static_cast<std::int32_t>(m);
    }
  }
  timex_tokens_.assign(timexes_.size(), {});
  std::uint32_t token = 0;
  const auto& all = tokens_->tokens;
  for (std::size_t x = 0; x < timexes_.size(); ++x) {
    while (token < all.size() && all[token].span.end <= timexes_[x].span.begin) ++token;
    timex_tokens_[x].begin = token;
    std::uint32_t end = token;
    for (; end < all.size() && all[end].span.begin < timexes_[x].span.end; ++end) {
      info_[end].timex = static_cast<std::int32_t>(x);
    }
    timex_tokens_[x].end = end;
  }
}

void Structure::find_topic() {
  topic_ = topic_among([](const entity::EntityMention& m) { return !m.actor.id.starts_with("x:"); });
  // "the Southern Hake Commission": one that no table knows, if states may be its members.
  if (topic_ == kNoIndex && !grammar_.arabic()) {
    topic_ = topic_among([&](const entity::EntityMention& m) { return m.actor.id.starts_with("x:") && m.kind == EntityKind::organisation && has_members(m); });
  }
}

bool Structure::has_members(const entity::EntityMention& mention) const {
  constexpr std::int32_t kParty = 11;  // values of org_head from here on: parties, banks
  constexpr std::int32_t kCourt = 8;
  for (std::uint32_t t = mention.first; t < mention.last; ++t) {
    for (const Hit& hit : cache_->hits(tokens_->tokens[t].analysis)) {
      if (hit.sense.cls == org_head_ && org_head_ != rules::kNoClass && hit.sense.value < kParty && hit.sense.value != kCourt) return true;
    }
  }
  return false;
}

template <typename Wanted>
std::uint32_t Structure::topic_among(const Wanted& wanted) const {
  constexpr std::size_t kAbout = 2;  // mentions that make a topic
  std::uint32_t topic = kNoIndex;
  std::unordered_map<std::string_view, std::pair<std::uint32_t, std::size_t>> counts;  // id -> first mention, how many
  for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
    const entity::EntityMention& mention = mentions_[m];
    const bool of_one = mention.kind == EntityKind::organisation || !mention.organisation.empty();  // "the SCO leaders" are of the SCO
    if (!of_one || mention.actor.id.empty() || !mention.country.empty() || !wanted(mention)) continue;
    std::size_t& count = counts.try_emplace(mention.actor.id, m, 0U).first->second.second;
    // What the first sentence names is what the text is about: it counts twice there.
    const bool lead = count == 0 && !tokens_->sentences.empty() && mention.first < tokens_->sentences.front().last;
    count += lead ? 2 : 1;
  }
  std::size_t most = kAbout - 1;
  for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
    const auto found = counts.find(mentions_[m].actor.id);
    if (found == counts.end() || found->second.second <= most) continue;
    most = found->second.second;
    topic = found->second.first;
  }
  return topic;
}

void Structure::mark_tokens() {
  phrase_senses_.clear();
  for (std::uint32_t t = 0; t < info_.size(); ++t) {
    const text::Token& token = tokens_->tokens[t];
    if (token.kind != text::TokenKind::word) continue;
    TokenInfo& info = info_[t];
    info.classes = cache_->class_mask(token.analysis);
    info.phrases = static_cast<std::uint32_t>(phrase_senses_.size());
    std::uint64_t phrase_marks = 0;
    std::uint32_t phrase_tokens = 0;
    if (cache_->begins_phrase(token.analysis)) {
      lexicon_.phrases().find(*tokens_, *analyzer_, t, [&](const rules::PhraseTable::Match& match) {
        std::uint64_t marks = 0;
        for (const std::uint32_t payload : lexicon_.phrases().payloads(match.node)) {
          const rules::Sense& sense = lexicon_.sense(payload);
          phrase_senses_.push_back({.sense = &sense, .tokens = match.tokens});
          info.classes |= rules::WordCache::bit(sense.cls);
          marks |= grammar_.marks_of(sense.cls);
        }
        if (phrase_marks == 0 && marks != 0) {
          phrase_marks = marks;
          phrase_tokens = match.tokens;
        }
        return false;
      });
    }
    info.phrase_count = static_cast<std::uint32_t>(phrase_senses_.size()) - info.phrases;
    if (info.inside_phrase) continue;
    if (phrase_marks != 0) {
      info.marks = phrase_marks;
      for (std::uint32_t inner = 1; inner < phrase_tokens; ++inner) info_[t + inner].inside_phrase = true;
    } else {
      info.marks |= forms_[token.analysis].marks;
    }
    if (info.mention < 0 && info.timex < 0 && forms_[token.analysis].may_be_finite && finite_here(t)) {
      if ((info.marks & bit(Mark::preposition)) != 0) info.marks = 0;
      info.marks |= bit(Mark::finite_verb);
    }
  }
}

// A noun with the article. One that a lexicon lists with it has none to take off.
bool Structure::is_definite(std::uint32_t token) const {
  if ((proclitics(token) & text::kAl) != 0) return true;
  const auto hits = cache_->hits(tokens_->tokens[token].analysis);
  return tokens_->word(token).starts_with("ال") && std::ranges::any_of(hits, [](const Hit& hit) { return hit.sense.pos != Pos::verb; });
}

// Whether something stands before the token that a clause may begin behind.
bool Structure::clause_may_begin(std::uint32_t token) const {
  if (token == 0 || tokens_->tokens[token].line_start) return true;
  const TokenInfo& before = info_[token - 1];
  if (tokens_->is_punctuation(token - 1) || before.timex >= 0) return true;
  if (before.mention >= 0) {
    const entity::EntityMention& m = mentions_[static_cast<std::size_t>(before.mention)];
    if (m.common && !is_definite(token - 1)) return false;  // "جنود حفظ سلام"
    if (m.form != MentionForm::nisba) return true;
  }
  // "المحكمة الدستورية في كارلسروه أسقطت": behind a place that nobody knows.
  const bool unknown = before.mention < 0 && before.marks == 0 && cache_->hits(tokens_->tokens[token - 1].analysis).empty();
  if (grammar_.arabic() && unknown && token >= 2 && has(token - 2, Mark::preposition)) return true;
  // "لكن الجانب السوري رفض", "على هامش المؤتمر طلب": a verbal noun is not said of a noun with the article.
  // But "المفاوضات غير المباشرة" is an adjective.
  const bool adjective = tokens_->word(token) == "غير";
  if (grammar_.arabic() && !adjective && before.timex < 0 && (before.marks & kFunctionWord) == 0 && is_definite(token - 1)) return true;
  constexpr std::uint64_t kOpens = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::auxiliary) |
                                   bit(Mark::pluperfect) | bit(Mark::negation) | bit(Mark::future) | bit(Mark::adverb) |
                                   bit(Mark::pronoun_he) | bit(Mark::pronoun_she) | bit(Mark::pronoun_it) | bit(Mark::pronoun_they);
  return (before.marks & kOpens) != 0;
}

bool Structure::is_imperfect(std::uint32_t token) const {
  const auto hits = cache_->hits(tokens_->tokens[token].analysis);
  const auto tense = [&](Tense wanted) { return std::ranges::any_of(hits, [&](const Hit& hit) { return hit.sense.features.tense == wanted; }); };
  return tense(Tense::imperfect) && !tense(Tense::perfect);
}

// The comma that closes the aside which the comma at the token opens ("، الذي …،", "، وهو …،"), or the token.
std::uint32_t Structure::behind_aside(std::uint32_t token, std::uint32_t last) const {
  constexpr std::uint32_t kLongest = 25;
  if (!grammar_.arabic() || !tokens_->is_comma(token) || token + 1 >= last) return token;
  if (!has(token + 1, Mark::relative) && !is_of(token + 1, aside_)) return token;
  const std::uint32_t closing = tokens_->comma_behind(token + 2, std::min(last, token + kLongest), [](std::uint32_t) { return false; });
  return closing == kNoIndex ? token : closing;
}

// Whether a finite verb stands left of the token in the same clause.
bool Structure::clause_has_verb(std::uint32_t token) const {
  constexpr std::uint32_t kClause = 20;
  constexpr std::uint64_t kOpens = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link);
  const std::uint32_t first = token > kClause ? token - kClause : 0;
  for (std::uint32_t t = token; t-- > first;) {
    if (tokens_->is_punctuation(t) || (info_[t].marks & kOpens) != 0) return false;
    if (is_finite(t)) return true;
    if (tokens_->tokens[t].line_start) return false;
  }
  return false;
}

bool Structure::arabic_finite(std::uint32_t t) const {
  const auto hits = cache_->hits(tokens_->tokens[t].analysis);
  const auto readings = analyzer_->readings(tokens_->tokens[t].analysis);
  bool finite = false;
  bool imperfect = false;
  bool noun = false;
  std::uint8_t conjunction = 0;
  for (const Hit& hit : hits) {
    const rules::Features& features = hit.sense.features;
    // First persons are rare in news, and spelled like elatives (أكثر) and names (نصر).
    const bool conjugated = hit.sense.pos == Pos::verb && is_finite_tense(features.tense);
    const bool verb = conjugated && features.person != 1;
    // The jussive of a weak verb stands behind its particle only: "تعد" is not "تعود".
    if (verb && features.apocopated && (t == 0 || !has(t - 1, Mark::negation))) continue;
    finite = finite || verb;
    imperfect = imperfect || (verb && features.tense == Tense::imperfect);
    // A form that a rule names is a verb there as often as a noun.
    noun = noun || (!conjugated && hit.sense.pos != Pos::particle && !named_by_rule_[hit.sense.cls]);
    if (verb) conjunction = static_cast<std::uint8_t>(conjunction | (readings[hit.reading].proclitics & (text::kWa | text::kFa)));
  }
  if (!finite) return false;
  if ((info_[t].marks & kFunctionWord) != 0) {
    // قبل is "before" rather than "accepted", but "عبر ماكرون عن أسفه" is a verb.
    const bool opens = conjunction != 0 || t == 0 || tokens_->tokens[t].line_start;
    return opens && !imperfect && t + 1 < info_.size() && info_[t + 1].mention >= 0 &&
           (mentions_[static_cast<std::size_t>(info_[t + 1].mention)].proclitics & (text::kBi | text::kLi)) == 0 && (info_[t].marks & bit(Mark::preposition)) != 0;
  }
  // A verb does not follow a preposition; a noun spelled like one does.
  constexpr std::uint64_t kGoverns = bit(Mark::preposition) | bit(Mark::before) | bit(Mark::after) | bit(Mark::occasion);
  if (t > 0 && !tokens_->tokens[t].line_start && (info_[t - 1].marks & kGoverns) != 0) return false;
  // رفض, توقع, طلب are verb and noun alike: the verb opens its clause.
  if (t > 0 && tokens_->tokens[t - 1].kind == text::TokenKind::number && info_[t - 1].timex < 0) return false;  // counted, not done: "143 صوتا"
  if (noun && !imperfect) return conjunction != 0 || (clause_may_begin(t) && !clause_has_verb(t));
  return imperfect || conjunction != 0 || !behind_title(t) || !clause_has_verb(t);
}

// "جنازة الرئيس خيمي كارتر", "عمدة لندن صادق خان": what stands behind the title of somebody is a name, however it is spelled.
bool Structure::behind_title(std::uint32_t token) const {
  if (token == 0 || tokens_->tokens[token].line_start || info_[token - 1].mention < 0) return false;
  const entity::EntityMention& before = mentions_[static_cast<std::size_t>(info_[token - 1].mention)];
  return (before.kind == EntityKind::person || before.kind == EntityKind::office) && (before.common || before.form == MentionForm::description);
}

// A verb that no lexicon holds: "handed", "vetoed", behind a subject or auxiliary.
bool Structure::unknown_past(std::uint32_t t) const {
  constexpr std::size_t kShortest = 5;
  const std::string_view word = tokens_->word(t);
  if (!cache_->hits(tokens_->tokens[t].analysis).empty() || word.size() < kShortest || !word.ends_with("ed") || info_[t].marks != 0) return false;
  if (t == 0 || tokens_->tokens[t].line_start || analyzer_->analysis(tokens_->tokens[t].analysis).capitalised) return false;
  const TokenInfo& before = info_[t - 1];
  if (before.mention >= 0) return mentions_[static_cast<std::size_t>(before.mention)].form != MentionForm::nisba;
  constexpr std::uint64_t kOpens = bit(Mark::auxiliary) | bit(Mark::adverb) | bit(Mark::relative) | bit(Mark::pronoun_he) | bit(Mark::pronoun_she) |
                                   bit(Mark::pronoun_it) | bit(Mark::pronoun_they);
  return (before.marks & kOpens) != 0;
}

// "met", unlike "put" and "agreeing".
bool Structure::is_past_only(std::uint32_t t) const {
  bool past = false;
  for (const Hit& hit : cache_->hits(tokens_->tokens[t].analysis)) {
    if (hit.sense.pos != Pos::verb) continue;
    if (hit.sense.features.tense == Tense::base || hit.sense.features.tense == Tense::present_s) return false;
    past = past || hit.sense.features.tense == Tense::past;
  }
  return past;
}

// "France and Chad sign", unlike "Niger state".
bool Structure::joined_mention(const TokenInfo& token) const {
  const std::uint32_t first = mentions_[static_cast<std::size_t>(token.mention)].first;
  return first > 0 && tokens_->word(first - 1) == "and";
}

bool Structure::english_finite(std::uint32_t t) const {
  const auto hits = cache_->hits(tokens_->tokens[t].analysis);
  bool past = false;
  bool present = false;
  bool base = false;
  bool noun = false;
  for (const Hit& hit : hits) {
    const bool verb = hit.sense.pos == Pos::verb;
    past = past || (verb && hit.sense.features.tense == Tense::past);
    present = present || (verb && hit.sense.features.tense == Tense::present_s);
    base = base || (verb && hit.sense.features.tense == Tense::base);
    noun = noun || hit.sense.pos == Pos::noun;
  }
  if (t > 0 && tokens_->is(t - 1, U'-') && !tokens_->tokens[t - 1].space_before && !tokens_->tokens[t].space_before) return false;  // "empty-handed"
  if (!past && !present && !base) return unknown_past(t);
  if (t == 0 || tokens_->tokens[t].line_start) return past || (present && !noun);
  const std::string_view word = tokens_->word(t - 1);
  if (is_of(t - 1, before_noun_) && (word != "that" || !past)) return false;
  const TokenInfo& before = info_[t - 1];
  // "in Borno state"
  if (is_of(t, place_noun_) && before.mention >= 0) {
    const std::uint32_t name = mentions_[static_cast<std::size_t>(before.mention)].first;
    if (name > 0 && has(name - 1, Mark::preposition)) return false;
  }
  // "a memorandum on shared stocks": behind a preposition it is a participle.
  constexpr std::uint64_t kLinks = bit(Mark::after) | bit(Mark::before) | bit(Mark::clause_link) | bit(Mark::relative) | bit(Mark::adverb);
  if (past && !base) return before.mention >= 0 || (before.marks & bit(Mark::preposition)) == 0 || (before.marks & kLinks) != 0;
  if (past) return true;
  // "the Baltic states met": right before a past tense it is a noun.
  if (present && t + 1 < tokens_->tokens.size() && is_past_only(t + 1)) return false;
  // "voted it down", "let him go": no base form has such a subject.
  if (!present && (word == "it" || word == "him" || word == "her" || word == "them" || word == "he" || word == "she")) return false;
  // "takes effect", "takes place": the words together are no noun.
  const bool counted = tokens_->tokens[t - 1].kind == text::TokenKind::number;
  if (!counted && std::ranges::any_of(phrase_senses(t), [](const PhraseSense& p) { return p.sense->pos == Pos::verb && p.sense->features.tense == Tense::present_s; })) return true;
  // "a police patrol": one who is told of with "a" has no such verb.
  if (!present && before.mention >= 0) {
    const std::uint32_t first = mentions_[static_cast<std::size_t>(before.mention)].first;
    const std::string_view article = first > 0 ? tokens_->word(first - 1) : std::string_view{};
    if (article == "a" || article == "an") return false;
  }
  // "Filipinos vote": a plural is the people.
  const bool people = word.ends_with("s") && !word.ends_with("ss");
  const bool bare_mention = before.mention >= 0 && (people || mentions_[static_cast<std::size_t>(before.mention)].form != MentionForm::nisba);
  if (noun) {
    // "talks", "visits": a verb only behind its subject, and not before "EU sanctions on …".
    if (word == "to" || (before.marks & (bit(Mark::auxiliary) | bit(Mark::negation))) != 0) return true;
    const bool preposition_next = t + 1 < info_.size() && (info_[t + 1].marks & bit(Mark::preposition)) != 0;
    // "former Warsaw Pact states, …": a plural before a comma.
    const bool comma_next = present && t + 1 < info_.size() && tokens_->is_comma(t + 1);
    if (bare_mention) return (!preposition_next && !comma_next) || word == "who";
    return clause_may_begin(t) && tokens_->tokens[t - 1].kind == text::TokenKind::word && before.timex < 0 && (before.marks & bit(Mark::complementizer)) == 0;
  }
  if (!present) return (before.marks & bit(Mark::auxiliary)) != 0 || word == "to" || (bare_mention && (people || joined_mention(before)));
  return true;
}

bool Structure::is_called_by_day(std::uint32_t token, std::uint32_t end) const {
  constexpr std::uint32_t kModifiers = 4;  // "Sunday's upper house election"
  const auto is_day = [&](std::uint32_t t) {
    const std::int32_t timex = info_[t].timex;
    if (timex < 0 || !timexes_[static_cast<std::size_t>(timex)].date) return false;
    const Granularity unit = timexes_[static_cast<std::size_t>(timex)].date->granularity;
    return unit == Granularity::day || unit == Granularity::month;
  };
  if (grammar_.arabic()) {
    if (end >= info_.size() || !is_day(end) || timex_begin(static_cast<std::uint32_t>(info_[end].timex)) != end || proclitics(end) & ~text::kAl) return false;
    return !has_article(token) && enclitic(token) == text::Enclitic::none && !tokens_->word(end - 1).ends_with("ا");
  }
  // "after inconclusive elections on 9 February"
  constexpr std::uint64_t kWhen = bit(Mark::after) | bit(Mark::before) | bit(Mark::occasion) | bit(Mark::time_since);
  const bool on = end + 1 < info_.size() && (tokens_->word(end) == "on" || tokens_->word(end) == "of") && is_day(end + 1);
  for (std::uint32_t t = token, steps = 0; t > 0 && steps < kModifiers && !tokens_->tokens[t].line_start; ++steps) {
    --t;
    if (on && (info_[t].marks & kWhen) != 0) return true;
    if (is_day(t)) {
      const std::uint32_t begin = timex_begin(static_cast<std::uint32_t>(info_[t].timex));
      return is_owning_date(t) || (begin > 0 && (is_of(begin - 1, before_noun_) || is_of(begin, before_noun_)));
    }
    if (!is_word(t) || is_finite(t) || (info_[t].marks != 0 && !text::is_possessive(tokens_->word(t)))) return false;
  }
  return false;
}

bool Structure::is_owning_date(std::uint32_t token) const {
  const std::int32_t timex = info_[token].timex;
  if (timex < 0) return false;
  const std::uint32_t behind = timex_end(static_cast<std::uint32_t>(timex));
  return behind < info_.size() && text::is_possessive(tokens_->word(behind));
}

// "was visiting" is finite; "after visiting", "…, visiting" and "having visited" share the subject of another verb.
Structure::Gerund Structure::gerund(std::uint32_t token) const {
  if (grammar_.arabic() || !is_word(token) || info_[token].mention >= 0 || info_[token].timex >= 0) return Gerund::none;
  const bool gerund = tokens_->word(token).ends_with("ing");
  bool any = false;
  for (const Hit& hit : cache_->hits(tokens_->tokens[token].analysis)) {
    const Tense tense = hit.sense.features.tense;
    any = any || (hit.sense.pos == Pos::verb && (gerund ? tense == Tense::gerund : tense == Tense::past_participle || tense == Tense::past));
  }
  if (!any) return Gerund::none;
  std::uint32_t t = token;  // where the phrase begins
  bool auxiliary = gerund;
  while (t > 0 && !tokens_->tokens[t].line_start) {
    const std::string_view before = tokens_->word(t - 1);
    if (before == "having" || before == "Having" || before == "being" || before == "Being") auxiliary = true;
    else if (!gerund && before != "been" && !has(t - 1, Mark::adverb)) break;
    else if (gerund && (!has(t - 1, Mark::adverb) || has(t - 1, Mark::be))) break;
    --t;
  }
  if (!auxiliary) return Gerund::none;
  if (t == 0 || tokens_->tokens[t].line_start) return Gerund::opening;
  const std::uint64_t marks = info_[t - 1].marks;
  if (gerund && (marks & bit(Mark::be)) != 0) return Gerund::progressive;
  if (tokens_->is_comma(t - 1)) return Gerund::behind_comma;
  const std::string_view before = tokens_->word(t - 1);
  const bool opens = t == 1 || tokens_->tokens[t - 1].line_start || tokens_->is_punctuation(t - 2);
  const bool when = before == "by" || before == "upon" || before == "while" || before == "when" || before == "By" || before == "While" || before == "When" || before == "Upon" || (before == "On" && opens);
  if (when || (marks & (bit(Mark::after) | bit(Mark::before) | bit(Mark::time_since))) != 0) return opens ? Gerund::opening : Gerund::behind_preposition;
  return is_sentence_start(t) ? Gerund::opening : Gerund::none;
}

bool Structure::is_sentence_start(std::uint32_t token) const {
  const auto next = std::ranges::upper_bound(tokens_->sentences, token, {}, &text::Sentence::first);
  return next != tokens_->sentences.begin() && std::prev(next)->first == token;
}

bool Structure::finite_here(std::uint32_t t) const { return grammar_.arabic() ? arabic_finite(t) : english_finite(t); }

bool Structure::noun_before(const text::Sentence& sentence, std::uint32_t token) const {
  std::uint32_t t = token;
  constexpr std::uint64_t kBetween = bit(Mark::adverb) | bit(Mark::auxiliary) | bit(Mark::negation) | bit(Mark::future);
  while (t > sentence.first && (info_[t - 1].marks & kBetween) != 0) --t;
  if (t == sentence.first) return false;
  const TokenInfo& before = info_[t - 1];
  return tokens_->tokens[t - 1].kind == text::TokenKind::word && before.mention < 0 && before.timex < 0 && before.marks == 0;
}

bool Structure::is_of(std::uint32_t token, rules::ClassId cls) const {
  return cls != rules::kNoClass && is_word(token) && (cache_->class_mask(tokens_->tokens[token].analysis) & rules::WordCache::bit(cls)) != 0 &&
         std::ranges::any_of(cache_->hits(tokens_->tokens[token].analysis), [&](const rules::Hit& hit) {
           return hit.sense.cls == cls;
         });
}

std::uint32_t Structure::phrase_of(std::uint32_t token, rules::ClassId cls) const {
  if (!may_be(token, cls)) return 0;
  for (const PhraseSense& phrase : phrase_senses(token)) {
    if (phrase.sense->cls == cls) return phrase.tokens;
  }
  return is_of(token, cls) ? 1 : 0;
}

std::uint8_t Structure::proclitics(std::uint32_t token) const {
  if (!is_word(token)) return 0;
  const auto readings = analyzer_->readings(tokens_->tokens[token].analysis);
  const auto hits = cache_->hits(tokens_->tokens[token].analysis);
  if (!hits.empty()) return readings[hits.front().reading].proclitics;
  if (!readings.empty()) return readings.front().proclitics;
  // An unknown word: the article at least can be seen.
  const std::string_view surface = tokens_->word(token);
  if (surface.starts_with("ال")) return text::kAl;
  if (surface.starts_with("وال") || surface.starts_with("بال")) return text::kAl;
  return 0;
}

text::Enclitic Structure::enclitic(std::uint32_t token) const {
  const auto readings = analyzer_->readings(tokens_->tokens[token].analysis);
  const auto hits = cache_->hits(tokens_->tokens[token].analysis);
  return hits.empty() ? text::Enclitic::none : readings[hits.front().reading].enclitic;
}

text::Enclitic Structure::possessor(std::uint32_t token) const {
  const auto readings = analyzer_->readings(tokens_->tokens[token].analysis);
  for (const Hit& hit : cache_->hits(tokens_->tokens[token].analysis)) {
    const text::Enclitic pronoun = readings[hit.reading].enclitic;
    const bool third = pronoun == text::Enclitic::hu || pronoun == text::Enclitic::ha || pronoun == text::Enclitic::hum || pronoun == text::Enclitic::huma;
    if (third && hit.sense.features.tense == rules::Tense::masdar) return pronoun;
  }
  return enclitic(token);
}

bool Structure::same_line(std::uint32_t a, std::uint32_t b) const {
  for (std::uint32_t s = std::min(a, b) + 1; s <= std::max(a, b); ++s) {
    if (tokens_->sentences[s].line_start) return false;
  }
  return true;
}

bool Structure::has_article(std::uint32_t token) const {
  if ((proclitics(token) & text::kAl) != 0) return true;
  if (!is_word(token)) return false;
  const auto readings = analyzer_->readings(tokens_->tokens[token].analysis);
  return std::ranges::any_of(cache_->hits(tokens_->tokens[token].analysis), [&](const Hit& hit) { return (readings[hit.reading].proclitics & text::kAl) != 0; });
}

bool Structure::is_future(std::uint32_t token) const {
  if ((proclitics(token) & text::kSa) != 0) return true;
  if (!is_word(token)) return false;
  const auto readings = analyzer_->readings(tokens_->tokens[token].analysis);
  bool any = false;
  for (const Hit& hit : cache_->hits(tokens_->tokens[token].analysis)) {
    if (hit.sense.pos != Pos::verb) continue;
    if ((readings[hit.reading].proclitics & text::kSa) == 0) return false;
    any = true;
  }
  return any;
}

// "لوقف" and "بإقالة" may be read as a verb as well.
bool Structure::may_begin_with(std::uint32_t token, std::uint8_t proclitic) const {
  if (!is_word(token)) return false;
  const std::uint32_t analysis = tokens_->tokens[token].analysis;
  const auto readings = analyzer_->readings(analysis);
  return std::ranges::any_of(cache_->hits(analysis), [&](const Hit& hit) { return (readings[hit.reading].proclitics & proclitic) != 0; });
}

bool Structure::may_bear(std::uint32_t token, text::Enclitic enclitic) const {
  const auto readings = analyzer_->readings(tokens_->tokens[token].analysis);
  return std::ranges::any_of(readings, [&](const text::Reading& reading) { return reading.enclitic == enclitic; });
}

bool Structure::coordinated_with_previous(std::uint32_t mention) const {
  if (mention == 0) return false;
  const entity::EntityMention& m = mentions_[mention];
  const entity::EntityMention& previous = mentions_[mention - 1];
  if (previous.form == MentionForm::nisba || m.form == MentionForm::nisba) return false;
  std::uint32_t t = previous.last;
  if (m.first < t || m.first - t > 3) return false;
  bool joined = (m.proclitics & text::kWa) != 0;
  bool comma = false;
  for (; t < m.first; ++t) {
    const text::Token& token = tokens_->tokens[t];
    if (tokens_->is_comma(t)) {
      comma = true;
    } else if (has(t, Mark::conjunction) || tokens_->words(token.span) == "و") {
      joined = true;
    } else if (tokens_->words(token.span) != "the") {
      return false;
    }
  }
  if (joined) return true;
  // A comma joins only inside a list: the next mention must go on with it, or the one before was in it.
  if (!comma) return false;
  // "the presidents of Egypt, Iraq and Jordan"
  const bool of_countries = previous.kind == EntityKind::group && !previous.country.empty() && m.kind == EntityKind::country;
  if (previous.kind != m.kind && !of_countries) return false;
  if (roles_[mention - 1].chain_head != mention - 1) return true;
  if (mention + 1 >= mentions_.size() || mentions_[mention + 1].first < m.last || mentions_[mention + 1].first - m.last > 2) return false;
  for (std::uint32_t between = m.last; between < mentions_[mention + 1].first; ++between) {
    if (grammar_.arabic() ? is_finite(between) : !tokens_->is_comma(between) && !has(between, Mark::conjunction) && tokens_->word(between) != "the") return false;
  }
  return true;
}

MentionRole Structure::arabic_role(std::uint32_t mention, const text::Sentence& sentence) const {
  const entity::EntityMention& m = mentions_[mention];
  MentionRole role{.chain_head = mention};
  // The preposition that is written together with the word at `token`, if there is one.
  const auto fused = [&](std::uint8_t proclitics, std::uint32_t token) {
    if ((proclitics & (text::kBi | text::kLi | text::kKa)) == 0) return false;
    role.governor = Governor::preposition;
    role.preposition = (proclitics & text::kBi) != 0 ? grammar_.bi : (proclitics & text::kLi) != 0 ? grammar_.li : grammar_.ka;
    role.token = token;
    return true;
  };
  if (fused(m.proclitics, m.first)) return role;
  std::uint32_t t = m.first;
  while (t > sentence.first) {
    --t;
    const text::Token& token = tokens_->tokens[t];
    const std::uint64_t marks = info_[t].marks;
    if (info_[t].inside_phrase) continue;
    if (token.kind == text::TokenKind::punctuation) {
      if (token.value == U'"' || token.value == U'«' || token.value == U'“' || token.value == U'”') continue;
      return role;
    }
    if (info_[t].timex >= 0) return role;
    if ((marks & (bit(Mark::preposition) | bit(Mark::occasion) | bit(Mark::after) | bit(Mark::before) | bit(Mark::agent))) != 0) {
      // "كل من مصر والأردن" is Egypt and Jordan.
      if (t > sentence.first && is_each_of(t - 1)) {
        --t;
        if (fused(proclitics(t), t)) return role;
        continue;
      }
      role.governor = Governor::preposition;
      role.token = t;
      const auto readings = analyzer_->readings(token.analysis);
      for (const Hit& hit : cache_->hits(token.analysis)) {
        if (grammar_.marks_of(hit.sense.cls) != 0) role.preposition = readings[hit.reading].word;
      }
      if (role.preposition == text::kNoWord && !readings.empty()) role.preposition = readings.front().word;
      return role;
    }
    // "سفارة الهند": the actor before the name is its own mention and governs it.
    if (info_[t].mention >= 0) {
      const entity::EntityMention& before = mentions_[static_cast<std::size_t>(info_[t].mention)];
      if (before.common && !before.country.empty() && t + 1 == m.first && !tokens_->words(token.span).starts_with("ال")) {
        role.governor = Governor::noun;
        role.token = t;
      }
      return role;
    }
    if (marks != 0 || token.kind == text::TokenKind::number) return role;
    // "سمو ولي العهد", "فخامة الرئيس": whom it honours.
    if (is_of(t, honorific_)) {
      if (fused(proclitics(t), t)) return role;
      continue;
    }
    // A noun without the article governs what follows; one with it, or a verb, does not.
    const std::string_view noun = tokens_->words(token.span);
    const bool article = (proclitics(t) & text::kAl) != 0 || noun.starts_with("ال") || noun.starts_with("وال") || noun.starts_with("فال") ||
                         noun.starts_with("بال") || noun.starts_with("لل");
    // "قبالة سواحل تنزانيا", "بساحل العاج": what governs the part of a place governs the place.
    const std::uint8_t joined = proclitics(t) & (text::kBi | text::kLi);
    const bool place_noun = is_of(t, place_noun_) && (joined != 0 || (t > sentence.first && has(t - 1, Mark::preposition)));  // "على مدينة خيرسون"
    if (!article && (place_noun || is_of(t, place_part_))) {
      if (fused(joined, t)) return role;
      continue;
    }
    if (!article) {
      role.governor = Governor::noun;
      role.token = t;
    }
    return role;
  }
  return role;
}

MentionRole Structure::english_role(std::uint32_t mention, const text::Sentence& sentence) const {
  const entity::EntityMention& m = mentions_[mention];
  MentionRole role{.chain_head = mention};
  std::uint32_t t = m.first;
  while (t > sentence.first) {
    --t;
    const text::Token& token = tokens_->tokens[t];
    if (info_[t].inside_phrase) continue;
    if (token.kind == text::TokenKind::punctuation) {
      if (token.value == U'"' || token.value == U'“' || token.value == U'-') continue;
      return role;
    }
    if ((info_[t].marks & (bit(Mark::preposition) | bit(Mark::occasion) | bit(Mark::after) | bit(Mark::before) | bit(Mark::agent))) != 0) {
      // "About 40 people were killed": how many, and no preposition.
      const bool counts = t + 1 < m.last && is_of(t, so_many_) && info_[t + 1].timex < 0 && (tokens_->tokens[t + 1].kind == text::TokenKind::number || is_of(t + 1, number_));
      if (counts) return role;
      // "On social media Elon Musk mocked": of a phrase that opens the sentence, the name before the verb is no part.
      if (t == sentence.first && m.first > t + 1 && m.kind == EntityKind::person && m.last < sentence.last && is_finite(m.last)) return role;
      role.governor = Governor::preposition;
      role.token = t;
      const auto readings = analyzer_->readings(token.analysis);
      if (!readings.empty()) role.preposition = readings.front().word;
      return role;
    }
    // "with his Chinese counterpart"
    const std::string_view word = tokens_->words(token.span);
    if (t + 1 == m.first && m.form == MentionForm::description && (word == "his" || word == "her" || word == "its" || word == "their")) continue;
    if (info_[t].marks != 0 || info_[t].mention >= 0 || info_[t].timex >= 0) return role;
    // "at the same meeting Congo said": a noun ends the phrase before the name.
    if (std::ranges::any_of(cache_->hits(token.analysis), [](const Hit& hit) { return hit.sense.pos == Pos::noun && hit.sense.features.number != rules::Number::any; })) return role;
    // Articles and adjectives stand between a preposition and its name: look a few words further.
    if (m.first - t > 3) return role;
  }
  return role;
}

void Structure::enter(const text::Sentence& sentence) {
  relate(sentence);
  note_classes(sentence);
}

void Structure::note_classes(const text::Sentence& sentence) {
  present_.resize(lexicon_.class_count(), 0);
  if (++sentences_ == 0) {  // the count is full: every mark of an old sentence goes
    std::ranges::fill(present_, 0);
    sentences_ = 1;
  }
  present_[rules::kNoClass] = sentences_;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (!is_word(t)) continue;
    for (const Hit& hit : cache_->hits(tokens_->tokens[t].analysis)) present_[hit.sense.cls] = sentences_;
    for (const PhraseSense& phrase : phrase_senses(t)) present_[phrase.sense->cls] = sentences_;
  }
}

void Structure::relate(const text::Sentence& sentence) {
  for (std::uint32_t m = first_mention(sentence.first); m < mentions_.size() && mentions_[m].first < sentence.last; ++m) {
    roles_[m].chain_head = m;
    if (mentions_[m].first > sentence.first && coordinated_with_previous(m) && mentions_[m - 1].first >= sentence.first) {
      roles_[m] = roles_[m - 1];
    } else {
      roles_[m] = grammar_.arabic() ? arabic_role(m, sentence) : english_role(m, sentence);
    }
  }
}

void Structure::chain(std::uint32_t mention, std::vector<std::uint32_t>& out) const {
  const std::uint32_t head = roles_[mention].chain_head;
  for (std::uint32_t m = head; m < mentions_.size() && roles_[m].chain_head == head; ++m) {
    if (m != head && mentions_[m].first > mentions_[m - 1].last + 3) break;
    out.push_back(m);
  }
}

}  // namespace tarikh::event
