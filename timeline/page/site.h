// What the documents of one timeline know of each other: where each of its entries stands, in a few bytes, and the way to
// the entries themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "page/overview.h"
#include "page/parts.h"
#include "page/theme.h"
#include "tarikh/entries.h"
#include "tarikh/membership.h"

namespace tarikh::page {

class Site {
 public:
  Theme theme;
  PageOptions options;
  std::span<const EventType> types;
  std::vector<Place> places;  ///< of the entries with a date, which alone are listed
  std::vector<Part> parts;
  std::vector<Membership> memberships;

  Site(Theme look, PageOptions how, std::span<const EventType> known) : theme(std::move(look)), options(std::move(how)), types(known) {}

  /// The next entry of the source.
  void add(const Entry&);
  /// After the last: cuts it into parts.
  void close(EntrySource&);

  [[nodiscard]] bool is_one() const { return parts.size() <= 1; }
  [[nodiscard]] std::size_t articles() const { return articles_.size(); }
  [[nodiscard]] std::string index(std::string_view language) const;
  [[nodiscard]] std::string file(const Part& part, std::string_view language) const;
  [[nodiscard]] const Part& part_of(std::size_t listed) const;
  /// The address of an entry by its number in the source, from the document `here`; empty if it is not listed.
  [[nodiscard]] std::string address_of(std::size_t entry, const Part* here, std::string_view language) const;

  /// The listed entries from `begin` to before `end`. What goes wrong is kept in failure(), and nothing is visited any more.
  void each(std::size_t begin, std::size_t end, const std::function<bool(const Entry&)>& visit) const;
  [[nodiscard]] const Result<void>& failure() const { return failure_; }

  /// Where the year that begins at `at` ends, and where the month does, at most at `end`.
  [[nodiscard]] std::size_t year_end(std::size_t at, std::size_t end) const;
  [[nodiscard]] std::size_t month_end(std::size_t at, std::size_t end) const;
  /// How high they are, in those of the usual height, rounded up to three binary digits: enough for a scrollbar that does
  /// not jump, and few enough values for a style sheet, since a policy without inline styles allows no other place.
  [[nodiscard]] std::size_t rows_of(std::size_t begin, std::size_t end) const;

 private:
  EntrySource* source_ = nullptr;
  std::vector<std::uint32_t> numbers_;  // of the listed entries, in the source
  std::vector<bool> tall_;
  std::uint32_t count_ = 0;
  std::unordered_set<std::string> articles_;
  MembershipReader told_;
  mutable Result<void> failure_;
};

}  // namespace tarikh::page
