// Entities of one document: names of the gazetteer, people and bodies built from what stands around them
// ("the Estonian prime minister Kaja Kallas", «البرلمان التونسي»), short names and descriptions that point back to
// somebody named before. One pass from left to right; names are opaque to everything that comes after.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "entity/mention.h"
#include "entity/names.h"
#include "rules/word_cache.h"

namespace tarikh::entity {

/// A class of data/<lang>/entities.lex, with a bit of its own: what a word can be is a set of them.
struct EntityClass {
  rules::ClassId id = rules::kNoClass;
  std::uint64_t bit = 0;
};

/// What the tagger knows of a language: the names and the classes of data/<lang>/entities.lex.
struct EntityRules {
  /// The names come by add_names, or from an image.
  EntityRules(const rules::Lexicon& lexicon, const Gazetteer& gazetteer);
  void add_names(rules::Lexicon& lexicon);

  const Gazetteer* gazetteer;
  NameTable names;
  bool arabic;
  std::vector<EntityClass> classes;  ///< all of the following
  EntityClass office, office_f, office_pl, office_former, office_adjective, counterpart, body, body_pl, org_head, name_particle, given_word, kin, person_title,
      group_member, capital, country_word, named_by_place, common_actor, title_noun, no_name, of_people,
      determiner, indefinite, participle_left, person_noun, speaking, personal, place_preposition, organisation_noun,
      nobody_word, where, place_noun, bare_body, before_bare, deciding, appoints;
  std::uint64_t offices;  ///< bits of what an office, a body or "his counterpart" may begin with; in English "former", too
  std::uint64_t openers;  ///< of everything that a mention without a name begins with
  std::vector<std::uint32_t> heads_of;  ///< by entity: bits (1 << value) of the org_head words in its name
  template <class Image>
  void fields(Image& image) {
    image(names, heads_of);
  }

 private:
  EntityClass add_class(const rules::Lexicon& lexicon, std::string_view name);
};

class EntityTagger {
 public:
  EntityTagger(const EntityRules& rules, const rules::Lexicon& lexicon) : rules_(rules), lexicon_(lexicon) {}

  /// Mentions in text order, not overlapping. `dct` tells who is meant by "the French president".
  void tag(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
           std::span<const Timex> timexes, std::optional<date::sys_days> dct, std::vector<EntityMention>& out);
  /// The analyzer has forgotten its forms.
  void forget() { may_be_.clear(); }

 private:
  /// Words of a class at a token.
  struct Word {
    std::int32_t value = 0;
    std::uint32_t tokens = 0;  ///< 0 = no such word here
    std::uint8_t proclitics = 0;
    std::uint16_t begin = 0;   ///< bytes of the first token before the word and its article
    bool definite = false;
    bool enclitic = false;     ///< carries a possessive pronoun
    explicit operator bool() const { return tokens > 0; }
  };
  struct Office {
    Word word;
    bool plural = false;
    rules::Gender gender = rules::Gender::masculine;
  };
  /// Somebody or something named in this document: what short names and descriptions refer to.
  struct Known {
    EntityRef ref;
    EntityKind kind = EntityKind::person;
    std::string country;
    rules::Gender gender = rules::Gender::any;
    std::uint64_t offices = 0;      ///< bits of OfficeId, of those below 64
    std::uint32_t heads = 0;        ///< bits of org_head values
    OfficeId body = kNoOffice;
    std::uint32_t times = 0;        ///< mentions so far
    std::uint32_t mentioned = 0;    ///< how many mentions had been found when it was mentioned last
  };
  /// Who has an office or a body.
  struct Holder {
    std::string id;                 ///< empty = not said
    std::uint32_t entity = kNoIndex;
  };
  /// A noun that stands for one of each of several countries or bodies.
  struct Shared {
    Word noun;
    bool people = false;            ///< office holders or a crowd; otherwise a body
  };
  /// A run of tokens [first, last) that is somebody's name.
  struct NameRun {
    std::uint32_t first = 0, last = 0;
    std::uint32_t entity = kNoIndex;  ///< of the gazetteer
    std::int32_t known = -1;          ///< index into known_ when named before
    explicit operator bool() const { return last > first; }
  };

  void prepare();
  void look_up_forms();
  [[nodiscard]] bool taken(std::uint32_t token) const { return is_timex_[token]; }
  /// Nothing of the phrase that begins at start_ can stand there: another line or the end of the text.
  [[nodiscard]] bool end(std::uint32_t token) const {
    return token >= tokens_->tokens.size() || (token != start_ && tokens_->tokens[token].line_start);
  }
  [[nodiscard]] bool is_word(std::uint32_t token) const { return tokens_->tokens[token].kind == text::TokenKind::word; }
  [[nodiscard]] bool is_comma(std::uint32_t token) const;
  [[nodiscard]] bool is_quote(std::uint32_t token) const;
  void begin_at_what_it_is(EntityMention& mention) const;
  [[nodiscard]] bool opens_quoted_name(std::uint32_t token) const;
  [[nodiscard]] bool capitalised(std::uint32_t token) const;
  [[nodiscard]] std::string_view surface(std::uint32_t token) const { return tokens_->word(token); }
  [[nodiscard]] const std::vector<std::pair<rules::ClassId, Word>>& phrases_at(std::uint32_t token) const;
  /// Whether the word can be, or begin, something of one of the classes: exact but for words that a phrase does not go on with.
  [[nodiscard]] bool may_be(std::uint32_t token, std::uint64_t bits) const { return (may_be_[tokens_->tokens[token].analysis] & bits) != 0; }
  [[nodiscard]] Word word_of(const EntityClass& cls, std::uint32_t token) const {
    if (end(token) || !is_word(token) || !may_be(token, cls.bit) || taken(token)) return {};
    return find_word(cls.id, token);
  }
  [[nodiscard]] Word find_word(rules::ClassId cls, std::uint32_t token) const;
  [[nodiscard]] Office office_at(std::uint32_t token) const;
  [[nodiscard]] NameTable::Found name_at(std::uint32_t token) const;
  [[nodiscard]] const Entity& entity(std::uint32_t index) const { return rules_.gazetteer->entity(index); }
  [[nodiscard]] bool is_given_name(std::uint32_t token, rules::Gender* gender = nullptr) const;

  // Each composer returns the token behind what it added, or `token` when it found nothing.
  std::uint32_t compose(std::uint32_t token);
  [[nodiscard]] bool goes_on_otherwise(std::uint32_t token, std::uint32_t last, const Entity& e) const;
  std::uint32_t arabic_shared(std::uint32_t token);
  std::uint32_t english_shared(std::uint32_t token);
  [[nodiscard]] Shared shared_noun_at(std::uint32_t token) const;
  void add_shared(std::uint32_t first, std::uint32_t last, const Shared& shared, std::uint32_t skip_bytes, std::uint8_t proclitics, const Holder& holder);
  std::uint32_t plain_name(std::uint32_t token, const NameTable::Found& found);
  std::uint32_t short_name(std::uint32_t token);
  std::uint32_t unknown_person(std::uint32_t token);
  std::uint32_t described_organisation(std::uint32_t token);
  /// "the country", «البلاد», «بلاده»: the country mentioned last, or that of the person mentioned last.
  std::uint32_t described_country(std::uint32_t token);
  /// The known entity that fits and was mentioned last; null when none does.
  template <class Fits>
  [[nodiscard]] const Known* latest(Fits&& fits) const {
    const Known* best = nullptr;
    for (const Known& known : known_) {
      if (fits(known) && (best == nullptr || known.mentioned >= best->mentioned)) best = &known;
    }
    return best;
  }
  /// "the Kazakh capital Astana", «العاصمة الكازاخستانية».
  std::uint32_t described_capital(std::uint32_t token);

  // arabic.cpp
  std::uint32_t arabic_office(std::uint32_t token);
  std::uint32_t arabic_group(std::uint32_t token, const Office& office);
  [[nodiscard]] bool is_name_particle(std::uint32_t token) const;
  std::uint32_t arabic_relation(std::uint32_t token);
  [[nodiscard]] bool is_given_word(std::uint32_t token) const;
  [[nodiscard]] bool is_servant_name(std::uint32_t first, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t indefinite_holder(std::uint32_t token, Holder& holder) const;
  std::uint32_t arabic_body(std::uint32_t token);
  std::uint32_t arabic_titled(std::uint32_t token);
  std::uint32_t arabic_unknown_name(std::uint32_t token);
  std::uint32_t arabic_unknown_place(std::uint32_t token);
  std::uint32_t arabic_fronted_place(std::uint32_t token);
  [[nodiscard]] bool is_construct_noun(std::uint32_t token) const;
  [[nodiscard]] bool tells_of_people(std::uint32_t token) const;
  [[nodiscard]] bool deed_before(std::uint32_t token) const;
  std::uint32_t common_actor(std::uint32_t token);
  [[nodiscard]] bool is_common(const EntityMention& mention) const;
  [[nodiscard]] std::uint32_t arabic_complement(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t arabic_construct(std::uint32_t token, std::uint32_t longest) const;
  [[nodiscard]] Holder arabic_owner(std::uint32_t token, bool definite, bool genitive) const;
  std::uint32_t arabic_holder(std::uint32_t token, Holder& holder, bool genitive, bool& former) const;
  [[nodiscard]] NameRun arabic_name(std::uint32_t token, bool after_office) const;
  [[nodiscard]] bool arabic_name_word(std::uint32_t token) const;
  [[nodiscard]] bool arabic_unknown_word(std::uint32_t token) const;
  [[nodiscard]] NameRun arabic_unknown_run(std::uint32_t token) const;
  [[nodiscard]] NameRun name_behind_complement(std::uint32_t token, bool posted) const;

  // english.cpp
  [[nodiscard]] bool english_verb_here(std::uint32_t token) const;
  std::uint32_t english_office(std::uint32_t token);
  std::uint32_t arabic_apposition(std::uint32_t token);
  [[nodiscard]] bool is_family_noun(std::uint32_t given, std::uint32_t token) const;
  [[nodiscard]] bool is_joined_word(std::uint32_t token) const;
  [[nodiscard]] bool is_appointed(std::uint32_t token, OfficeId office, const Holder& holder, const NameRun& name) const;
  [[nodiscard]] bool is_bare_body(std::uint32_t token, std::uint32_t last) const;
  std::uint32_t english_body(std::uint32_t token, std::uint32_t from, const Holder& before);
  std::uint32_t english_apposition(std::uint32_t token, std::size_t mention);
  std::uint32_t english_holder_before(std::uint32_t token, Holder& holder) const;
  std::uint32_t english_holder_after(std::uint32_t token, Holder& holder, OfficeId office) const;
  [[nodiscard]] NameRun english_name(std::uint32_t token, bool after_office) const;
  [[nodiscard]] bool english_definite(std::uint32_t token) const;
  [[nodiscard]] bool starts_sentence(std::uint32_t token) const;
  [[nodiscard]] bool names_person(const NameRun& run) const;
  [[nodiscard]] bool english_person_noun(std::uint32_t token) const;
  void remember_holder(const Holder& holder);
  std::uint32_t english_unknown_name(std::uint32_t token);
  std::uint32_t english_unknown_organisation(std::uint32_t token);
  [[nodiscard]] bool stands_where(std::uint32_t token) const;
  std::uint32_t english_unknown_place(std::uint32_t token);

  // Who is meant, and the mention of it.
  [[nodiscard]] Holder owner() const;
  [[nodiscard]] const Known* organisation_meant(std::uint32_t token, const Word& head) const;
  [[nodiscard]] Holder country_behind(std::uint32_t token, std::string_view preposition) const;
  [[nodiscard]] Holder holder_of(const NameTable::Found& found) const;
  void add_person(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics, const NameRun& name, OfficeId office,
                  const Holder& holder, rules::Gender gender);
  /// An office without a name: its holder on the day, somebody of this document, or the office itself.
  bool add_described(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics, OfficeId office, const Holder& holder,
                     bool former, bool definite, rules::Gender gender);
  void add_group(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics, OfficeId office, const Holder& holder);
  void add_body(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics, OfficeId body, Holder holder);
  EntityMention& add(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics);
  EntityMention& add_unknown_place(std::uint32_t first, std::uint32_t last, std::uint32_t skip_bytes, std::uint8_t proclitics);
  std::int32_t remember(Known known);
  void remember_organisation(const Holder& holder);
  void remember_short_name(std::uint32_t token, std::int32_t known);
  [[nodiscard]] EntityRef unknown_ref(std::string_view words) const;
  [[nodiscard]] EntityRef institution_ref(OfficeId number, const Holder& holder) const;

  const EntityRules& rules_;
  const rules::Lexicon& lexicon_;
  const text::Tokens* tokens_ = nullptr;
  const text::Analyzer* analyzer_ = nullptr;
  const rules::WordCache* cache_ = nullptr;
  std::optional<date::sys_days> dct_;
  std::vector<EntityMention>* out_ = nullptr;
  std::vector<std::uint64_t> may_be_;    // by analysis: bits of the classes, and whether names may begin there
  std::vector<bool> is_timex_;           // by token
  std::uint32_t start_ = 0;              // where the phrase at hand begins
  std::vector<Known> known_;
  std::unordered_map<std::string, std::int32_t> short_names_;  // folded -> known_

  struct Phrases {
    std::uint32_t token = kNoIndex;
    std::vector<std::pair<rules::ClassId, Word>> words;
  };
  mutable std::array<Phrases, 8> phrases_;  ///< by token modulo its size
  struct Name {
    std::uint32_t token = kNoIndex;
    NameTable::Found found;
  };
  mutable std::array<Name, 8> names_;  ///< likewise
};

}  // namespace tarikh::entity
