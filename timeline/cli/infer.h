// Documents without a publication day get one: where their name or dateline leaves only one; with --infer-dct where what they
// and the rest of the pile tell leaves little open.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "tarikh/publication.h"

namespace tarikh::cli {

/// What to tell of the answer: the clues it stands on, and those against it.
[[nodiscard]] std::vector<std::string> notes_of(const PublicationDay&);
CLI::Option* add_infer_option(CLI::App&, bool& infer);
/// The records of a pile, all of them; with `keep_undated`, in the place of those that can be dated, dated ones, and it is told of
/// each one by which clues. `write` gets what is rendered of them as they come, and returns false to stop.
[[nodiscard]] std::vector<DocumentRecord> extract_records(const Ruleset&, const std::vector<Input>&, const PileOptions&, Cache&, Console&,
                                                          const std::function<bool(const std::string&)>& write = {});

}  // namespace tarikh::cli
