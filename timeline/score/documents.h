// A system's labels against the gold, document by document, as section 4 of the annotation guideline counts them.
//
// A gold event is a target (not optional, dated, actual or planned: only these are in the recall), a shadow (without
// a date, or not real: only a false positive if a prediction dates it and calls it real) or optional (never counts).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "score/labels.h"

namespace tarikh::score {

/// A share; 0 of nothing is 0.
[[nodiscard]] inline double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Precision and recall of one thing.
struct Score {
  std::size_t tp = 0, fp = 0, fn = 0;
  [[nodiscard]] double precision() const { return share(tp, tp + fp); }
  [[nodiscard]] double recall() const { return share(tp, tp + fn); }
  [[nodiscard]] double f1() const;
  Score& operator+=(const Score&);
};

struct ExpressionCounts {
  std::size_t gold = 0, matched = 0, spurious = 0;
  std::size_t strict = 0, type = 0, value = 0, all = 0;  ///< of the matched: right extent, type, value, all three

  /// `right` of the matched as a Score.
  [[nodiscard]] Score score(std::size_t right) const { return {right, matched + spurious - right, gold - right}; }
};

struct DateCounts {
  std::size_t exact = 0, compatible = 0, disjoint = 0, missing = 0;
};

struct TypeCounts {
  std::size_t gold = 0, tp = 0, fp = 0, date_exact = 0;
};

struct BasisCounts {
  std::size_t gold = 0, found = 0, exact = 0;
};

/// Everything that is counted; sums of documents are sums of counts.
struct Counts {
  std::size_t documents = 0;
  ExpressionCounts expressions;
  std::size_t targets = 0, predictions = 0, duplicates = 0;
  Score detection, rows;
  std::size_t untyped = 0, untyped_type_right = 0;  ///< targets hit, whatever the type
  DateCounts dates;                                 ///< of matched targets
  std::vector<std::int64_t> distances;              ///< in days, where both have a date
  std::size_t emitted = 0;                          ///< dated predictions called real
  DateCounts judged;                                ///< of those that hit a dated gold event (missing: none)
  std::size_t dated_unreal = 0;                     ///< of those on an undated or unreal gold event
  Score parties, keys, places;
  bool has_keys = false;
  std::size_t roles = 0, roles_right = 0;
  std::map<std::string, std::size_t> factuality, factuality_right;  ///< by gold class
  std::map<std::string, TypeCounts> by_type;
  std::map<std::string, BasisCounts> by_basis;

  Counts& operator+=(const Counts&);
  [[nodiscard]] double factuality_accuracy() const;
  /// Of `judged`, the share that is not exact.
  [[nodiscard]] double wrong_date_rate() const;
};

[[nodiscard]] Counts score_document(const Labels& gold, const Labels& system);

}  // namespace tarikh::score
