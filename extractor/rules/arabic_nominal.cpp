#include "rules/arabic_nominal.h"

#include <array>
#include <string_view>

#include "rules/inflect_ar.h"

namespace tarikh::rules {
namespace {

using std::u32string_view;

class Declension {
 public:
  Declension(const Features& base, std::vector<Form>& out) : features_(base), out_(out) {}

  Declension& number(Number number) {
    features_.number = number;
    return *this;
  }
  Declension& gender(Gender gender) {
    features_.gender = gender;
    return *this;
  }
  void add(const Letters& stem, u32string_view suffix = {}) {
    for (std::string& spelling : attach(stem, suffix)) out_.push_back({std::move(spelling), features_});
  }
  void add_stems_before_pronoun(const Letters& word) {
    features_.construct = true;
    for (const Letters& stem : stems_before_pronoun(word)) add(stem);
    features_.construct = false;
  }

 private:
  Features features_;
  std::vector<Form>& out_;
};

// What endings hang on: زيارة -> زيارت, مستوى -> مستوي.
Letters stem_before_vowel(const Letters& word) {
  if (ends_with(word, U'ة')) return with_last(word, U"ت");
  if (ends_with(word, U'ى')) return with_last(word, U"ي");
  return word;
}

// لقاءً and خطأً are written without alif, like زيارةً and مستوىً.
bool takes_accusative_alif(const Letters& word) {
  const std::size_t n = word.size();
  if (n < 2) return false;
  const bool after_long_a = word[n - 1] == U'ء' && word[n - 2] == U'ا';
  return !after_long_a && u32string_view(U"ةىاأ").find(word.back()) == u32string_view::npos;
}

// Plurals like مصانع, مجالس, مفاتيح take no -an.
bool is_diptote_plural(const Letters& plural) { return plural.size() >= 5 && plural[2] == U'ا'; }

void add_sound_masculine(Declension& forms, const Letters& stem) {
  forms.number(Number::plural).gender(Gender::masculine);
  forms.add(stem, U"ون");
  forms.add(stem, U"ين");
  forms.add(stem, U"و");
}

// Masculine sound plurals of weak endings lose the weak letter: مستدعى مستدعون, ملتقي ملتقون.
Letters stem_of_sound_masculine(const Letters& masculine, bool defective) {
  return defective ? without_last(masculine) : masculine;
}

}  // namespace

void decline_noun(const Letters& singular, const Features& base, const NominalOptions& options, std::vector<Form>& out) {
  if (singular.empty()) return;
  const bool feminine = ends_with(singular, U'ة');
  Declension forms(base, out);
  forms.gender(feminine ? Gender::feminine : base.gender).number(Number::singular);
  forms.add(singular);
  forms.add_stems_before_pronoun(singular);
  if (options.accusative_alif && takes_accusative_alif(singular)) forms.add(singular, U"ا");
  const Letters stem = stem_before_vowel(singular);
  if (options.dual) {
    forms.number(Number::dual);
    forms.add(stem, U"ان");
    forms.add(stem, U"ين");
    if (options.dual_construct || feminine) {
      forms.add(stem, U"ا");
      forms.add(stem, U"ي");
    }
  }
  if (options.regular_plural) {
    forms.number(Number::plural);
    forms.add(feminine ? without_last(singular) : stem, U"ات");
  }
}

void decline_plural(const Letters& plural, const Features& base, std::vector<Form>& out) {
  if (plural.empty()) return;
  Declension forms(base, out);
  forms.number(Number::plural);
  if (plural.size() > 4 && plural.ends_with(U"ون")) {
    add_sound_masculine(forms, plural.substr(0, plural.size() - 2));
    return;
  }
  forms.add(plural);
  forms.add_stems_before_pronoun(plural);
  const bool sound_feminine = plural.size() > 4 && plural.ends_with(U"ات");
  if (!sound_feminine && takes_accusative_alif(plural) && !is_diptote_plural(plural)) forms.add(plural, U"ا");
}

void decline_adjective(const Letters& masculine, const Features& base, std::vector<Form>& out) {
  if (masculine.size() < 2) return;
  // داعي داعية, مستدعى مستدعاة; a nisba (no tense) keeps its ي: روسي روسيون.
  const bool in_alif = ends_with(masculine, U'ى');
  const bool in_ya = ends_with(masculine, U'ي');
  const bool participle = base.tense != Tense::none;
  const Letters stem = stem_before_vowel(masculine);
  const Letters feminine = (in_alif ? with_last(masculine, U"ا") : masculine) + U"ة";

  Declension forms(base, out);
  forms.gender(Gender::masculine).number(Number::singular);
  forms.add(masculine);
  if (takes_accusative_alif(masculine) && (participle || !in_ya)) forms.add(masculine, U"ا");
  forms.gender(Gender::feminine).add(feminine);
  forms.number(Number::dual).gender(Gender::masculine);
  forms.add(stem, U"ان");
  forms.add(stem, U"ين");
  forms.gender(Gender::feminine);
  forms.add(with_last(feminine, U"ت"), U"ان");
  forms.add(with_last(feminine, U"ت"), U"ين");
  add_sound_masculine(forms, stem_of_sound_masculine(masculine, in_alif || (in_ya && participle)));
  forms.gender(Gender::feminine).add(stem, U"ات");
}

std::vector<Form> inflect_arabic_noun(std::string_view singular, std::span<const std::string_view> plurals) {
  std::vector<Form> forms;
  const Letters word = to_letters(singular);
  decline_noun(word, {}, {.regular_plural = plurals.empty()}, forms);
  for (const std::string_view plural : plurals) decline_plural(to_letters(plural), {}, forms);
  const bool person_like = plurals.empty() && word.size() >= 4 && word[0] == U'م' && !ends_with(word, U'ة');
  if (person_like && !ends_with(word, U'ى')) decline_plural(word + U"ون", {}, forms);  // مسؤول, مراقب
  return forms;
}

std::vector<Form> inflect_arabic_adjective(std::string_view masculine) {
  std::vector<Form> forms;
  decline_adjective(to_letters(masculine), {}, forms);
  return forms;
}

}  // namespace tarikh::rules
