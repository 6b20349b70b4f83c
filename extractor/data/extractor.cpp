#include "tarikh/extractor.h"

#include <map>

#include "data/workbench.h"

namespace tarikh {

namespace data {

const LanguageRules* rules_for(const CompiledRules& rules, const Document& document) {
  if (const LanguageRules* own = rules.language(std::string_view(document.language).substr(0, 2))) return own;
  // The script shows early, and by the lead bytes of UTF-8: 0xD8 to 0xDB are the Arabic block, 0xEF its presentation forms.
  constexpr std::size_t kSample = 4000, kBlock = 128;  // counts of a block fit a byte, so that the loop is of vector instructions
  const std::string_view sample = std::string_view(document.text).substr(0, kSample);
  std::size_t arabic = 0;
  std::size_t latin = 0;
  for (std::size_t begin = 0; begin < sample.size(); begin += kBlock) {
    std::uint8_t arabic_here = 0;
    std::uint8_t latin_here = 0;
    for (const char c : sample.substr(begin, kBlock)) {
      const auto byte = static_cast<std::uint8_t>(c);
      const auto letter = static_cast<std::uint8_t>((byte | 0x20U) - 'a');
      arabic_here = static_cast<std::uint8_t>(arabic_here + ((byte & 0xFCU) == 0xD8U || byte == 0xEF));
      latin_here = static_cast<std::uint8_t>(latin_here + (letter < 26));
    }
    arabic += arabic_here;
    latin += latin_here;
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
  if (impl_->scope != ExtractScope::everything) return out;
  out.mentions.reserve(bench.mentions.size());
  for (const entity::EntityMention& mention : bench.mentions) {
    out.mentions.push_back({.span = mention.span, .kind = mention.kind, .form = mention.form,
                            .entity = mention.actor.id.empty() ? mention.place : mention.actor});
  }
  return out;
}

std::string_view version() { return TARIKH_VERSION; }

}  // namespace tarikh
