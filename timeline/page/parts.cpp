#include "page/parts.h"

#include <fmt/format.h>

#include <set>

namespace tarikh::page {
namespace {

class Splitter {
 public:
  Splitter(const std::vector<Place>& places, std::size_t most) : places_(places), most_(most) {}

  std::vector<Part> split() {
    for (std::size_t at = 0; at < places_.size();) {
      const std::size_t end = run_end(at, [](const Place& a, const Place& b) { return a.year == b.year; });
      if (end - at > most_) {
        close(at);
        split_year(at, end);
      } else if (end - begin_ > most_) {
        close(at);
      }
      at = end;
    }
    close(places_.size());
    return std::move(parts_);
  }

 private:
  std::size_t run_end(std::size_t at, bool (*same)(const Place&, const Place&)) const {
    std::size_t end = at;
    while (end < places_.size() && same(places_[at], places_[end])) ++end;
    return end;
  }

  void split_year(std::size_t at, std::size_t year_end) {
    whole_ = false;
    while (at < year_end) {
      const std::size_t end =
          run_end(at, [](const Place& a, const Place& b) { return a.year == b.year && a.month == b.month; });
      if (end - begin_ > most_) close(at);
      at = end;
    }
    close(year_end);
    whole_ = true;
  }

  // Ends the open part, if there is one, and begins the next.
  void close(std::size_t end) {
    if (end > begin_) {
      const Place& first = places_[begin_];
      std::string stem = whole_ ? fmt::format("y{}", first.year) : fmt::format("y{}-{}", first.year, first.month);
      // A month can come twice: a date of the whole year may sort between.
      for (int again = 2; !stems_.insert(stem).second; ++again)
        stem = fmt::format("y{}-{}-{}", first.year, first.month, again);
      parts_.push_back({begin_, end, std::move(stem), whole_});
    }
    begin_ = end;
  }

  const std::vector<Place>& places_;
  std::size_t most_;
  std::size_t begin_ = 0;
  bool whole_ = true;
  std::vector<Part> parts_;
  std::set<std::string> stems_;
};

}  // namespace

std::vector<Part> split(const std::vector<Place>& places, std::size_t most) { return Splitter(places, most).split(); }

}  // namespace tarikh::page
