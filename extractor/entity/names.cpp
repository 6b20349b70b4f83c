#include "entity/names.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "rules/inflect_ar.h"
#include "text/fold.h"

namespace tarikh::entity {
namespace {

bool is_acronym(std::string_view name) {
  return name.size() >= 2 && std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '+'; });
}

}  // namespace

void NameTable::add(text::Vocabulary& vocabulary, std::string_view name, NameSense sense) {
  std::string words(name);
  // The tokenizer parts "People's" too.
  for (const std::string_view possessive : {"'s", "’s"}) {
    for (std::size_t at = words.find(possessive); at != std::string::npos; at = words.find(possessive, at + 2)) {
      if (at + possessive.size() == words.size() || words[at + possessive.size()] == ' ') words.insert(at++, " ");
    }
  }
  phrases_.add(vocabulary, text::fold(words), static_cast<std::uint32_t>(senses_.size()));
  senses_.push_back(sense);
}

void NameTable::add_arabic(text::Vocabulary& vocabulary, std::uint32_t index, const Entity& entity) {
  const NameSense plain{.entity = index, .form = MentionForm::name, .number = rules::Number::singular, .gender = entity.gender, .acronym = false};
  for (const std::string& name : entity.names_ar) add(vocabulary, name, plain);
  for (const std::string& name : entity.names_en) {
    if (!is_acronym(name)) continue;
    NameSense sense = plain;
    sense.acronym = true;
    add(vocabulary, name, sense);
  }
  for (const std::string& nisba : entity.nisbas_ar) {
    // "الكورية الجنوبية": of two adjectives both agree.
    if (const std::size_t blank = nisba.find("ي "); blank != std::string::npos && nisba.ends_with("ي")) {
      const std::size_t second = blank + std::string_view("ي ").size();
      const std::vector<rules::Form> first = rules::inflect_arabic_adjective(nisba.substr(0, second - 1));
      const std::vector<rules::Form> last = rules::inflect_arabic_adjective(nisba.substr(second));
      for (std::size_t f = 0; f < std::min(first.size(), last.size()); ++f) {
        const NameSense sense{.entity = index, .form = MentionForm::nisba, .number = first[f].features.number, .gender = first[f].features.gender, .acronym = false};
        add(vocabulary, first[f].text + " " + last[f].text, sense);
        add(vocabulary, "ال" + first[f].text + " ال" + last[f].text, sense);
      }
      continue;
    }
    for (const rules::Form& form : rules::inflect_arabic_adjective(nisba)) {
      const NameSense sense{.entity = index, .form = MentionForm::nisba, .number = form.features.number, .gender = form.features.gender, .acronym = false};
      add(vocabulary, form.text, sense);
      add(vocabulary, "ال" + form.text, sense);
    }
  }
  for (const std::string& people : entity.people_ar) {
    const NameSense sense{.entity = index, .form = MentionForm::short_name, .number = rules::Number::plural, .gender = rules::Gender::masculine, .acronym = false};
    add(vocabulary, people, sense);
    add(vocabulary, "ال" + people, sense);
  }
}

void NameTable::add_english(text::Vocabulary& vocabulary, std::uint32_t index, const Entity& entity) {
  for (const std::string& name : entity.names_en) {
    add(vocabulary, name, {.entity = index, .form = MentionForm::name, .number = rules::Number::singular, .gender = entity.gender, .acronym = is_acronym(name)});
  }
  for (const std::string& word : entity.people_en) {
    const bool plural = word.ends_with("s") && word != entity.people_en.front();
    add(vocabulary, word, {.entity = index, .form = plural ? MentionForm::short_name : MentionForm::nisba,
                           .number = plural ? rules::Number::plural : rules::Number::any, .gender = rules::Gender::any, .acronym = false});
  }
}

void NameTable::add_all(text::Vocabulary& vocabulary, const Gazetteer& gazetteer, bool arabic) {
  for (std::uint32_t index = 0; index < gazetteer.entities().size(); ++index) {
    arabic ? add_arabic(vocabulary, index, gazetteer.entity(index)) : add_english(vocabulary, index, gazetteer.entity(index));
  }
  for (const auto& [name, gender] : gazetteer.given_names()) {
    const bool latin = !name.empty() && static_cast<unsigned char>(name.front()) < 0x80;
    if (latin == arabic) continue;
    const text::WordId word = vocabulary.add(name);
    if (given_.size() <= word) given_.resize(word + std::size_t{1}, 0);
    given_[word] = static_cast<std::uint8_t>(1 + static_cast<unsigned>(gender));
  }
}

NameTable::Found NameTable::find(const text::Tokens& tokens, const text::Analyzer& analyzer, std::uint32_t token) const {
  Found best;
  const text::Analysis& analysis = analyzer.analysis(tokens.tokens[token].analysis);
  const bool latin = !tokens.tokens[token].arabic;
  if (latin && !analysis.capitalised) return best;
  phrases_.find(tokens, analyzer, token, [&](const rules::PhraseTable::Match& match) {
    if (match.tokens <= best.tokens) return false;
    if ((match.head->proclitics & text::kSa) != 0) return false;
    for (const std::uint32_t payload : phrases_.payloads(match.node)) {
      const NameSense& sense = senses_[payload];
      if (latin && sense.acronym && !analysis.all_caps && match.tokens == 1) continue;
      best = {.sense = &sense,
              .tokens = match.tokens,
              .proclitics = static_cast<std::uint8_t>(match.head->proclitics & ~text::kAl),
              .begin = match.head->article_begin,
              .definite = (match.head->proclitics & text::kAl) != 0};
      break;
    }
    return false;
  });
  return best;
}

}  // namespace tarikh::entity
