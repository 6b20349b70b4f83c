#include "page/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "page/facets.h"
#include "page/view.h"

namespace tarikh::page {
namespace {

bool is_listed(const Entry& entry) { return !entry.date_edtf.empty() && !(entry.first.empty() && entry.last.empty()); }

}  // namespace

void Site::add(const Entry& entry) {
  told_.add(entry);
  const std::uint32_t number = count_++;
  if (!is_listed(entry)) return;
  places.push_back(group_of(entry));
  numbers_.push_back(number);
  tall_.push_back(!entry.conflict.empty());
  for (const EntryMention& mention : entry.mentions) articles_.insert(mention.doc);
}

void Site::close(EntrySource& source) {
  source_ = &source;
  memberships = told_.memberships();
  const bool whole = options.single_file || places.size() <= kEventsInOne;
  parts = split(places, whole ? places.size() : kEventsInPart);
  if (parts.empty()) parts.push_back({});
}

std::string Site::index(std::string_view language) const {
  return language == options.language ? "index.html" : fmt::format("{}.html", language);
}

std::string Site::file(const Part& part, std::string_view language) const {
  return language == options.language ? part.stem + ".html" : fmt::format("{}.{}.html", part.stem, language);
}

const Part& Site::part_of(std::size_t listed) const { return *std::ranges::upper_bound(parts, listed, {}, &Part::end); }

std::string Site::address_of(std::size_t entry, const Part* here, std::string_view language) const {
  const auto found = std::ranges::lower_bound(numbers_, entry);
  if (found == numbers_.end() || *found != entry) return {};
  const Part& part = part_of(static_cast<std::size_t>(found - numbers_.begin()));
  return fmt::format("{}#{}", &part == here ? "" : file(part, language), anchor_of(told_.id_of(entry)));
}

void Site::each(std::size_t begin, std::size_t end, const std::function<bool(const Entry&)>& visit) const {
  if (begin >= end || !failure_) return;
  const auto only_listed = [&](const Entry& entry) { return !is_listed(entry) || visit(entry); };
  failure_ = source_->each(only_listed, numbers_[begin], numbers_[end - 1] + std::size_t{1});
}

std::size_t Site::year_end(std::size_t at, std::size_t end) const {
  const int year = places[at].year;
  while (at < end && places[at].year == year) ++at;
  return at;
}

std::size_t Site::month_end(std::size_t at, std::size_t end) const {
  const int month = places[at].month;
  while (at < end && places[at].month == month) ++at;
  return at;
}

std::size_t Site::rows_of(std::size_t begin, std::size_t end) const {
  std::size_t rows = 0;
  for (std::size_t i = begin; i < end; ++i) rows += tall_[i] ? 3U : 1U;
  const std::size_t step = std::bit_floor(std::max<std::size_t>(rows, 4)) / 4;
  return (rows + step - 1) / step * step;
}

}  // namespace tarikh::page
