// What is scored: the time expressions and events of a document, by hand (gold) or by a system. Fields and meanings
// are the guideline's; a document record of `tarikh extract` is read as a system's labels.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/result.h"

namespace tarikh::score {

/// Half-open code points.
struct Extent {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Extent&, const Extent&) = default;
};

struct ExpressionLabel {
  Extent extent;
  std::string type, value;
};

/// A participant or a place.
struct PartyLabel {
  std::string role, text, key;
  std::optional<Extent> extent;  ///< none when only implied
};

struct EventLabel {
  std::string type, date, basis, factuality;  ///< an empty date: none
  std::vector<Extent> mentions;               ///< the trigger first
  std::vector<PartyLabel> parties;
  std::optional<PartyLabel> place;
  bool optional = false;

  /// Called real: what happened or is planned.
  [[nodiscard]] bool is_claim() const { return factuality == "actual" || factuality == "planned"; }
  /// What a timeline shows.
  [[nodiscard]] bool is_row() const { return !date.empty() && is_claim(); }
};

struct Labels {
  std::string lang, dct;
  std::vector<ExpressionLabel> expressions;
  std::vector<EventLabel> events;
};

/// By document id.
using Corpus = std::map<std::string, Labels>;

// Readers add what they read; errors have the line, the caller knows the file.
/// <doc>.json: dct and lang.
Result<void> read_document_facts(std::string_view json, Labels&);
/// <doc>.timex.jsonl
Result<void> read_expressions(std::string_view lines, Labels&);
/// <doc>.events.jsonl
Result<void> read_events(std::string_view lines, Labels&);
/// One line of `tarikh extract`.
Result<void> read_record(std::string_view line, int number, Corpus&);

}  // namespace tarikh::score
