// Records kept from run to run, in one SQLite file: what was extracted once is looked up the next time.
//
// A row is found by a hash of everything that its record depends on: the document and the options in its key, the rules
// and the program in the set of rules that the file was opened for. SQLite's write-ahead log makes every keep() whole or
// nothing, so that a run may be killed at any point. A file that is not ours is never written to; one of ours that is
// damaged is put aside and a new one begun.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tarikh/result.h"

namespace tarikh::store {

/// A hash of 128 bits: of 10^9 different documents two have the same one with a probability of 10^-21.
using CacheKey = std::array<unsigned char, 16>;

/// Hashes a list of fields. Where one ends and the next begins counts: "ab","c" is not "a","bc".
class CacheKeyMaker {
 public:
  CacheKeyMaker& add(std::string_view field);
  CacheKeyMaker& add(std::uint64_t field);
  [[nodiscard]] CacheKey make() const;

 private:
  std::vector<CacheKey> fields_;
};

struct CachedRecord {
  std::string json;                 ///< the record, without the line end
  std::uint64_t found = 0;          ///< events, or expressions where only those were wanted
  std::uint64_t lost = 0;           ///< characters that could not be read
  std::vector<std::string> notes;   ///< what there was to tell about the text
};

class RecordCache {
 public:
  /// Rows of `rules` are found and kept. A file that is not there is made.
  static Result<RecordCache> open(const std::string& path, const CacheKey& rules);
  RecordCache(RecordCache&&) noexcept;
  RecordCache& operator=(RecordCache&&) = delete;
  ~RecordCache();

  /// Any number of threads may call find() and keep(). Neither fails: what goes wrong is told by close().
  std::optional<CachedRecord> find(const CacheKey&);
  void keep(const std::vector<std::pair<CacheKey, CachedRecord>>&);
  /// Drops the rows of all sets of rules but this one and the one used before it, so that going back and forth between
  /// two costs nothing. Tells what went wrong since open().
  Result<void> close();
  /// Why an old file was put aside by open(); empty if none was.
  [[nodiscard]] const std::string& put_aside() const;

 private:
  struct Impl;
  explicit RecordCache(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tarikh::store
