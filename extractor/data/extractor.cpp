#include "tarikh/extractor.h"

#include <map>

#include "data/workbench.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace tarikh {

namespace data {

const LanguageRules* rules_for(const CompiledRules& rules, const Document& document) {
  if (const LanguageRules* own = rules.language(std::string_view(document.language).substr(0, 2))) return own;
  constexpr std::size_t kSample = 4000;  // bytes: the script shows early
  std::size_t arabic = 0;
  std::size_t latin = 0;
  const std::string_view text = std::string_view(document.text).substr(0, kSample);
  const auto& low = text::low_char_classes();
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const text::CharClass cls = c.value < low.size() ? low[c.value] : text::char_class(c.value);
    arabic += cls == text::CharClass::arabic ? 1 : 0;
    latin += cls == text::CharClass::latin ? 1 : 0;
    at += c.length == 0 ? 1 : c.length;
  }
  return rules.language(arabic * 2 >= latin && arabic > 0 ? "ar" : "en");
}

}  // namespace data

struct Extractor::Impl {
  const CompiledRules& rules;
  ExtractScope scope;
  std::map<const LanguageRules*, std::unique_ptr<data::Workbench>> benches;

  data::Workbench& bench(const LanguageRules& language) {
    std::unique_ptr<data::Workbench>& bench = benches[&language];
    if (bench == nullptr) bench = std::make_unique<data::Workbench>(language, rules.types);
    return *bench;
  }
};

Extractor::Extractor(const Ruleset& rules, ExtractScope scope) : impl_(new Impl{.rules = rules.compiled(), .scope = scope, .benches = {}}) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extraction Extractor::extract(const Document& document) {
  Extraction out;
  const LanguageRules* language = data::rules_for(impl_->rules, document);
  if (language == nullptr) return out;
  out.language = language->lexicon.language();
  data::Workbench& bench = impl_->bench(*language);
  bench.run(document, impl_->scope, out);
  if (impl_->scope == ExtractScope::timexes) return out;
  out.mentions.reserve(bench.mentions.size());
  for (const entity::EntityMention& mention : bench.mentions) {
    out.mentions.push_back({.span = mention.span, .kind = mention.kind, .form = mention.form,
                            .entity = mention.actor.id.empty() ? mention.place : mention.actor});
  }
  return out;
}

std::string_view version() { return TARIKH_VERSION; }

}  // namespace tarikh
