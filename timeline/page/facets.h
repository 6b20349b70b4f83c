// The ways to narrow a timeline: what values occur, how often, in the order a reader expects. Values are numbered, and
// entries carry the numbers, so that no text of an article becomes part of a selector.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/overview.h"
#include "tarikh/timeline.h"

namespace tarikh::page {

/// The name in the page's language, else in the other one, which of them it is, and whether nobody wrote it so.
struct Label {
  std::string text;
  std::string language;
  bool transliterated = false;
};
/// Whom it means: the id, or the name of one without ("the ministry"); empty where nobody is named.
[[nodiscard]] std::string_view key_of(const EntryParticipant&);
[[nodiscard]] Label label_of(const EntryParticipant&, std::string_view language);
[[nodiscard]] Label title_of(const Entry&, std::string_view language);

/// Year and month an entry is listed under; month 0 when its date is no finer than a year.
[[nodiscard]] Place group_of(const Entry&);

/// Coarser than a day, or said to be approximate.
[[nodiscard]] bool is_coarse(const Entry&);

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
  std::map<int, std::size_t> years;  ///< of first days, by which a page is ordered
  std::map<DateBasis, std::size_t> certainties;
  std::size_t confirmed = 0, planned = 0, conflicts = 0, coarse = 0;
};

/// Counts one entry after the other, for a page of one language.
class FacetCounter {
 public:
  FacetCounter(std::span<const EventType> types, std::string language) : types_(types), language_(std::move(language)) {}
  void add(const Entry&);
  [[nodiscard]] Facets take();

 private:
  class Values {
   public:
    template <typename MakeLabel>
    void add(std::string_view id, const MakeLabel& make_label) {
      auto found = values_.find(id);
      if (found == values_.end()) found = values_.emplace(id, FacetValue{std::string(id), make_label()}).first;
      ++found->second.count;
    }
    [[nodiscard]] Facet facet();

   private:
    std::map<std::string, FacetValue, std::less<>> values_;
  };

  std::span<const EventType> types_;
  std::string language_;
  Values by_type_, by_participant_, by_place_, by_publisher_;
  Facets counts_;
};

}  // namespace tarikh::page
