#include "tarikh/ruleset.h"

#include "data/compiled.h"
#include "data/examples.h"
#include "embedded_files.h"

namespace tarikh {

Ruleset::Ruleset(std::unique_ptr<const CompiledRules> compiled) : compiled_(std::move(compiled)) {}
Ruleset::Ruleset(Ruleset&&) noexcept = default;
Ruleset& Ruleset::operator=(Ruleset&&) noexcept = default;
Ruleset::~Ruleset() = default;

std::string Ruleset::rule_name(RuleId id) const { return compiled_->table.describe(id); }
const std::vector<EventType>& Ruleset::event_types() const { return compiled_->types; }
std::optional<EntityRef> Ruleset::entity(std::string_view id) const {
  const std::uint32_t found = compiled_->gazetteer.find(id);
  return found == kNoIndex ? std::nullopt : std::optional(compiled_->gazetteer.entity(found).ref);
}
std::vector<Term> Ruleset::terms_of(std::string_view person) const {
  std::vector<Term> terms;
  const entity::Gazetteer& gazetteer = compiled_->gazetteer;
  const std::uint32_t found = gazetteer.find(person);
  if (found == kNoIndex) return terms;
  for (const entity::Tenure& tenure : gazetteer.tenures_of(found)) {
    const entity::Institution* office = gazetteer.institution(tenure.office);
    terms.push_back({office == nullptr ? std::string() : office->id, tenure.holder, tenure.from, tenure.to});
  }
  return terms;
}
std::string Ruleset::fingerprint() const { return compiled_->fingerprint; }

std::vector<ExampleFailure> Ruleset::run_examples(std::span<const std::string> files) const { return data::run_examples(*this, files); }

std::size_t Ruleset::example_count() const {
  std::size_t count = 0;
  for (const auto& language : compiled_->languages) count += language->time.example_count() + language->events.examples().size();
  return count;
}

Result<Ruleset> compile_rules(std::span<const RuleSource> sources) {
  Result<std::unique_ptr<CompiledRules>> compiled = CompiledRules::compile(sources);
  if (!compiled) return compiled.error();
  return Ruleset(std::move(*compiled));
}

std::vector<RuleSource> builtin_sources() {
  std::vector<RuleSource> sources;
  for (const EmbeddedFile& file : data::embedded_files()) sources.push_back({.path = std::string(file.path), .text = std::string(file.bytes)});
  return sources;
}

}  // namespace tarikh
