// Corrections that people make: a table laid over what articles tell, each time a timeline is made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tarikh/ruleset.h"
#include "tarikh/timeline.h"

namespace tarikh {

/// One line of corrections.tsv. Fields of an entry or mention: date type phase factuality subject object organisation
/// place title_ar title_en. Deeds: drop; merge and split, which put tellings together or take one out; add, which makes a
/// mention whose fields further lines give.
struct Correction {
  TellingRef target;
  std::string field, value, who, why;
  std::string was;  ///< what has to stand there for the correction to be right; empty = anything
  int line = 0;
};

struct Corrections {
  std::vector<Correction> lines;
  std::vector<Error> problems;  ///< lines that say nothing that can be done; they are left out
};

/// The document of mentions that stand in no article.
inline constexpr std::string_view kAddedDocument = "corrections";

/// Tab-separated with a header: target field value who why, and optionally was.
[[nodiscard]] Corrections parse_corrections(std::string_view tsv, const Ruleset&);

struct CorrectedTimeline {
  Timeline timeline;
  std::vector<Error> problems;  ///< corrections that do not apply, with their lines
  std::vector<Error> notes;     ///< corrections that change nothing any more
};

/// merge() with corrections: those of mentions before it, so that tellings merge as corrected, those of entries after it.
CorrectedTimeline merge(std::vector<DocumentRecord> records, const Ruleset&, const Corrections&, const MergeOptions& = {});

}  // namespace tarikh
