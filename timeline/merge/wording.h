// Whether two people who quote somebody can have heard the same: what is said on one occasion has words in common, however
// it is put. Only within one language.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "tarikh/record.h"

namespace tarikh::merging {

/// What an event is told in, read only if two events have to be told apart by it.
class Wording {
 public:
  Wording() = default;
  Wording(const DocumentRecord& record, const EventRecord& event) : record_(&record), event_(&event) {}

  /// Of its sentence, without names and date, as of words_that_matter.
  [[nodiscard]] const std::vector<std::uint32_t>& words() const;
  /// Of its headlines, beside names, and beside that somebody decided.
  [[nodiscard]] const std::vector<std::uint32_t>& kind() const;
  void take_words(std::vector<std::uint32_t> words);

 private:
  struct Read {
    std::vector<std::uint32_t> words, kind;
    bool has_words = false, has_kind = false;
  };
  Read& read() const;

  const DocumentRecord* record_ = nullptr;
  const EventRecord* event_ = nullptr;
  mutable std::shared_ptr<Read> read_;  // most are never asked; copies share what was read
};

/// Numbers of the words that carry what the sentence says, sorted: without those of `besides` (who says it, and when), without
/// small words and words of saying, and each without its ending.
[[nodiscard]] std::vector<std::uint32_t> words_that_matter(std::string_view sentence, std::span<const Quote> besides);

/// False if one of them says nothing that the other says.
[[nodiscard]] bool may_quote_one_speech(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace tarikh::merging
