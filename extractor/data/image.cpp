// Compiled rules as bytes: the gazetteer and every language are a section each, so that they are read side by side.
#include "text/image.h"

#include <future>
#include <span>

#include "data/compiled.h"
#include "timex/pattern.h"

namespace tarikh {
namespace {

enum Section : std::size_t { kHead, kGazetteer, kLanguages };  // the languages one after the other

template <class Image>
void head_fields(Image& image, CompiledRules& rules, std::vector<std::string>& names) {
  image(rules.table, rules.fingerprint, names);
  std::size_t types = rules.types.size();
  image(types);
  rules.types.resize(types);
  for (EventType& type : rules.types) {
    image(type.id, type.label_ar, type.label_en, type.phases, type.once_only, type.on_page, type.color, type.plover, type.cameo);
  }
}

template <class Image>
void rest_of_language(Image& image, LanguageRules& language) {
  image(language.time.grammar(), language.events, language.abbreviations, *language.entities);
}

}  // namespace

std::string CompiledRules::to_image() {
  std::vector<std::string> names;
  for (const auto& language : languages) names.push_back(language->lexicon.language());
  std::vector<text::ImageWriter> sections(kLanguages + languages.size());
  head_fields(sections[kHead], *this, names);
  sections[kGazetteer](gazetteer);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    sections[kLanguages + i](languages[i]->lexicon);
    rest_of_language(sections[kLanguages + i], *languages[i]);
  }
  std::vector<std::size_t> sizes;
  for (const text::ImageWriter& section : sections) sizes.push_back(section.bytes().size());
  text::ImageWriter image;
  image(sizes);
  std::string bytes = image.bytes();
  for (const text::ImageWriter& section : sections) bytes += section.bytes();
  return bytes;
}

std::unique_ptr<CompiledRules> CompiledRules::from_image(std::string_view image) {
  std::vector<std::size_t> sizes;
  text::ImageReader{image}(sizes);
  std::vector<text::ImageReader> sections;
  std::size_t at = sizeof(std::size_t) * (1 + sizes.size());
  for (const std::size_t size : sizes) {
    sections.emplace_back(image.substr(at, size));
    at += size;
  }
  auto rules = std::make_unique<CompiledRules>();
  std::vector<std::string> names;
  head_fields(sections[kHead], *rules, names);
  std::vector<std::future<void>> read;
  for (std::size_t i = 0; i < names.size(); ++i) {
    rules->languages.push_back(std::make_unique<LanguageRules>(names[i]));
    read.push_back(std::async([&section = sections[kLanguages + i], &language = *rules->languages.back(), &rules] {
      section(language.lexicon);
      // Both look their classes up in the lexicon.
      language.entities = std::make_unique<entity::EntityRules>(language.lexicon, rules->gazetteer);
      language.grammar = std::make_unique<event::Grammar>(language.lexicon);
      rest_of_language(section, language);
    }));
  }
  sections[kGazetteer](rules->gazetteer);
  for (std::future<void>& language : read) language.get();
  return rules;
}

}  // namespace tarikh
