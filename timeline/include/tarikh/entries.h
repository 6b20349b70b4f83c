// The entries of a timeline, wherever they lie: what pages and exports are made from, one entry at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>

#include "tarikh/timeline.h"

namespace tarikh {

class EntrySource {
 public:
  /// Returns false to stop.
  using Visit = std::function<bool(const Entry&)>;
  static constexpr std::size_t kLast = std::numeric_limits<std::size_t>::max();

  virtual ~EntrySource() = default;

  /// Those from number `begin` to before `end`, in order; the first time all of them are to be asked for. Error: they cannot
  /// be read again.
  virtual Result<void> each(const Visit& visit, std::size_t begin, std::size_t end) = 0;
  Result<void> each(const Visit& visit) { return each(visit, 0, kLast); }
};

/// Those of a timeline in memory, which must outlive it.
class TimelineEntries final : public EntrySource {
 public:
  explicit TimelineEntries(const Timeline& timeline) : timeline_(timeline) {}
  explicit TimelineEntries(const Timeline&&) = delete;

  using EntrySource::each;
  Result<void> each(const Visit& visit, std::size_t begin, std::size_t end) override;

 private:
  const Timeline& timeline_;
};

}  // namespace tarikh
