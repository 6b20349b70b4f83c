// The ways to narrow a timeline: what values occur, how often, in the order a reader expects. Values are numbered, and
// entries carry the numbers, so that no text of an article becomes part of a selector.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "page/strings.h"
#include "tarikh/timeline.h"

namespace tarikh::page {

/// The name in the page's language, else in the other one, which of them it is, and whether nobody wrote it so.
struct Label {
  std::string text;
  std::string language;
  bool transliterated = false;
};
[[nodiscard]] Label label_of(const EntryParticipant&, std::string_view language);
[[nodiscard]] Label title_of(const Entry&, std::string_view language);

/// The site an article is from, else the article: its id.
[[nodiscard]] std::string_view publisher_of(const EntryMention&);

struct FacetValue {
  std::string id;
  Label label;
  std::size_t count = 0;
  bool hidden_at_first = false;
};

/// Most frequent first, then by id.
struct Facet {
  std::vector<FacetValue> values;
  std::map<std::string, std::size_t, std::less<>> numbers;  ///< id to index of values
};

struct Facets {
  Facet types, participants, places, publishers;
};

[[nodiscard]] Facets count_facets(std::span<const Entry* const> entries, std::span<const EventType> types,
                                  std::string_view language);

}  // namespace tarikh::page
