#include "rules/inflect_en.h"

#include <algorithm>
#include <array>
#include <string>

#include "rules/english_irregular.h"

namespace tarikh::rules {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Sounding vowels in a row count once, a final silent e not at all; "qu" is a consonant.
int syllables(std::string_view word) {
  int count = 0;
  bool in_vowel = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool after_q = i > 0 && word[i - 1] == 'q' && word[i] == 'u';
    const bool vowel = !after_q && (is_vowel(word[i]) || (word[i] == 'y' && i > 0));
    count += vowel && !in_vowel ? 1 : 0;
    in_vowel = vowel;
  }
  return count;
}

// One vowel letter and one consonant at the end: stop, admit; not rain, act, show.
bool ends_in_short_syllable(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 3 || is_vowel(word[n - 1]) || std::string_view("wxyh").find(word[n - 1]) != std::string_view::npos) return false;
  if (!is_vowel(word[n - 2])) return false;
  return !is_vowel(word[n - 3]) || (word[n - 3] == 'u' && n > 3 && word[n - 4] == 'q');
}

bool ends_in_consonant_and(std::string_view word, char last) {
  return word.size() > 1 && word.back() == last && !is_vowel(word[word.size() - 2]);
}

struct Doubling {
  bool doubled = false;
  bool plain = true;  // both: travelled, traveled
};

Doubling doubling(std::string_view word) {
  if (!ends_in_short_syllable(word)) return {};
  if (syllables(word) == 1 || stressed_on_last(word)) return {.doubled = true, .plain = false};
  const bool in_l = word.back() == 'l';
  constexpr std::array<std::string_view, 7> kBothWays{"benefit", "combat", "focus", "program", "worship", "bias", "ballot"};
  const bool listed = std::ranges::find(kBothWays, word) != kBothWays.end();
  return {.doubled = in_l || listed, .plain = true};
}

std::string with_s(std::string_view word) {
  const std::string text(word);
  if (ends_in_consonant_and(word, 'y')) return text.substr(0, text.size() - 1) + "ies";
  const bool hisses = word.ends_with("s") || word.ends_with("x") || word.ends_with("z") || word.ends_with("ch") ||
                      word.ends_with("sh");
  return text + (hisses ? "es" : "s");
}

// Regular past or -ing; two spellings where British and American differ.
std::vector<std::string> with_vowel_ending(std::string_view word, std::string_view ending) {
  const std::string text(word);
  const std::string bare = text.substr(0, text.size() - 1);
  const bool past = ending == "ed";
  if (word.ends_with("e")) {
    if (past) return {text + "d"};
    if (word.ends_with("ie")) return {text.substr(0, text.size() - 2) + "ying"};
    const bool keeps = word.ends_with("ee") || word.ends_with("oe") || word.ends_with("ye") || word == "be";
    return {(keeps ? text : bare) + "ing"};
  }
  if (past && ends_in_consonant_and(word, 'y')) return {bare + "ied"};
  if (word.ends_with("ic")) return {text + "k" + std::string(ending)};
  const Doubling d = doubling(word);
  std::vector<std::string> forms;
  if (d.doubled) forms.push_back(text + text.back() + std::string(ending));
  if (d.plain) forms.push_back(text + std::string(ending));
  return forms;
}

struct SpellingPair {
  std::string_view british;
  std::string_view american;
};
constexpr std::array<SpellingPair, 24> kPairs{{{"honour", "honor"},         {"favour", "favor"},
                                                {"harbour", "harbor"},       {"labour", "labor"},
                                                {"endeavour", "endeavor"},   {"neighbour", "neighbor"},
                                                {"rumour", "rumor"},         {"colour", "color"},
                                                {"centre", "center"},        {"theatre", "theater"},
                                                {"defence", "defense"},      {"offence", "offense"},
                                                {"licence", "license"},      {"practise", "practice"},
                                                {"programme", "program"},    {"cheque", "check"},
                                                {"fulfil", "fulfill"},       {"enrol", "enroll"},
                                                {"instal", "install"},       {"distil", "distill"},
                                                {"paralyse", "paralyze"},    {"analyse", "analyze"},
                                                {"catalyse", "catalyze"},    {"manoeuvre", "maneuver"}}};

// Verbs in -ise that have no -ize beside them; short ones (rise, raise) are told by their length.
constexpr auto kOnlyIse = std::to_array<std::string_view>(
    {"advertise", "chastise", "circumcise", "comprise", "compromise", "despise", "disguise", "enterprise", "exercise",
     "franchise", "improvise", "merchandise", "practise", "promise", "supervise", "surprise", "televise"});

bool has_ize(std::string_view base) {
  return base.size() > 6 && std::ranges::find(kOnlyIse, base) == kOnlyIse.end();
}

// The spelling itself, then the other side of the Atlantic.
std::vector<std::string> spellings(std::string_view base) {
  std::vector<std::string> all{std::string(base)};
  const std::string head(base.substr(0, base.size() < 3 ? 0 : base.size() - 3));
  if (base.ends_with("ize") && base.size() > 6 && base != "capsize") all.push_back(head + "ise");
  if (base.ends_with("ise") && has_ize(base)) all.push_back(head + "ize");
  for (const SpellingPair& pair : kPairs) {
    if (base == pair.british) all.emplace_back(pair.american);
    if (base == pair.american && base != "program" && base != "check") all.emplace_back(pair.british);
  }
  return all;
}

std::vector<std::string> alternatives(std::string_view parts) {
  std::vector<std::string> all;
  while (!parts.empty()) {
    const std::size_t slash = parts.find('/');
    all.emplace_back(parts.substr(0, slash));
    parts.remove_prefix(slash == std::string_view::npos ? parts.size() : slash + 1);
  }
  return all;
}

void add(std::vector<Form>& forms, std::string text, Tense tense, std::uint8_t person = 0, Number number = Number::any) {
  Features features;
  features.tense = tense;
  features.person = person;
  features.number = number;
  const auto same = [&](const Form& f) { return f.text == text && f.features == features; };
  if (std::ranges::none_of(forms, same)) forms.push_back({std::move(text), features});
}

std::vector<Form> forms_of_be() {
  std::vector<Form> forms;
  add(forms, "be", Tense::base);
  add(forms, "is", Tense::present_s, 3, Number::singular);
  add(forms, "are", Tense::base, 0, Number::plural);
  add(forms, "am", Tense::base, 1, Number::singular);
  add(forms, "was", Tense::past, 0, Number::singular);
  add(forms, "were", Tense::past, 0, Number::plural);
  add(forms, "been", Tense::past_participle);
  add(forms, "being", Tense::gerund);
  return forms;
}

std::string third_person(std::string_view base) {
  if (base == "have") return "has";
  // do, go, veto: -oes; radio: -os.
  return ends_in_consonant_and(base, 'o') ? std::string(base) + "es" : with_s(base);
}

void add_verb_forms(std::vector<Form>& forms, std::string_view base, std::string_view past, std::string_view participle) {
  add(forms, std::string(base), Tense::base);
  add(forms, third_person(base), Tense::present_s, 3, Number::singular);
  const std::vector<std::string> pasts = past.empty() ? with_vowel_ending(base, "ed") : alternatives(past);
  for (const std::string& form : pasts) add(forms, form, Tense::past);
  for (const std::string& form : participle.empty() ? pasts : alternatives(participle)) {
    add(forms, form, Tense::past_participle);
  }
  for (const std::string& form : with_vowel_ending(base, "ing")) add(forms, form, Tense::gerund);
}

void add_plural(std::vector<Form>& forms, std::string text) { add(forms, std::move(text), Tense::none, 0, Number::plural); }

void add_noun_forms(std::vector<Form>& forms, std::string_view singular) {
  if (const std::string_view irregular = irregular_plural(singular); !irregular.empty()) {
    if (irregular != singular) add(forms, std::string(singular), Tense::none, 0, Number::singular);
    for (const std::string& plural : alternatives(irregular)) add_plural(forms, plural);
    return;
  }
  add(forms, std::string(singular), Tense::none, 0, Number::singular);
  if (singular.ends_with("man") && singular.size() > 4) {  // spokesman, chairwoman
    add_plural(forms, std::string(singular.substr(0, singular.size() - 2)) + "en");
  } else {
    add_plural(forms, with_s(singular));
  }
}

}  // namespace

std::vector<Form> inflect_english_verb(std::string_view base, std::string_view past, std::string_view participle) {
  if (base.empty()) return {};
  if (base == "be") return forms_of_be();
  const IrregularVerb* irregular = past.empty() ? find_irregular_verb(base) : nullptr;
  std::vector<Form> forms;
  for (const std::string& spelling : spellings(base)) {
    if (irregular != nullptr) {
      add_verb_forms(forms, spelling, irregular->past, irregular->participle);
    } else {
      add_verb_forms(forms, spelling, past, participle);
    }
  }
  return forms;
}

std::vector<Form> inflect_english_noun(std::string_view singular) {
  std::vector<Form> forms;
  if (singular.empty()) return forms;
  for (const std::string& spelling : spellings(singular)) add_noun_forms(forms, spelling);
  return forms;
}

}  // namespace tarikh::rules
