// When an article that does not say so was published: a constraint problem over days. Each clue allows some days; the
// answer is the days that most clues allow, with all clues, those against it too. Nothing is guessed: what the words leave
// open stays open, and what is worked out is marked `inferred`.
#pragma once

#include <date/date.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/record.h"
#include "tarikh/timeline.h"

namespace tarikh {

/// Both inclusive.
struct DayRange {
  date::sys_days first{}, last{};
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

enum class ClueKind : std::uint8_t {
  weekday,    ///< "Thursday, July 4": that day is a Thursday in some years only
  elsewhere,  ///< "last year" of an event that other articles date
  office,     ///< "in power for 30 years" of somebody whose term is known
  dateline,   ///< "CAIRO, July 4 (Agency) -"
  name,       ///< a date in the name or address of the article
  past,       ///< the latest event told as past: nobody reports what is still to come
};
[[nodiscard]] std::string_view to_string(ClueKind);

struct PublicationClue {
  ClueKind kind = ClueKind::past;
  std::string text;             ///< the words of the article
  std::string why;              ///< one line for a person
  std::vector<DayRange> days;   ///< that it allows: in order, disjoint
};

/// What the clues come to.
struct PublicationDay {
  std::vector<DayRange> days;                   ///< that most clues allow: in order, disjoint; empty without clues
  std::vector<PublicationClue> clues;           ///< that allow them
  std::vector<PublicationClue> contradictions;  ///< that do not

  /// From the first of the days to the last one; nothing when that is more than two years and says too little.
  [[nodiscard]] std::optional<DayRange> range() const;
  /// The only day that all clues allow; nothing when there are more, or when one is against it.
  [[nodiscard]] std::optional<date::sys_days> only_day() const;
};
[[nodiscard]] PublicationDay solve(std::vector<PublicationClue> clues);

/// EDTF of a range: a day, a month or a year where it is one, else an interval.
[[nodiscard]] std::string to_edtf(const DayRange&);

/// Finds clues. Keeps scratch memory, like an Extractor: one per thread.
class PublicationFinder {
 public:
  /// `timeline`: the whole pile merged, entries without a date kept. It and the rules must outlive the finder.
  PublicationFinder(const Ruleset&, const Timeline& timeline);
  PublicationFinder(PublicationFinder&&) noexcept;
  PublicationFinder& operator=(PublicationFinder&&) noexcept;
  ~PublicationFinder();

  /// Every clue, whatever the document says of its publication day.
  std::vector<PublicationClue> clues(const Document&);
  /// What the article's name and its dateline say, and what it tells as past, from the events extracted without a publication
  /// day: cheap enough for every undated article.
  std::vector<PublicationClue> plain_clues(const Document&, const Extraction& undated);
  /// Weekdays that do not fit the publication day which the document has.
  std::vector<PublicationClue> against(const Document&);
  /// The record of a document without a publication day, dated by what was found: what comes out the same on the first
  /// and on the last possible day is taken, a date that differs is as wide as the difference, up to a year, and the rest stays undated.
  DocumentRecord redate(const Document&, const DocumentRecord& undated, const PublicationDay&);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tarikh
