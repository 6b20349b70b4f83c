// An event on its way into the timeline: ids as small numbers, dates as days, so that comparing two is cheap.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "merge/identity.h"
#include "model/days.h"
#include "tarikh/timeline.h"

namespace tarikh::merging {

/// Strings as numbers, in order of first sight; 0 is the empty string. Keeps views: the records must stay.
class Names {
 public:
  Names() : names_{std::string_view{}} { numbers_.emplace(std::string_view{}, 0U); }
  std::uint32_t number(std::string_view name);
  [[nodiscard]] bool is_known(std::string_view name) const { return numbers_.contains(name); }
  /// The same number for all names that have one `meaning`: spellings of a person, a cabinet and a government.
  std::uint32_t number(std::string_view name, std::string meaning);
  [[nodiscard]] std::string_view name(std::uint32_t number) const { return names_[number]; }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::string_view> names_;
  std::unordered_map<std::string, std::uint32_t> by_meaning_;
};

struct Candidate {
  const DocumentRecord* record = nullptr;
  const EventRecord* event = nullptr;
  std::uint32_t document = 0;  ///< number of the document in canonical order
  const DocumentRecord* original = nullptr;  ///< the document whose text it prints: its own, if it is no copy
  Features features;
};

/// The documents in canonical order, each once: an exact copy of a record (the same file twice) is left out.
[[nodiscard]] std::vector<const DocumentRecord*> canonical(std::span<const DocumentRecord> records);

struct CandidateOptions {
  bool keep_undated = true;  ///< also those that can only be entries without a date
  unsigned jobs = 1;
};

/// Everything that claims to have happened or to be planned.
[[nodiscard]] std::vector<Candidate> candidates(std::span<const DocumentRecord* const> documents, std::span<const EventType> types, Names& names,
                                                const CandidateOptions& options = {});

/// For which states people sit at a table, sorted; nothing if somebody sits there for none, or two for one.
[[nodiscard]] std::vector<Side> sides_of(const EventRecord& event, Names& names);

/// Keys, as of once_keys, of what the event undoes: an accession a withdrawal and the other way round; empty if it undoes
/// nothing.
[[nodiscard]] std::vector<std::uint64_t> undone_by(const Features& features, Names& names);

}  // namespace tarikh::merging
