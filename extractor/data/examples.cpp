#include "data/examples.h"

#include <algorithm>

#include <fmt/format.h>

#include "data/compiled.h"
#include "rules/source.h"
#include "tarikh/extractor.h"

namespace tarikh::data {
namespace {

std::string spaceless(std::string text) {
  std::ranges::replace(text, ' ', '_');
  return text;
}

std::string role_ids(const Event& event, Role role) {
  std::string ids;
  for (const Argument& argument : event.arguments) {
    if (argument.role != role) continue;
    ids += fmt::format("{}{}", ids.empty() ? "" : ",", argument.entity.id.empty() ? "?" : spaceless(argument.entity.id));
  }
  return ids;
}

// The value that an event has for a key of a wanted outcome.
std::string value_of(const Event& event, std::string_view key) {
  if (const std::optional<Role> role = parse_role(key)) return role_ids(event, *role);
  if (key == "date") return event.date ? to_edtf(*event.date) : "none";
  if (key == "phase") return event.phase;
  if (key == "factuality") return std::string(to_string(event.factuality));
  if (key == "basis") return std::string(to_string(event.basis));
  if (key == "place") return event.place ? event.place->entity.id : "none";
  if (key == "title_ar") return spaceless(event.title_ar);
  if (key == "title_en") return spaceless(event.title_en);
  return {};
}

constexpr std::array<std::string_view, 10> kKeys{"date", "subject", "object", "organisation", "place", "phase", "factuality", "basis", "title_ar", "title_en"};

bool fits(const Event& event, std::string_view want) {
  for (const std::string_view pair : rules::split(want, " ")) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || value_of(event, pair.substr(0, equals)) != pair.substr(equals + 1)) return false;
  }
  return true;
}

std::string described(const Event& event) {
  std::string text = event.type;
  for (const std::string_view key : kKeys) {
    if (key.starts_with("title") || key == "basis") continue;
    const std::string value = value_of(event, key);
    if (!value.empty() && value != "none" && !(key == "factuality" && value == "actual")) text += fmt::format(" {}={}", key, value);
  }
  return text;
}

void run_event_examples(const LanguageRules& language, Extractor& extractor, const auto& wanted_file, std::vector<ExampleFailure>& failures) {
  for (const event::EventExample& example : language.events.examples()) {
    if (!wanted_file(example.file)) continue;
    Document document;
    document.id = "example";
    document.language = example.language;
    document.text = example.text;
    document.dct = parse_iso_day(example.dct);
    const Extraction extraction = extractor.extract(document);
    std::string have;
    bool met = example.reject;
    for (const Event& event : extraction.events) {
      have += fmt::format("{}{}", have.empty() ? "" : "; ", described(event));
      if (event.type != example.type) continue;
      if (example.reject) {
        met = false;
      } else if (fits(event, example.want)) {
        met = true;
      }
    }
    if (met) continue;
    failures.push_back({.file = example.file, .line = example.line, .text = example.text,
                        .want = example.reject ? fmt::format("no {}", example.type) : fmt::format("{} {}", example.type, example.want),
                        .have = have.empty() ? "nothing" : have});
  }
}

}  // namespace

std::vector<ExampleFailure> run_examples(const Ruleset& rules, std::span<const std::string> files) {
  std::vector<ExampleFailure> failures;
  const auto wanted_file = [&](const std::string& file) { return files.empty() || std::ranges::find(files, file) != files.end(); };
  Extractor extractor(rules);
  for (const auto& language : rules.compiled().languages) {
    if (files.empty()) {
      const auto failed = language->time.run_examples(language->lexicon);
      failures.insert(failures.end(), failed.begin(), failed.end());
    }
    for (const std::string& file : files) {
      if (!file.starts_with(language->lexicon.language() + "/time")) continue;
      const auto failed = language->time.run_examples(language->lexicon, file);
      failures.insert(failures.end(), failed.begin(), failed.end());
    }
    run_event_examples(*language, extractor, wanted_file, failures);
  }
  return failures;
}

}  // namespace tarikh::data
