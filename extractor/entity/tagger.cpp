#include "entity/tagger.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/fold.h"
#include "text/transliterate.h"

namespace tarikh::entity {
namespace {

// Beside the classes' bits: a name of the gazetteer, or somebody's given name.
constexpr std::uint64_t kName = std::uint64_t{1} << 63U, kGiven = std::uint64_t{1} << 62U;

// Values of the class org_head.
constexpr std::int32_t kOrganisationHead = 1, kBlocHead = 2;
// Numbers of gazetteer/offices.tsv.
constexpr OfficeId kPresident = 1, kPrimeMinister = 3, kKing = 10, kSpokesperson = 23, kLeader = 34;
constexpr OfficeId kFirstGroup = 201, kWomen = 253, kOneDelegation = 259, kFirstPerson = 301;
constexpr std::uint64_t office_bit(OfficeId office) { return office > 0 && office < 64 ? std::uint64_t{1} << office : 0; }

// Value of the class country_word: "the kingdom" is no republic.
constexpr std::int32_t kKingdom = 1;
bool is_monarchy(std::string_view country) {
  constexpr auto kMonarchies = std::to_array<std::string_view>({"SA", "BH", "JO", "MA", "OM", "KW", "QA", "AE", "GB", "ES", "NL", "BE", "DK", "NO", "SE", "TH", "KH",
                                                                "BT", "MY", "BN", "JP", "LS", "SZ", "TO", "LU", "MC", "LI"});
  return std::ranges::find(kMonarchies, country) != kMonarchies.end();
}

// "القاضي الكوري الجنوبي", "جنود أمريكيون", "المتمردون السوريون", "المحكمة الجنوب إفريقية": the adjective agrees with its noun; of one of
// two words both do, if both are adjectives.
std::string nisba_for(const Institution& institution, OfficeId number, std::string_view nisba) {
  const std::string& noun = institution.name_ar;
  const bool person = number >= kFirstGroup && number < kFirstPerson;
  const bool plural = noun.substr(0, noun.find(' ')).ends_with("ون") || (person && institution.gender == rules::Gender::masculine && number != kOneDelegation);
  const bool definite = noun.starts_with("ال") || noun.find(" ال") != std::string::npos;
  const std::string_view ending = plural ? (number == kWomen ? "ات" : "ون") : institution.gender == rules::Gender::feminine ? "ة" : "";
  const std::string_view article = definite ? "ال" : "";
  const std::size_t blank = nisba.find(' ');
  if (blank == std::string_view::npos) return fmt::format("{}{}{}", article, nisba, ending);
  const std::string_view first = nisba.substr(0, blank);
  const std::string_view second = nisba.substr(blank + 1);
  if (!first.ends_with("ي")) return fmt::format("{}{} {}{}", article, first, second, ending);
  return fmt::format("{}{}{} {}{}{}", article, first, ending, article, second, ending);
}

}  // namespace

EntityRules::EntityRules(const rules::Lexicon& lexicon, const Gazetteer& table)
    : gazetteer(&table),
      arabic(lexicon.language() == "ar"),
      office(add_class(lexicon, "office")),
      office_f(add_class(lexicon, "office_f")),
      office_pl(add_class(lexicon, "office_pl")),
      office_former(add_class(lexicon, "office_former")),
      office_adjective(add_class(lexicon, "office_adjective")),
      counterpart(add_class(lexicon, "counterpart")),
      body(add_class(lexicon, "body")),
      body_pl(add_class(lexicon, "body_pl")),
      org_head(add_class(lexicon, "org_head")),
      name_particle(add_class(lexicon, "name_particle")),
      given_word(add_class(lexicon, "given_word")),
      kin(add_class(lexicon, "kin")),
      person_title(add_class(lexicon, "person_title")),
      group_member(add_class(lexicon, "group_member")),
      capital(add_class(lexicon, "capital")),
      country_word(add_class(lexicon, "country_word")),
      named_by_place(add_class(lexicon, "named_by_place")),
      common_actor(add_class(lexicon, "common_actor")),
      title_noun(add_class(lexicon, "title_noun")),
      no_name(add_class(lexicon, "no_name")),
      of_people(add_class(lexicon, "of_people")),
      determiner(add_class(lexicon, "determiner")),
      indefinite(add_class(lexicon, "indefinite")),
      participle_left(add_class(lexicon, "participle_left")),
      person_noun(add_class(lexicon, "person_noun")),
      speaking(add_class(lexicon, "speaking")),
      personal(add_class(lexicon, "personal")),
      place_preposition(add_class(lexicon, "place_preposition")),
      organisation_noun(add_class(lexicon, "organisation_noun")),
      nobody_word(add_class(lexicon, "nobody_word")),
      where(add_class(lexicon, "where")),
      place_noun(add_class(lexicon, "place_noun")),
      bare_body(add_class(lexicon, "bare_body")),
      before_bare(add_class(lexicon, "before_bare")),
      deciding(add_class(lexicon, "deciding")),
      appoints(add_class(lexicon, "appoints")),
      offices(office.bit | office_f.bit | office_pl.bit | body.bit | counterpart.bit | (arabic ? 0 : office_former.bit | office_adjective.bit)),
      openers(office.bit | office_f.bit | office_pl.bit | body.bit | body_pl.bit | counterpart.bit | org_head.bit | capital.bit | country_word.bit | common_actor.bit | title_noun.bit | kin.bit) {}

void EntityRules::add_names(rules::Lexicon& lexicon) {
  names.add_all(lexicon.vocabulary(), *gazetteer, arabic);
  heads_of.resize(gazetteer->entities().size(), 0);
  for (std::size_t e = 0; e < heads_of.size(); ++e) {
    const Entity& entity = gazetteer->entities()[e];
    if (entity.kind != EntityKind::organisation) continue;
    for (const std::string& name : arabic ? entity.names_ar : entity.names_en) {
      for (const std::string_view piece : rules::split(name, " ")) {
        std::string folded = text::fold(piece);
        if (folded.starts_with("ال")) folded.erase(0, std::string_view("ال").size());
        for (const rules::Sense& sense : lexicon.senses(lexicon.vocabulary().find(folded))) {
          if (sense.cls == org_head.id && sense.value < 32) heads_of[e] |= 1U << static_cast<unsigned>(sense.value);
        }
      }
    }
  }
}

EntityClass EntityRules::add_class(const rules::Lexicon& lexicon, std::string_view name) {
  const rules::ClassId id = lexicon.find_class(name);
  const EntityClass cls{.id = id, .bit = id == rules::kNoClass ? 0 : std::uint64_t{1} << classes.size()};
  if (cls.bit != 0) classes.push_back(cls);
  return cls;
}

// What the forms can be that the analyzer has met since the last document.
void EntityTagger::look_up_forms() {
  for (auto id = static_cast<std::uint32_t>(may_be_.size()); id < analyzer_->size(); ++id) {
    std::uint64_t bits = 0;
    const auto add = [&](rules::ClassId cls) {
      for (const EntityClass& known : rules_.classes) bits |= known.id == cls ? known.bit : 0;
    };
    // "بيان" is a statement, not "by Jan".
    const auto readings = analyzer_->readings(id);
    const bool word = std::ranges::any_of(cache_->hits(id), [&](const rules::Hit& hit) { return readings[hit.reading].proclitics == 0; });
    for (const text::Reading& reading : readings) {
      if (rules_.names.begins(reading.word)) bits |= kName;
      if (rules_.names.is_given_name(reading.word) && (reading.proclitics == 0 || !word)) bits |= kGiven;
      for (const std::uint32_t payload : lexicon_.phrases().begun_by(reading.word)) add(lexicon_.sense(payload).cls);
    }
    for (const rules::Hit& hit : cache_->hits(id)) add(hit.sense.cls);
    may_be_.push_back(bits);
  }
}

void EntityTagger::prepare() {
  look_up_forms();
  known_.clear();
  short_names_.clear();
}

void EntityTagger::tag(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
                       std::span<const Timex> timexes, std::optional<date::sys_days> dct, std::vector<EntityMention>& out) {
  tokens_ = &tokens;
  analyzer_ = &analyzer;
  cache_ = &cache;
  dct_ = dct;
  out_ = &out;
  out.clear();
  for (Phrases& kept : phrases_) kept.token = kNoIndex;
  for (Name& kept : names_) kept.token = kNoIndex;
  prepare();
  is_timex_.assign(tokens.tokens.size(), false);
  std::size_t x = 0;
  for (std::uint32_t t = 0; t < tokens.tokens.size() && x < timexes.size(); ++t) {
    while (x < timexes.size() && timexes[x].span.end <= tokens.tokens[t].span.begin) ++x;
    is_timex_[t] = x < timexes.size() && tokens.tokens[t].span.end > timexes[x].span.begin;
  }
  for (std::uint32_t t = 0; t < tokens.tokens.size();) {
    const std::uint32_t next = taken(t) || !is_word(t) ? t : compose(t);
    t = std::max(next, t + 1);
  }
  for (EntityMention& mention : out) {
    // "الهيئة العليا المستقلة للانتخابات" is named by its own words, in its own language.
    const bool own_words = rules_.arabic && mention.kind == EntityKind::organisation && mention.actor.id.empty() && mention.last > mention.first + 1;
    if (own_words && !mention.actor.name_ar.empty()) mention.actor.name_ar = std::string(tokens.words(mention.span));
    if (mention.kind != EntityKind::person) continue;
    if (const std::uint32_t person = rules_.gazetteer->find(mention.actor.id); person != kNoIndex) mention.state = rules_.gazetteer->state_of(person);
  }
}

bool EntityTagger::is_comma(std::uint32_t token) const { return tokens_->is_comma(token); }

bool EntityTagger::is_quote(std::uint32_t token) const {
  return !end(token) && (tokens_->is(token, U'«') || tokens_->is(token, U'»') || tokens_->is(token, U'"') || tokens_->is(token, U'“') || tokens_->is(token, U'”'));
}

// "«حماس»": a name alone between quotation marks.
bool EntityTagger::opens_quoted_name(std::uint32_t token) const {
  if (!is_quote(token) || end(token + 1) || !is_word(token + 1)) return false;
  const NameTable::Found found = name_at(token + 1);
  return found.sense != nullptr && is_quote(token + 1 + found.tokens);
}

bool EntityTagger::capitalised(std::uint32_t token) const {
  return is_word(token) && !tokens_->tokens[token].arabic && analyzer_->analysis(tokens_->tokens[token].analysis).capitalised;
}

// What the phrases that begin at the token mean, longest first. A token is asked for many classes in a row, and so are its neighbours.
const std::vector<std::pair<rules::ClassId, EntityTagger::Word>>& EntityTagger::phrases_at(std::uint32_t token) const {
  Phrases& kept = phrases_[token % phrases_.size()];
  if (kept.token == token) return kept.words;
  kept.token = token;
  kept.words.clear();
  lexicon_.phrases().find(*tokens_, *analyzer_, token, [&](const rules::PhraseTable::Match& match) {
    for (const std::uint32_t payload : lexicon_.phrases().payloads(match.node)) {
      const rules::Sense& sense = lexicon_.sense(payload);
      Word word{.value = sense.value, .tokens = match.tokens, .proclitics = static_cast<std::uint8_t>(match.head->proclitics & ~text::kAl),
                .begin = match.head->article_begin, .definite = (match.head->proclitics & text::kAl) != 0, .enclitic = false};
      // "رئيس الوزراء" is definite by its last word.
      word.definite = word.definite || surface(token + match.tokens - 1).starts_with("ال");
      kept.words.emplace_back(sense.cls, word);
    }
    return false;
  });
  return kept.words;
}

EntityTagger::Word EntityTagger::find_word(rules::ClassId cls, std::uint32_t token) const {
  const std::uint32_t analysis = tokens_->tokens[token].analysis;
  if (cache_->begins_phrase(analysis)) {
    for (const auto& [phrase_class, phrase] : phrases_at(token)) {
      if (phrase_class == cls) return phrase;
    }
  }
  const auto readings = analyzer_->readings(analysis);
  for (const rules::Hit& hit : cache_->hits(analysis)) {
    if (hit.sense.cls != cls) continue;
    const text::Reading& reading = readings[hit.reading];
    return {.value = hit.sense.value, .tokens = 1, .proclitics = static_cast<std::uint8_t>(reading.proclitics & ~text::kAl),
            .begin = reading.article_begin, .definite = (reading.proclitics & text::kAl) != 0,
            .enclitic = reading.enclitic != text::Enclitic::none};
  }
  return {};
}

EntityTagger::Office EntityTagger::office_at(std::uint32_t token) const {
  Office office{.word = word_of(rules_.office, token)};
  if (const Word feminine = word_of(rules_.office_f, token); feminine.tokens > office.word.tokens) {
    office = {.word = feminine, .plural = false, .gender = rules::Gender::feminine};
  }
  // «رئيسي منغوليا وإيران» are two, and not my president.
  if (const Word plural = word_of(rules_.office_pl, token); plural.tokens > office.word.tokens || (plural && office.word.enclitic)) {
    office = {.word = plural, .plural = true, .gender = rules::Gender::masculine};
  }
  return office;
}

NameTable::Found EntityTagger::name_at(std::uint32_t token) const {
  if (end(token) || !is_word(token) || !may_be(token, kName) || taken(token)) return {};
  Name& kept = names_[token % names_.size()];
  if (kept.token != token) kept = {.token = token, .found = word_of(rules_.no_name, token) ? NameTable::Found{} : rules_.names.find(*tokens_, *analyzer_, token)};
  const NameTable::Found& found = kept.found;
  for (std::uint32_t t = token; t < token + found.tokens; ++t) {
    if (taken(t)) return {};
  }
  return found;
}

bool EntityTagger::is_given_name(std::uint32_t token, rules::Gender* gender) const {
  if (end(token) || !is_word(token) || taken(token)) return false;
  if (!tokens_->tokens[token].arabic && !capitalised(token)) return false;
  for (const text::Reading& reading : analyzer_->readings(tokens_->tokens[token].analysis)) {
    if (!rules_.names.is_given_name(reading.word) || reading.enclitic != text::Enclitic::none || (reading.proclitics & text::kSa) != 0) continue;
    if (gender != nullptr) *gender = rules_.names.given_gender(reading.word);
    return true;
  }
  return false;
}

std::uint32_t EntityTagger::compose(std::uint32_t token) {
  start_ = token;
  // Without a capital no English word is a name, whatever begins with it ("the").
  const bool name = may_be(token, kName) && (rules_.arabic || capitalised(token));
  const bool opens = may_be(token, rules_.openers);
  const bool office = may_be(token, rules_.offices);
  const bool place = rules_.arabic && may_be(token, rules_.place_noun.bit);
  // A word that no lexicon holds may be somebody's or something's name.
  const bool may_name = rules_.arabic ? cache_->hits(tokens_->tokens[token].analysis).empty() : capitalised(token);
  if (!opens && !name && !office && !place && !may_name && !may_be(token, kGiven) && short_names_.empty()) return token;
  // In English whose they are may stand before both.
  const bool owner = name && !rules_.arabic;
  if (owner || may_be(token, rules_.capital.bit)) {
    if (const std::uint32_t next = described_capital(token); next > token) return next;
  }
  if (owner || (rules_.arabic && (office || opens))) {
    if (const std::uint32_t next = rules_.arabic ? arabic_shared(token) : english_shared(token); next > token) return next;
  }
  if (owner || office) {
    const std::uint32_t next = rules_.arabic ? arabic_office(token) : english_office(token);
    if (next > token) return next;
  }
  if (const NameTable::Found found = name_at(token); found.sense != nullptr) {
    // "عون" in an article about Joseph Aoun is not Michel Aoun: who has been named in full has the short name.
    if (found.tokens == 1 && entity(found.sense->entity).kind == EntityKind::person) {
      if (const std::uint32_t next = short_name(token); next > token) return next;
    }
    return plain_name(token, found);
  }
  if (const std::uint32_t next = short_name(token); next > token) return next;
  if (may_be(token, kGiven)) {
    if (const std::uint32_t next = unknown_person(token); next > token) return next;
  }
  if (may_name) {
    if (const std::uint32_t next = rules_.arabic ? arabic_unknown_name(token) : english_unknown_name(token); next > token) return next;
    if (const std::uint32_t next = rules_.arabic && !end(token + 1) && is_comma(token + 1) ? arabic_fronted_place(token) : token; next > token) return next;
  }
  if (place) {
    if (const std::uint32_t next = arabic_unknown_place(token); next > token) return next;
  }
  if (!opens) return token;
  if (const std::uint32_t next = described_organisation(token); next > token) return next;
  if (const std::uint32_t next = described_country(token); next > token) return next;
  if (rules_.arabic) {
    if (const std::uint32_t next = arabic_relation(token); next > token) return next;
    if (const std::uint32_t next = arabic_titled(token); next > token) return next;
  }
  return common_actor(token);
}

EntityMention& EntityTagger::add(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics) {
  EntityMention& mention = out_->emplace_back();
  mention.first = first;
  mention.last = last;
  mention.proclitics = proclitics;
  mention.span = {tokens_->tokens[first].span.begin + skip_bytes, tokens_->tokens[last - 1].span.end};
  return mention;
}

EntityMention& EntityTagger::add_unknown_place(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics) {
  EntityMention& mention = add(first, last, skip_bytes, proclitics);
  mention.kind = EntityKind::place;
  mention.form = MentionForm::name;
  mention.place = unknown_ref(tokens_->words(mention.span));
  return mention;
}

std::int32_t EntityTagger::remember(Known known) {
  known.mentioned = static_cast<std::uint32_t>(out_->size());
  for (std::size_t k = 0; k < known_.size(); ++k) {
    Known& old = known_[k];
    if (old.ref.id != known.ref.id || old.kind != known.kind) continue;
    known.offices |= old.offices;
    known.times = old.times + 1;
    if (known.gender == rules::Gender::any) known.gender = old.gender;
    known_[k] = std::move(known);
    return static_cast<std::int32_t>(k);
  }
  known_.push_back(std::move(known));
  return static_cast<std::int32_t>(known_.size() - 1);
}

// "قائد مجموعة فاغنر": whose office it is can be named shortly from now on.
void EntityTagger::remember_organisation(const Holder& holder) {
  if (holder.entity == kNoIndex || entity(holder.entity).kind != EntityKind::organisation) return;
  const Entity& e = entity(holder.entity);
  remember({.ref = e.ref, .kind = e.kind, .country = e.country, .gender = e.gender, .offices = 0, .heads = rules_.heads_of[holder.entity], .body = kNoOffice, .times = 1, .mentioned = 0});
}

// The last word of a full name is enough from now on.
void EntityTagger::remember_short_name(std::uint32_t token, std::int32_t known) {
  const std::string folded = text::fold(surface(token));
  if (folded.size() >= (rules_.arabic ? 3U : 2U)) short_names_[folded] = known;  // "Qu", "Li"
}

// "The breakaway region of Somaliland", "the self-declared republic of Abkhazia": the country itself. "The Tigray region of Ethiopia" is a part.
void EntityTagger::begin_at_what_it_is(EntityMention& mention) const {
  constexpr std::array<std::string_view, 8> kStates = {"state", "republic", "region", "territory", "kingdom", "enclave", "statelet", "nation"};
  constexpr std::uint32_t kAdjectives = 4;
  const std::uint32_t token = mention.first;
  if (token < 3 || surface(token - 1) != "of" || std::ranges::find(kStates, surface(token - 2)) == kStates.end()) return;
  for (std::uint32_t t = token - 2, steps = 0; t > 0 && steps <= kAdjectives && !tokens_->tokens[t].line_start; ++steps) {
    --t;
    if (surface(t) == "the" || surface(t) == "The") {
      mention.first = t + 1;
      return;
    }
    const bool is_part = !tokens_->is(t, U'-') && (!is_word(t) || capitalised(t) || taken(t) || word_of(rules_.place_preposition, t));
    if (is_part) return;
  }
}

// "الجبهة الشعبية للإصلاح" is not «الجبهة الشعبية لتحرير فلسطين»: a short name that the full one carries on with ل, and the text with another.
bool EntityTagger::goes_on_otherwise(std::uint32_t token, std::uint32_t last, const Entity& e) const {
  if (!rules_.arabic || end(last) || !is_word(last) || !surface(last).starts_with("لل")) return false;
  // "الاتحاد المغاربي للصحفيين" is theirs; but "قالت الجبهة الشعبية للصحفيين", "سلم الاتحاد الأفريقي للمتمردين".
  if (const Word people = word_of(rules_.common_actor, last)) {
    constexpr std::array<OfficeId, 8> kProfessions = {206, 207, 208, 213, 221, 222, 223, 235};
    const bool told = (token > 0 && tells_of_people(token - 1)) || (token > 1 && tells_of_people(token - 2));
    return !told && std::ranges::find(kProfessions, static_cast<OfficeId>(people.value)) != kProfessions.end();
  }
  const text::Token& first = tokens_->tokens[token];
  const std::string words = text::fold(tokens_->words({first.span.begin, tokens_->tokens[last - 1].span.end}));
  const std::string full = text::fold(e.ref.name_ar);
  return full.starts_with(words + " ل") && !full.starts_with(words + " " + text::fold(surface(last)));
}

std::uint32_t EntityTagger::plain_name(std::uint32_t token, const NameTable::Found& found) {
  const Entity& e = entity(found.sense->entity);
  const MentionForm mention_form = found.sense->form;
  std::uint32_t last = token + found.tokens;
  const bool longer = e.kind == EntityKind::organisation && goes_on_otherwise(token, last, e);
  if (longer) ++last;
  EntityMention& mention = add(token, last, found.begin, found.proclitics);
  mention.kind = e.kind;
  mention.form = found.sense->form;
  mention.number = found.sense->number;
  mention.gender = found.sense->gender;
  mention.country = e.country;
  // "صوت البريطانيون": a definite sound plural that stands as a noun means the people.
  if (rules_.arabic && mention.form == MentionForm::nisba && found.definite && mention.number == rules::Number::plural &&
      mention.gender == rules::Gender::masculine && surface(token).ends_with("ون")) {
    const std::string_view before = token > 0 && !tokens_->tokens[token].line_start ? surface(token - 1) : std::string_view{};
    if (!before.starts_with("ال") && !before.starts_with("وال")) mention.form = MentionForm::short_name;
  }
  switch (e.kind) {
    case EntityKind::country:
      mention.actor = e.ref;
      mention.place = e.ref;
      if (mention.form != MentionForm::nisba) {
        remember({.ref = e.ref, .kind = e.kind, .country = e.country, .gender = e.gender, .offices = 0, .heads = 0, .body = kNoOffice, .times = 1, .mentioned = 0});
      }
      break;
    case EntityKind::place:
      mention.place = e.ref;
      if (e.metonym) {
        mention.form = MentionForm::metonym;
        // The Paris agreement, «قمة أستانا» are called after the place; nobody acts there.
        const bool only_name = rules_.arabic ? token > 0 && !tokens_->tokens[token].line_start && word_of(rules_.named_by_place, token - 1)
                                             : !end(last) && word_of(rules_.named_by_place, last).tokens > 0;
        const std::uint32_t actor = only_name ? kNoIndex : rules_.gazetteer->find(e.acts_for);
        if (actor != kNoIndex) mention.actor = entity(actor).ref;
      }
      break;
    case EntityKind::person:
      mention.actor = e.ref;
      add_person(token, last, found.begin, found.proclitics, {.first = token, .last = last, .entity = found.sense->entity}, kNoOffice, {}, e.gender);
      return rules_.arabic ? arabic_apposition(last) : english_apposition(last, out_->size() - 1);
    case EntityKind::organisation:
    case EntityKind::office:
    case EntityKind::group:
      mention.actor = longer ? unknown_ref(tokens_->words(mention.span)) : e.ref;
      mention.decides = e.decides;
      if (longer) break;
      remember({.ref = e.ref, .kind = e.kind, .country = e.country, .gender = e.gender, .offices = 0, .heads = rules_.heads_of[found.sense->entity], .body = kNoOffice, .times = 1, .mentioned = 0});
      break;
  }
  // "Shanghai Cooperation Organisation (SCO)" is one mention.
  if (last + 2 < tokens_->tokens.size() && tokens_->is(last, U'(') && is_word(last + 1)) {
    const NameTable::Found again = name_at(last + 1);
    if (again.sense != nullptr && again.sense->entity == found.sense->entity && last + 1 + again.tokens < tokens_->tokens.size() &&
        tokens_->is(last + 1 + again.tokens, U')')) {
      last += again.tokens + 2;
      out_->back().last = last;  // the span stays the name's
    }
  }
  if (!rules_.arabic && e.kind == EntityKind::country && mention_form == MentionForm::name) begin_at_what_it_is(out_->back());
  // "بين إسرائيل و«حماس»": the quotation marks belong to the name.
  if (rules_.arabic && e.kind == EntityKind::organisation && token > 0 && opens_quoted_name(token - 1)) {
    out_->back().first = token - 1;
    out_->back().last = ++last;
  }
  return last;
}

std::uint32_t EntityTagger::short_name(std::uint32_t token) {
  if (short_names_.empty()) return token;
  const bool arabic = tokens_->tokens[token].arabic;
  if (!arabic && !capitalised(token)) return token;
  const std::string folded = text::fold(surface(token));
  const auto use = [&](std::string_view stem, std::uint32_t skip, std::uint8_t proclitics) {
    const auto found = short_names_.find(std::string(stem));
    if (found == short_names_.end()) return false;
    const Known known = known_[static_cast<std::size_t>(found->second)];
    EntityMention& mention = add(token, token + 1, skip, proclitics);
    mention.kind = known.kind;
    mention.form = MentionForm::short_name;
    mention.actor = known.ref;
    mention.country = known.country;
    mention.gender = known.gender;
    mention.number = rules::Number::singular;
    remember(known);
    return true;
  };
  if (use(folded, 0, 0)) return token + 1;
  if (!arabic) return token;
  // Unknown words have no readings: the proclitics come off here.
  constexpr std::uint32_t kLetter = 2;
  struct Prefix {
    std::string_view letter;
    std::uint8_t bit;
  };
  constexpr std::array<Prefix, 5> kPrefixes{{{"و", text::kWa}, {"ف", text::kFa}, {"ب", text::kBi}, {"ل", text::kLi}, {"ك", text::kKa}}};
  for (const Prefix& prefix : kPrefixes) {
    if (folded.starts_with(prefix.letter) && use(std::string_view(folded).substr(kLetter), kLetter, prefix.bit)) return token + 1;
  }
  return token;
}

std::uint32_t EntityTagger::unknown_person(std::uint32_t token) {
  NameRun run = rules_.arabic ? arabic_name(token, false) : english_name(token, false);
  // "غداة استقالة طارق عامر": behind what people do, a word that is a name as well ends one.
  if (!run && rules_.arabic && deed_before(token)) {
    if (const NameRun led = arabic_name(token, true); led && led.last > led.first + 1) run = led;
  }
  if (!run) return token;
  rules::Gender gender = rules::Gender::any;
  (void)is_given_name(token, &gender);
  std::uint8_t proclitics = 0;
  std::uint32_t skip = 0;
  for (const text::Reading& reading : analyzer_->readings(tokens_->tokens[token].analysis)) {
    if (!rules_.names.is_given_name(reading.word)) continue;
    proclitics = reading.proclitics;
    skip = reading.article_begin;
    break;
  }
  add_person(token, run.last, skip, proclitics, run, kNoOffice, {}, gender);
  return rules_.arabic ? arabic_apposition(run.last) : english_apposition(run.last, out_->size() - 1);
}

// "the organisation", "التكتل": the last one named whose name or kind the word fits.
std::uint32_t EntityTagger::described_organisation(std::uint32_t token) {
  const Word head = word_of(rules_.org_head, token);
  const Known* known = head ? organisation_meant(token, head) : nullptr;
  if (known == nullptr) return token;
  const Known copy = *known;
  EntityMention& mention = add(token, token + head.tokens, head.begin, head.proclitics);
  mention.kind = EntityKind::organisation;
  mention.form = MentionForm::description;
  mention.actor = copy.ref;
  mention.country = copy.country;
  remember(copy);
  return token + head.tokens;
}

const EntityTagger::Known* EntityTagger::organisation_meant(std::uint32_t token, const Word& head) const {
  const bool definite = rules_.arabic ? head.definite : token > 0 && (surface(token - 1) == "the" || surface(token - 1) == "The");
  if (!definite) return nullptr;
  // "The organisation", "the bloc" may be any international one: then the one that the text is about.
  const bool generic = head.value == kOrganisationHead || head.value == kBlocHead;
  const Known* known = nullptr;
  for (const Known& k : known_) {
    if (k.kind != EntityKind::organisation || k.body != kNoOffice) continue;
    const bool named = (k.heads & (1U << static_cast<unsigned>(head.value))) != 0;
    if (!named && !(generic && k.country.empty())) continue;
    if (known == nullptr || k.times > known->times || (k.times == known->times && k.mentioned > known->mentioned)) known = &k;
  }
  return known;
}

std::uint32_t EntityTagger::described_country(std::uint32_t token) {
  const Word word = word_of(rules_.country_word, token);
  if (!word) return token;
  bool own = word.enclitic;
  if (!rules_.arabic) {
    const std::string_view before = token > 0 ? surface(token - 1) : std::string_view{};
    own = before == "his" || before == "her" || before == "His" || before == "Her";
    if (!own && before != "the" && before != "The") return token;
  } else if (!own && !word.definite &&
             !tokens_->words({tokens_->tokens[token].span.begin + word.begin, tokens_->tokens[token].span.end}).starts_with("ال")) {
    return token;  // "بلاد" alone; "البلاد" is listed with its article
  }
  // "الدول", "دول المجلس" are no country; neither is "the country's" owner when nobody was named.
  const Known* known = nullptr;
  if (own) {
    known = latest([&](const Known& k) { return k.kind == EntityKind::person && !k.country.empty(); });
  } else {
    // The one that the text is about, as far as it has been read.
    for (const Known& k : known_) {
      if (k.kind != EntityKind::country || (word.value == kKingdom && !is_monarchy(k.ref.id))) continue;
      if (known == nullptr || k.times > known->times) known = &k;
    }
  }
  if (known == nullptr) return token;
  const std::uint32_t country = rules_.gazetteer->find(own ? known->country : known->ref.id);
  if (country == kNoIndex || entity(country).kind != EntityKind::country) return token;
  EntityMention& mention = add(token, token + word.tokens, word.begin, word.proclitics);
  mention.kind = EntityKind::country;
  mention.form = MentionForm::description;
  mention.actor = mention.place = entity(country).ref;
  mention.country = entity(country).ref.id;
  mention.gender = rules::Gender::feminine;
  return token + word.tokens;
}

std::uint32_t EntityTagger::described_capital(std::uint32_t token) {
  // Arabic: noun, then nisba; English: adjective or possessive, then noun. The name of the city may follow.
  std::uint32_t t = token;
  Holder holder;
  std::uint32_t skip = 0;
  std::uint8_t proclitics = 0;
  if (rules_.arabic) {
    const Word word = word_of(rules_.capital, t);
    if (!word || !word.definite) return token;
    skip = word.begin;
    proclitics = word.proclitics;
    t += word.tokens;
    const NameTable::Found nisba = name_at(t);
    const bool as_nisba = nisba.sense != nullptr && (nisba.sense->form == MentionForm::nisba ? nisba.definite : surface(t) == "السعودية");  // a name and an adjective
    if (!as_nisba) return token;
    holder = holder_of(nisba);
    t += nisba.tokens;
  } else {
    t = english_holder_before(t, holder);
    if (t == token || end(t)) return token;
    const Word word = word_of(rules_.capital, t);
    if (!word) return token;
    t += word.tokens;
  }
  std::uint32_t city = rules_.gazetteer->capital_of(holder.id);
  const std::uint32_t name_at_token = !end(t) && is_comma(t) ? t + 1 : t;
  if (const NameTable::Found name = name_at(name_at_token); name.sense != nullptr && name.proclitics == 0 && entity(name.sense->entity).kind == EntityKind::place &&
                                                            entity(name.sense->entity).country == holder.id) {
    city = name.sense->entity;
    t = name_at_token + name.tokens;
  }
  if (city == kNoIndex) return token;
  EntityMention& mention = add(token, t, skip, proclitics);
  mention.kind = EntityKind::place;
  mention.form = MentionForm::metonym;
  mention.place = entity(city).ref;
  mention.country = holder.id;
  mention.gender = rules::Gender::feminine;
  if (holder.entity != kNoIndex) mention.actor = entity(holder.entity).ref;
  return t;
}

EntityTagger::Holder EntityTagger::holder_of(const NameTable::Found& found) const {
  const Entity& e = entity(found.sense->entity);
  if (e.kind == EntityKind::place) {
    const std::uint32_t country = rules_.gazetteer->find(e.country);
    return country == kNoIndex ? Holder{} : Holder{.id = e.country, .entity = country};
  }
  return {.id = e.ref.id, .entity = found.sense->entity};
}

// "His cabinet", "حكومته": of the country of the person named last.
EntityTagger::Holder EntityTagger::owner() const {
  const Known* known = latest([](const Known& k) { return k.kind == EntityKind::person && !k.country.empty(); });
  const std::uint32_t country = known == nullptr ? kNoIndex : rules_.gazetteer->find(known->country);
  const bool found = country != kNoIndex && entity(country).kind == EntityKind::country;
  return found ? Holder{.id = known->country, .entity = country} : Holder{};
}

// "The army in Myanmar": the preposition and the name are no part of the mention.
EntityTagger::Holder EntityTagger::country_behind(std::uint32_t token, std::string_view preposition) const {
  if (end(token) || !is_word(token) || text::fold(surface(token)) != text::fold(preposition)) return {};
  const NameTable::Found found = name_at(token + 1);
  const bool country = found.sense != nullptr && entity(found.sense->entity).kind == EntityKind::country && found.sense->form != MentionForm::nisba;
  return country ? holder_of(found) : Holder{};
}

EntityRef EntityTagger::institution_ref(OfficeId number, const Holder& holder) const {
  const Institution* institution = rules_.gazetteer->institution(number);
  if (institution == nullptr) return {};
  EntityRef ref{.id = holder.id.empty() ? std::string() : fmt::format("{}.{}", holder.id, institution->id),
                .name_en = institution->name_en, .name_ar = institution->name_ar};
  if (holder.entity == kNoIndex) return ref;
  const Entity& e = entity(holder.entity);
  ref.name_en = fmt::format("{} {}", e.adjective_en.empty() ? e.ref.name_en : e.adjective_en, institution->name_en);
  ref.name_ar = e.nisba_ar.empty() ? fmt::format("{} ({})", institution->name_ar, e.ref.name_ar)
                                   : fmt::format("{} {}", institution->name_ar, nisba_for(*institution, number, e.nisba_ar));
  return ref;
}

// Whom no table knows: the name as it stands, and letter by letter in the other language.
EntityRef EntityTagger::unknown_ref(std::string_view words) const {
  EntityRef ref{.id = "x:" + text::fold(words), .name_en = std::string(words), .name_ar = std::string(words)};
  (rules_.arabic ? ref.name_en : ref.name_ar) = rules_.arabic ? text::to_latin(words) : text::to_arabic(words);
  return ref;
}

void EntityTagger::add_person(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics, const NameRun& name,
                              OfficeId office, const Holder& holder, rules::Gender gender) {
  // plain_name() has added the mention already.
  const bool added = !out_->empty() && out_->back().first == first && out_->back().last == last;
  EntityMention& mention = added ? out_->back() : add(first, last, skip_bytes, proclitics);
  Known known{.ref = {}, .kind = EntityKind::person, .country = holder.id, .gender = gender, .offices = office_bit(office), .heads = 0, .body = kNoOffice, .times = 1, .mentioned = 0};
  if (name.entity != kNoIndex) {
    const Entity& e = entity(name.entity);
    known.ref = e.ref;
    known.country = e.country;
    if (e.gender != rules::Gender::any) known.gender = e.gender;
    for (const Tenure& tenure : rules_.gazetteer->tenures_of(name.entity)) {
      if (!dct_ || (tenure.from <= *dct_ && *dct_ <= tenure.to)) known.offices |= office_bit(tenure.office);
    }
  } else if (name.known >= 0) {
    known.ref = known_[static_cast<std::size_t>(name.known)].ref;
  } else {
    known.ref = unknown_ref(tokens_->words({tokens_->tokens[name.first].span.begin + (name.first == first ? skip_bytes : 0), tokens_->tokens[name.last - 1].span.end}));
  }
  mention.kind = EntityKind::person;
  mention.form = MentionForm::name;
  mention.actor = known.ref;
  mention.country = known.country;
  mention.gender = known.gender;
  mention.number = rules::Number::singular;
  const std::int32_t index = remember(std::move(known));
  remember_organisation(holder);
  if (name.last > name.first + 1) {
    // The family name: the first word where it stands first, else the last.
    constexpr std::array<std::string_view, 6> kFamilyFirst{"CN", "TW", "KP", "KR", "VN", "HK"};
    const std::string& country = known_[static_cast<std::size_t>(index)].country;
    const bool first_word = std::ranges::find(kFamilyFirst, country) != kFamilyFirst.end();
    remember_short_name(first_word ? name.first : name.last - 1, index);
  }
}

bool EntityTagger::add_described(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics, OfficeId office,
                                 const Holder& holder, bool former, bool definite, rules::Gender gender) {
  EntityRef ref;
  std::string country = holder.id;
  MentionForm form = MentionForm::description;
  // Offices that many hold at a time name nobody.
  constexpr std::uint64_t kMany = office_bit(9) | office_bit(21) | office_bit(22) | office_bit(23) | office_bit(25) | office_bit(28) | office_bit(30) |
                                  office_bit(31) | office_bit(32) | office_bit(33) | office_bit(35) | office_bit(36) | office_bit(37) | office_bit(38) |
                                  office_bit(39) | office_bit(40) | office_bit(41) | office_bit(42) | office_bit(44);
  if (!former && (office_bit(office) & kMany) == 0) {
    // Somebody of this document first, then whoever is in office on the day.
    const Known* known = latest([&](const Known& k) {
      return k.kind == EntityKind::person && (k.offices & office_bit(office)) != 0 && (holder.id.empty() || k.country == holder.id) &&
             !(gender == rules::Gender::feminine && k.gender == rules::Gender::masculine);
    });
    if (known != nullptr) {
      ref = known->ref;
      country = known->country;
      gender = known->gender;
      remember(Known(*known));
    }
    if (ref.id.empty() && !holder.id.empty() && dct_) {
      if (const std::uint32_t person = rules_.gazetteer->officeholder(office, holder.id, *dct_); person != kNoIndex) {
        const Entity& e = entity(person);
        ref = e.ref;
        gender = e.gender;
        remember({.ref = e.ref, .kind = EntityKind::person, .country = e.country, .gender = e.gender, .offices = office_bit(office), .heads = 0, .body = kNoOffice, .times = 1, .mentioned = 0});
      }
    }
  }
  // Who speaks for an organisation says what it says.
  const bool as_body = office == kSpokesperson && !former && holder.entity != kNoIndex && entity(holder.entity).kind == EntityKind::organisation;
  if (as_body) ref = entity(holder.entity).ref;
  if (ref.id.empty()) {
    if (holder.id.empty() && !definite) return false;
    ref = institution_ref(office, holder);
    if (former) ref.id.clear();
  }
  EntityMention& mention = add(first, last, skip_bytes, proclitics);
  mention.kind = ref.id.find('.') == std::string::npos && !ref.id.empty() && !as_body ? EntityKind::person : EntityKind::office;
  mention.form = form;
  mention.actor = std::move(ref);
  mention.country = std::move(country);
  mention.gender = gender;
  mention.number = rules::Number::singular;
  mention.common = is_common(mention);
  remember_organisation(holder);
  return true;
}

// "المدعي العام", "القوات" with no word of whose they are. English rules meet such words as acting nouns.
bool EntityTagger::is_common(const EntityMention& mention) const { return rules_.arabic && mention.actor.id.empty(); }

void EntityTagger::add_group(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics, OfficeId office, const Holder& holder) {
  EntityMention& mention = add(first, last, skip_bytes, proclitics);
  mention.kind = EntityKind::group;
  mention.leaders = office == kPresident || office == kPrimeMinister || office == kKing || office == kLeader;
  mention.form = MentionForm::description;
  mention.number = rules::Number::plural;
  mention.gender = rules::Gender::masculine;
  if (holder.entity == kNoIndex) return;
  remember_organisation(holder);
  const Entity& e = entity(holder.entity);
  mention.actor = e.ref;
  if (e.kind == EntityKind::organisation) {
    mention.organisation = e.ref.id;
  } else {
    mention.country = e.ref.id;
  }
}

void EntityTagger::add_body(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics, OfficeId body, Holder holder) {
  if (holder.id.empty()) {
    // "The parliament": the one named before.
    if (const Known* known = latest([&](const Known& k) { return k.body == body; })) {
      holder = {.id = known->country, .entity = rules_.gazetteer->find(known->country)};
    }
  }
  EntityMention& mention = add(first, last, skip_bytes, proclitics);
  mention.kind = EntityKind::organisation;
  mention.form = MentionForm::description;
  mention.actor = institution_ref(body, holder);
  mention.country = holder.id;
  const Institution* institution = rules_.gazetteer->institution(body);
  mention.gender = institution != nullptr ? institution->gender : rules::Gender::any;
  mention.decides = institution != nullptr && institution->decides;
  mention.common = is_common(mention);
  if (!holder.id.empty()) {
    remember({.ref = mention.actor, .kind = EntityKind::organisation, .country = holder.id, .gender = mention.gender, .offices = 0, .heads = 0, .body = body, .times = 1, .mentioned = 0});
  }
}

}  // namespace tarikh::entity
