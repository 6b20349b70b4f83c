#include "event/matcher.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tarikh::event {

using entity::EntityMention;
using rules::Hit;
using rules::Pos;
using rules::Tense;

namespace {

bool finite_tense(Tense tense) {
  return tense == Tense::perfect || tense == Tense::imperfect || tense == Tense::past || tense == Tense::present_s || tense == Tense::base ||
         tense == Tense::past_participle;
}

std::string_view missing(Role role) {
  switch (role) {
    case Role::subject: return "no subject";
    case Role::object: return "no object";
    case Role::organisation: return "no organisation";
  }
  return "no participant";
}

// "اجتمع قادة آسيان": those who lead an organisation are more than a group of people.
bool for_leaders(const EventRule& rule) {
  return std::ranges::any_of(rule.roles, [](const RoleSpec& role) { return role.required && role.kinds == kLeaders; });
}

}  // namespace

void Matcher::match(std::uint32_t sentence, Discourse& discourse, std::vector<Draft>& drafts, std::vector<NearMiss>* misses) {
  const text::Sentence& s = structure_.tokens().sentences[sentence];
  attempt_count_ = 0;
  slots_count_ = 0;
  surroundings_count_ = 0;
  look_up_forms();
  note_word_sets(s);
  const std::uint32_t last = tale_begins(s);
  for (std::uint32_t t = s.first; t < last; ++t) {
    if (!structure_.is_word(t)) continue;
    if (is_opaque(t) && !may_begin(t)) continue;
    const auto try_all = [&](std::span<const EventRules::Start> starts) {
      for (const EventRules::Start& start : starts) {
        if (has(start.second)) try_rule(rules_.rules()[start.rule], sentence, t, discourse, misses);
      }
    };
    const Form& form = forms_[structure_.tokens().tokens[t].analysis];
    try_all({start_rules_.data() + form.first_start, form.starts});
    for (const PhraseSense& phrase : structure_.phrase_senses(t)) try_all(rules_.starting_with(phrase.sense->cls));
  }
  const std::size_t first = drafts.size();
  choose(s, discourse, drafts);
  remember_subject(sentence, discourse, drafts, first);
}

// "تروي المسرحية كيف أطاح الجيش بالملك", "الفيلم الذي يحكي": the verb behind which a tale is told; else the end of the sentence.
std::uint32_t Matcher::tale_begins(const text::Sentence& sentence) const {
  if (tale_ == rules::kNoClass || !structure_.is_present(tale_)) return sentence.last;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (!structure_.is_of(t, tale_)) continue;
    if (t > sentence.first && structure_.is_of(t - 1, tells_tale_)) return t - 1;
    if (t > sentence.first + 1 && structure_.phrase_of(t - 2, tells_tale_) == 2) return t - 2;
    for (std::uint32_t v = t + 1; v < std::min(sentence.last, t + 3); ++v) {
      if (structure_.is_of(v, tells_tale_)) return v;
    }
  }
  return sentence.last;
}

// The rules that may begin with each form that was met since the last sentence, and the sets that it is in.
void Matcher::look_up_forms() {
  const rules::WordCache& cache = structure_.cache();
  if (generation_ != cache.generation()) {
    forms_.clear();
    start_rules_.clear();
    form_sets_.clear();
  }
  generation_ = cache.generation();
  for (auto id = static_cast<std::uint32_t>(forms_.size()); id < structure_.analyzer().size(); ++id) {
    Form& form = forms_.emplace_back();
    form.first_start = static_cast<std::uint32_t>(start_rules_.size());
    form.first_set = static_cast<std::uint32_t>(form_sets_.size());
    rules::ClassId last = rules::kNoClass;
    for (const Hit& hit : cache.hits(id)) {
      if (std::exchange(last, hit.sense.cls) == hit.sense.cls) continue;
      const auto starts = rules_.starting_with(hit.sense.cls);
      start_rules_.insert(start_rules_.end(), starts.begin(), starts.end());
      const auto sets = rules_.word_sets_of(hit.sense.cls);
      form_sets_.insert(form_sets_.end(), sets.begin(), sets.end());
    }
    form.starts = static_cast<std::uint32_t>(start_rules_.size()) - form.first_start;
    form.sets = static_cast<std::uint32_t>(form_sets_.size()) - form.first_set;
  }
}

// Which sets of words the sentence has a word of.
void Matcher::note_word_sets(const text::Sentence& sentence) {
  present_.resize(rules_.word_set_count(), 0);
  if (++sentences_ == 0) {  // the count is full: every mark of an old sentence goes
    std::ranges::fill(present_, 0);
    sentences_ = 1;
  }
  present_[0] = sentences_;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (!structure_.is_word(t)) continue;
    const Form& form = forms_[structure_.tokens().tokens[t].analysis];
    for (std::uint32_t i = form.first_set; i < form.first_set + form.sets; ++i) present_[form_sets_[i]] = sentences_;
    for (const PhraseSense& phrase : structure_.phrase_senses(t)) {
      for (const EventRules::WordSet set : rules_.word_sets_of(phrase.sense->cls)) present_[set] = sentences_;
    }
  }
}

// Names and dates trigger nothing.
bool Matcher::is_opaque(std::uint32_t token) const {
  const TokenInfo& info = structure_.info(token);
  if (info.timex >= 0) return true;
  if (info.mention < 0) return false;
  // "مفوضية الانتخابات", "مركز رصد الزلازل": what a body is for does not happen.
  const EntityMention& mention = structure_.mentions()[static_cast<std::size_t>(info.mention)];
  return !mention.common || (mention.kind == EntityKind::organisation && token != mention.first && structure_.grammar().arabic());
}

// "غادرت القوات الفرنسية", "طردت السفير الإسرائيلي", "Ethiopian troops": what a body or an officer is called may complete a
// trigger, though it is nobody's trigger itself. An English description ends with its noun; a body that decides has rules of its own.
bool Matcher::is_described(std::uint32_t token) const {
  const TokenInfo& info = structure_.info(token);
  if (info.timex >= 0 || info.mention < 0) return false;
  const EntityMention& mention = structure_.mentions()[static_cast<std::size_t>(info.mention)];
  const bool described = mention.kind == EntityKind::organisation || mention.kind == EntityKind::office ||
                         (mention.kind == EntityKind::group && !structure_.grammar().arabic());
  if (!described || mention.form != MentionForm::description) return false;
  if (structure_.grammar().arabic()) return token == mention.first;
  // "The bloc" that stands for a body told before is its name.
  const std::string& id = mention.actor.id;
  const bool names_body = mention.kind == EntityKind::organisation && !id.empty() && !id.starts_with("x:") && id.find('.') == std::string::npos;
  return token == mention.last - 1 && !mention.decides && !names_body;
}

// In Arabic only a body that decides begins a trigger: "قضت محكمة القاهرة".
bool Matcher::may_begin(std::uint32_t token) const {
  if (!is_described(token)) return false;
  return !structure_.grammar().arabic() || structure_.mentions()[static_cast<std::size_t>(structure_.info(token).mention)].decides;
}

bool Matcher::form_fits(FormFilter form, const Hit& hit, std::uint32_t token) const {
  const rules::Features& features = hit.sense.features;
  switch (form) {
    case FormFilter::any: return true;
    case FormFilter::finite:
      // First persons are rare in news and spelled like other verbs: أنشأ "he founded", not "I arise".
      if (features.tense == Tense::gerund) return structure_.gerund(token) != Structure::Gerund::none;
      return hit.sense.pos == Pos::verb && finite_tense(features.tense) && features.person != 1 &&
             (features.tense != Tense::perfect || structure_.is_finite(token)) &&
             ((features.tense != Tense::base && features.tense != Tense::present_s) || structure_.is_finite(token));
    case FormFilter::masdar: return features.tense == Tense::masdar || features.tense == Tense::gerund;
    case FormFilter::participle: return features.tense == Tense::active_participle || features.tense == Tense::passive_participle;
    case FormFilter::passive: return features.passive_only || features.tense == Tense::past_participle;
    case FormFilter::noun: return hit.sense.pos != Pos::verb || features.tense == Tense::masdar;
  }
  return false;
}

const Hit* Matcher::anchor_hit(const Anchor& anchor, std::uint32_t token, std::uint32_t& end, Hit& phrase) const {
  if ((structure_.info(token).classes & anchor.mask) == 0) return nullptr;
  const auto wanted = [&](const Hit& hit) {
    for (std::size_t c = 0; c < anchor.classes.size(); ++c) {
      if (anchor.classes[c] == hit.sense.cls && form_fits(anchor.forms[c], hit, token)) return true;
    }
    return false;
  };
  const std::uint32_t analysis = structure_.tokens().tokens[token].analysis;
  for (const PhraseSense& candidate : structure_.phrase_senses(token)) {
    phrase.sense = *candidate.sense;
    phrase.reading = 0;
    if (!wanted(phrase)) continue;
    end = token + candidate.tokens;
    return &phrase;
  }
  // A finite reading is the better one where the word stands as a verb.
  const Hit* best = nullptr;
  for (const Hit& hit : structure_.cache().hits(analysis)) {
    if (!wanted(hit)) continue;
    const bool finite = hit.sense.pos == Pos::verb && finite_tense(hit.sense.features.tense);
    if (best == nullptr || (finite && structure_.is_finite(token) && !finite_tense(best->sense.features.tense)) ||
        (!structure_.is_finite(token) && finite_tense(best->sense.features.tense) && !finite)) {
      best = &hit;
    }
  }
  end = token + 1;
  return best;
}

// A date is as far as one word and a name as three, however long: "أوصت الجمعية البرلمانية لمجلس أوروبا في 16 أبريل 2024 بقبول".
bool Matcher::goes_on(std::uint32_t token) const {
  constexpr std::uint32_t kName = 3;
  if (!structure_.grammar().arabic()) return false;
  const TokenInfo& info = structure_.info(token);
  if (info.timex >= 0) return token > 0 && info.timex == structure_.info(token - 1).timex;
  return info.mention >= 0 && token >= structure_.mentions()[static_cast<std::size_t>(info.mention)].first + kName;
}

bool Matcher::find_anchors(const EventRule& rule, const text::Sentence& sentence, std::uint32_t token, Draft& draft) {
  std::uint32_t at = token;
  for (std::size_t a = 0; a < rule.anchors.size(); ++a) {
    const Anchor& anchor = rule.anchors[a];
    Hit phrase;
    std::uint32_t end = at + 1;
    const Hit* hit = nullptr;
    if (a == 0) {
      hit = anchor_hit(anchor, at, end, phrase);
    } else {
      // Over an aside only where nothing is found in it: "وتسلم فلان، الذي أخرجه أنصاره من السجن، مهامه".
      bool aside = false;
      for (const bool over_asides : {false, true}) {
        if (over_asides && (hit != nullptr || !aside)) break;
        aside = false;
        std::uint32_t words = 0;
        for (std::uint32_t t = at; t < sentence.last && words <= anchor.gap && hit == nullptr; ++t) {
          const std::uint32_t behind = structure_.behind_aside(t, sentence.last);
          aside = aside || behind > t;
          if (over_asides) t = behind;
          if (t == at || !goes_on(t)) ++words;
          if (!structure_.is_word(t) || (is_opaque(t) && (a == rule.primary || !is_described(t)))) continue;
          hit = anchor_hit(anchor, t, end, phrase);
          if (hit != nullptr) at = t;
        }
      }
    }
    if (hit == nullptr) return false;
    draft.anchors.push_back(at);
    draft.senses.push_back(hit->sense);
    if (a == rule.primary) {
      draft.token = at;
      draft.token_end = end;
      draft.sense = hit->sense;
      const Tense tense = hit->sense.features.tense;
      // A participle stands for a verb too: "signed by", "the bloc, founded in 2001".
      draft.verbal = hit->sense.pos == Pos::verb &&
                     (tense == Tense::gerund ? structure_.gerund(at) != Structure::Gerund::none
                                             : finite_tense(tense) && (structure_.is_finite(at) || tense == Tense::past || tense == Tense::past_participle));
    }
    at = end;
  }
  return true;
}

bool Matcher::excluded(const EventRule& rule, const text::Sentence& sentence, const Draft& draft) const {
  return std::ranges::any_of(rule.exclusions, [&](const Exclusion& exclusion) {
    if (std::ranges::none_of(exclusion.words.classes, [&](rules::ClassId cls) { return structure_.is_present(cls); })) return false;
    const std::uint32_t from = exclusion.before
                                   ? std::max(sentence.first, draft.token > exclusion.distance ? draft.token - exclusion.distance : 0U)
                                   : draft.token_end;
    const std::uint32_t to = exclusion.before ? draft.token : std::min(sentence.last, draft.token_end + exclusion.distance);
    for (std::uint32_t t = from; t < to; ++t) {
      if (!structure_.is_word(t)) continue;
      Hit phrase;
      std::uint32_t end = 0;
      if (anchor_hit(exclusion.words, t, end, phrase) != nullptr) return true;
    }
    return false;
  });
}

bool Matcher::kind_fits(const RoleSpec& spec, const EntityMention& mention) const {
  if (spec.is_place) return !mention.place.id.empty() || mention.kind == EntityKind::place;
  if (mention.form == MentionForm::metonym) {
    // Moscow is Russia; Brussels is the European Union.
    const bool country = mention.actor.id.size() == 2;
    return (spec.kinds & (country ? kCountry : kOrg)) != 0 || (spec.kinds & kPlace) != 0;
  }
  if ((spec.kinds & kBody) != 0 && mention.decides) return true;
  switch (mention.kind) {
    case EntityKind::country: return (spec.kinds & kCountry) != 0;
    case EntityKind::organisation: return (spec.kinds & kOrg) != 0;
    case EntityKind::person: return (spec.kinds & kPerson) != 0;
    case EntityKind::group:
      // "The prime ministers of Estonia, Latvia and Lithuania" act for them.
      if ((spec.kinds & kCountry) != 0 && mention.leaders && !mention.country.empty() && !spec.is_place) return true;
      return (spec.kinds & kGroup) != 0 || ((spec.kinds & kLeaders) != 0 && mention.leaders && mention.country.empty()) || ((spec.kinds & kOrg) != 0 && !mention.organisation.empty());
    case EntityKind::place: return (spec.kinds & kPlace) != 0;
    case EntityKind::office: return (spec.kinds & (kOffice | kPerson)) != 0;
  }
  return false;
}

// Of all places in a sentence only one that is said to be where something is: "in Geneva", "بجنيف".
bool Matcher::placed_near(const Filler& filler, std::uint32_t trigger) const {
  constexpr std::uint16_t kNear = 15;
  const Grammar& grammar = structure_.grammar();
  // Not across another verb: that verb's place.
  const std::uint32_t there = structure_.mentions()[filler.mention].first;
  for (std::uint32_t t = std::min(trigger, there) + 1; t < std::max(trigger, there); ++t) {
    if (structure_.is_finite(t) && t > trigger) return false;
  }
  return filler.distance <= kNear && (filler.preposition == grammar.in || filler.preposition == grammar.at || filler.preposition == grammar.bi);
}

// Whom something is said to: not the press, who hear it for others; and behind ل only right behind the verb or the speaker:
// "أعلن دعمه للوكالة" is not said to the agency.
bool Matcher::is_addressee(const Filler& filler, const Draft& draft) const {
  const EntityMention& m = structure_.mentions()[filler.mention];
  if (structure_.phrase_of(m.first, press_) > 0 || structure_.is_of(m.first, press_)) return false;
  if (filler.slot != Slot::prep || filler.preposition != structure_.grammar().li) return true;
  const std::uint32_t before = structure_.role(filler.mention).token;
  if (before <= draft.token_end) return true;
  const std::int32_t neighbour = structure_.info(before - 1).mention;
  return structure_.info(before - 1).timex >= 0 ||
         (neighbour >= 0 && std::ranges::any_of(draft.fills, [&](const Fill& fill) { return fill.mention == static_cast<std::uint32_t>(neighbour); }));
}

const std::vector<Filler>& Matcher::slots_of(const text::Sentence& sentence, std::uint32_t token, const rules::Sense& sense, bool verbal,
                                             const Discourse& discourse) {
  const bool speech = relations_.is_speech(sense);
  for (std::size_t i = 0; i < std::min(slots_count_, slots_.size()); ++i) {
    const Slots& known = slots_[i];
    if (known.token == token && known.verbal == verbal && known.speech == speech && known.features == sense.features) return known.fillers;
  }
  Slots& slots = slots_[slots_count_++ % slots_.size()];
  slots.token = token;
  slots.features = sense.features;
  slots.verbal = verbal;
  slots.speech = speech;
  relations_.find(sentence, token, sense, verbal, discourse, slots.fillers);
  return slots.fillers;
}

const std::vector<Filler>& Matcher::surroundings_of(const text::Sentence& sentence, std::uint32_t token) {
  for (std::size_t i = 0; i < std::min(surroundings_count_, surroundings_.size()); ++i) {
    if (surroundings_[i].token == token) return surroundings_[i].fillers;
  }
  Surroundings& around = surroundings_[surroundings_count_++ % surroundings_.size()];
  around.token = token;
  relations_.surroundings(sentence, token, around.fillers);
  return around.fillers;
}

// Function words that hold a trigger together have no arguments.
bool Matcher::has_arguments(const Draft& draft, std::uint32_t anchor) const {
  return anchor != draft.token && (structure_.is_finite(anchor) || (structure_.info(anchor).marks & kFunctionWord) == 0);
}

std::string_view Matcher::fill_roles(const EventRule& rule, const text::Sentence& sentence, const Discourse& discourse, Draft& draft) {
  // Slots of all anchors, the trigger's first: "أصبحت بيلاروسيا … العضو" has its subject at the first anchor.
  const auto take = [&](const std::vector<Filler>& fillers) { all_fillers_.insert(all_fillers_.end(), fillers.begin(), fillers.end()); };
  all_fillers_ = slots_of(sentence, draft.token, draft.sense, draft.verbal, discourse);
  for (std::size_t a = 0; a < draft.anchors.size(); ++a) {
    const std::uint32_t anchor = draft.anchors[a];
    if (has_arguments(draft, anchor)) take(slots_of(sentence, anchor, draft.senses[a], structure_.is_clause_verb(anchor), discourse));
  }
  // What stands around them is looked at only where a role asks for it and has not been found before.
  bool looked_around = false;
  const auto look_around = [&] {
    if (std::exchange(looked_around, true)) return;
    take(surroundings_of(sentence, draft.token));
    for (const std::uint32_t anchor : draft.anchors) {
      if (has_arguments(draft, anchor)) take(surroundings_of(sentence, anchor));
    }
  };
  // Nobody plays two roles, but who becomes president is the president.
  const auto taken = [&](std::uint32_t mention, bool as_office) {
    const std::string& id = structure_.mentions()[mention].actor.id;
    return std::ranges::any_of(draft.fills, [&](const Fill& fill) {
      return fill.mention == mention || (!as_office && !id.empty() && structure_.mentions()[fill.mention].actor.id == id);
    });
  };
  for (const RoleSpec& spec : rule.roles) {
    bool filled = false;
    for (const SlotSpec& slot : spec.slots) {
      if (filled) break;
      if (slot.slot == Slot::before || slot.slot == Slot::after || slot.slot == Slot::sentence) look_around();
      std::uint32_t chain = kNoIndex;
      for (const Filler& filler : all_fillers_) {
        if (filler.slot != slot.slot) continue;
        if (!slot.prepositions.empty() && std::ranges::find(slot.prepositions, filler.preposition) == slot.prepositions.end()) continue;
        const EntityMention& mention = structure_.mentions()[filler.mention];
        if (!kind_fits(spec, mention)) continue;
        if (mention.common && mention.first < draft.token_end && draft.token < mention.last) continue;  // "المجلس التأسيسي" founds nothing, nor does the office take office
        // "A Seoul judge ordered": who is named by the trigger is not whom it is done to.
        const auto within = [&](std::uint32_t anchor) { return mention.first <= anchor && anchor < mention.last; };
        if (!structure_.grammar().arabic() && spec.role == Role::object && !spec.is_place && mention.kind == EntityKind::office && std::ranges::any_of(draft.anchors, within)) continue;
        if (spec.is_place && slot.slot == Slot::sentence && !placed_near(filler, draft.token)) continue;
        // "قصفت واشنطن ولندن مواقعهم": whoever acts there is not where it was.
        if (spec.is_place && slot.slot == Slot::after && mention.form == MentionForm::metonym && taken(filler.mention, false)) continue;
        if (spec.is_place) {
          draft.place = filler.mention;
          filled = true;
          break;
        }
        if (taken(filler.mention, (spec.kinds & kOffice) != 0)) continue;
        if (spec.role == Role::object && rule.type == "statement" && !is_addressee(filler, draft)) continue;
        // The first filler decides; others only of its coordination.
        // Adjectives of one noun ("قمة أميركية روسية") are a chain of their own.
        const std::uint32_t head = filler.implied ? kNoIndex - 1
                                   : filler.slot == Slot::nisba ? kNoIndex - 2
                                                                : structure_.role(filler.mention).chain_head;
        if (chain != kNoIndex && (head != chain || spec.single)) continue;
        chain = head;
        const Span pronoun = filler.pronoun == kNoIndex ? Span{} : structure_.tokens().tokens[filler.pronoun].span;
        draft.fills.push_back({.role = spec.role, .mention = filler.mention, .implied = filler.implied, .words = pronoun});
        filled = true;
      }
    }
    if (!filled && spec.required) {
      return spec.is_place ? "no place" : missing(spec.role);
    }
  }
  for (const std::vector<Role>& need : rule.needs) {
    if (std::ranges::none_of(need, [&](Role role) { return draft.first(role) != nullptr; })) return "none of the roles it needs";
  }
  if (rule.needs_two && draft.fills.size() < 2) return "fewer than two participants";
  if (rule.needs_anything && draft.fills.empty() && draft.place == kNoIndex) return "no participant and no place";
  return {};
}

void Matcher::try_rule(const EventRule& rule, std::uint32_t sentence, std::uint32_t token, const Discourse& discourse,
                       std::vector<NearMiss>* misses) {
  // A rule of several words is tried only where all of them can be.
  if (!std::ranges::all_of(rule.later, [&](EventRules::WordSet set) { return has(set); }) || (rule.primary == 0 && is_opaque(token))) return;
  const text::Sentence& s = structure_.tokens().sentences[sentence];
  Draft& draft = draft_;
  draft.rule = &rule;
  draft.sentence = sentence;
  draft.anchors.clear();
  draft.senses.clear();
  draft.fills.clear();
  draft.verbal = false;
  draft.weak = false;
  draft.alone = false;
  draft.place = draft.agent = draft.patient = kNoIndex;
  draft.place_completed = false;
  draft.factuality = Factuality::actual;
  const auto miss = [&](std::string_view why) {
    if (misses != nullptr) misses->push_back({.token = token, .rule = &rule, .why = std::string(why)});
  };
  if (!find_anchors(rule, s, token, draft)) return;
  if (excluded(rule, s, draft)) return miss("a word beside it excludes the rule");
  if (const std::string_view why = fill_roles(rule, s, discourse, draft); !why.empty()) {
    draft.weak = rule.bare && !draft.verbal;
    draft.alone = !draft.weak && (rule.dated || (rule.by_day && structure_.is_called_by_day(draft.token, draft.token_end)));
    if (!draft.weak && !draft.alone) return miss(why);
    if (draft.weak) draft.fills.clear();
    if (draft.weak) draft.place = kNoIndex;
  }
  if (rule.factuality) draft.factuality = *rule.factuality;
  if (attempt_count_ == attempts_.size()) attempts_.emplace_back();
  attempts_[attempt_count_++] = draft;  // into lists that have their memory
}

// "Fishermen blocked the port", "كان خبراء قد عقدوا جولة": the sides of the verb, also where the rule asks for neither.
void Matcher::note_sides(const text::Sentence& sentence, const Discourse& discourse, Draft& draft) {
  constexpr std::uint8_t kSides = kCountry | kOrg | kPerson | kGroup | kOffice;
  const RoleSpec side{.role = Role::subject, .is_place = false, .slots = {}, .kinds = kSides, .required = false, .single = false};
  if (draft.first(Role::subject) != nullptr && (draft.first(Role::object) != nullptr || draft.rule->type == "statement")) return;
  for (std::size_t a = 0; a < draft.anchors.size(); ++a) {
    const std::uint32_t anchor = draft.anchors[a];
    if (!structure_.is_finite(anchor)) continue;
    const bool acts = structure_.grammar().arabic() && anchor > sentence.first && std::ranges::find(draft.anchors, anchor - 1) != draft.anchors.end() &&
                      !structure_.is_finite(anchor - 1) && structure_.info(anchor - 1).mention < 0 && !structure_.has_article(anchor - 1);
    for (const Filler& filler : slots_of(sentence, anchor, draft.senses[a], true, discourse)) {
      if (filler.implied || (filler.slot != Slot::agent && filler.slot != Slot::patient) || !kind_fits(side, structure_.mentions()[filler.mention])) continue;
      // "إن هجوما استهدف بلاده": the noun of the trigger acts, and what stands behind the verb is hit.
      const bool hit = acts && structure_.mentions()[filler.mention].first > anchor;
      std::uint32_t& noted = filler.slot == Slot::agent && !hit ? draft.agent : draft.patient;
      if (noted == kNoIndex) noted = filler.mention;
    }
    if (draft.agent != kNoIndex || draft.patient != kNoIndex) return;
  }
}

// At one trigger: more anchors, then more roles, then the rule for leaders, then the one that stands first. A word that serves a larger
// trigger as an anchor starts no event of its own.
void Matcher::choose(const text::Sentence& sentence, const Discourse& discourse, std::vector<Draft>& drafts) {
  order_.resize(attempt_count_);
  std::iota(order_.begin(), order_.end(), 0U);
  std::ranges::stable_sort(order_, [&](std::uint32_t left, std::uint32_t right) {
    const Draft& a = attempts_[left];
    const Draft& b = attempts_[right];
    if (a.weak != b.weak) return b.weak;
    if (a.alone != b.alone) return b.alone;
    if (a.anchors.size() != b.anchors.size()) return a.anchors.size() > b.anchors.size();
    if (a.fills.size() != b.fills.size()) return a.fills.size() > b.fills.size();
    if (for_leaders(*a.rule) != for_leaders(*b.rule)) return for_leaders(*a.rule);
    return a.rule->id < b.rule->id;
  });
  const std::size_t first = drafts.size();
  for (const std::uint32_t number : order_) {
    const Draft& attempt = attempts_[number];
    const bool used = std::any_of(drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(), [&](const Draft& winner) {
      // "talks" of "peace talks": the head of an English compound.
      const bool same_noun = attempt.token < winner.token_end && winner.token < attempt.token_end && attempt.rule->type == winner.rule->type;
      if (same_noun && !structure_.grammar().arabic()) return true;
      // "The protocol was signed in 1997 and took effect in 2005": two verbs may tell of one noun.
      const bool two_verbs = attempt.token != winner.token && structure_.is_finite(attempt.token) && structure_.is_finite(winner.token);
      // "فرض عقوبات ورفعها": and a verb may come back to the noun of another event.
      const auto comes_back = [&](const Draft& draft) {
        return structure_.is_finite(draft.token) && (structure_.may_bear(draft.token, text::Enclitic::ha) || structure_.may_bear(draft.token, text::Enclitic::hu));
      };
      const bool apart = attempt.token != winner.token && (comes_back(attempt) || comes_back(winner));
      return std::ranges::any_of(attempt.anchors, [&](std::uint32_t anchor) {
        if (two_verbs && anchor != attempt.token && anchor != winner.token) return false;
        if (apart && anchor != (comes_back(attempt) ? attempt : winner).token && !structure_.is_finite(anchor)) return false;
        return std::ranges::find(winner.anchors, anchor) != winner.anchors.end();
      });
    });
    if (!used) drafts.push_back(attempt);
  }
  for (std::size_t d = first; d < drafts.size(); ++d) note_sides(sentence, discourse, drafts[d]);
  std::sort(drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(),
            [](const Draft& a, const Draft& b) { return a.token < b.token; });
}

// The subject that a later clause without one carries on: the first verb's own, else the first bare mention.
void Matcher::remember_subject(std::uint32_t sentence, Discourse& discourse, const std::vector<Draft>& drafts, std::size_t first) const {
  for (std::size_t d = first; d < drafts.size(); ++d) {
    if (!drafts[d].verbal) continue;
    std::vector<std::uint32_t> subjects;
    for (const Fill& fill : drafts[d].fills) {
      if (fill.role == Role::subject && !fill.implied) subjects.push_back(fill.mention);
    }
    if (subjects.empty()) continue;
    if (structure_.mentions()[subjects.front()].kind == EntityKind::person) discourse.person = subjects.front();
    discourse.subjects = std::move(subjects);
    discourse.sentence = sentence;
    return;
  }
  const text::Sentence& s = structure_.tokens().sentences[sentence];
  const auto& mentions = structure_.mentions();
  for (std::uint32_t m = structure_.first_mention(s.first); m < mentions.size() && mentions[m].first < s.last; ++m) {
    if (mentions[m].form == MentionForm::nisba || structure_.role(m).governor != Governor::none || mentions[m].kind == EntityKind::place) continue;
    // The agency in a dateline: "موسكو (رويترز) -".
    if (mentions[m].first > s.first && structure_.is(mentions[m].first - 1, U'(')) continue;
    if (mentions[m].kind == EntityKind::person) discourse.person = m;
    discourse.subjects.assign(1, m);
    discourse.sentence = sentence;
    return;
  }
}

}  // namespace tarikh::event
