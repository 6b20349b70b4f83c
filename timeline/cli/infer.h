// Documents without a publication day get one: where their name or dateline leaves only one; with --infer-dct where what they
// and the rest of the pile tell leaves little open.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "tarikh/publication.h"

namespace tarikh::cli {

struct Undated {
  std::size_t record = 0;  ///< index of its record
  std::string where;       ///< the file, for messages
  Document document;
};

/// What to tell of the answer: the clues it stands on, and those against it.
[[nodiscard]] std::vector<std::string> notes_of(const PublicationDay&);
CLI::Option* add_infer_option(CLI::App&, bool& infer);
/// Keeps the record, and the document if it has no publication day.
void take(Outcome&&, std::vector<DocumentRecord>&, std::vector<Undated>&);
/// Puts dated records in the place of those that can be dated, and tells of each one by which clues.
void infer_publication_days(const Ruleset&, std::vector<DocumentRecord>&, const std::vector<Undated>&, unsigned jobs, Console&);

}  // namespace tarikh::cli
