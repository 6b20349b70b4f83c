// A pile of documents -> their records, on several threads, in bounded memory, in the order of the input.
//
// One thread reads, each worker has an Extractor of its own, and the caller's thread gets the results by index:
// what comes out does not depend on the number of threads. A document that fails is reported, and the rest is done.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/inputs.h"
#include "store/cache.h"
#include "tarikh/extractor.h"
#include "tarikh/record.h"

namespace tarikh::cli {

struct PileOptions {
  unsigned jobs = 1;
  ExtractScope scope = ExtractScope::events;
  bool with_text = false;
  std::optional<date::sys_days> default_dct;
  std::string default_language;  ///< for documents that do not say theirs
  bool keep_undated = false;     ///< also hand out documents that have no publication day
  /// What to make of a record; called on the workers.
  std::function<std::string(const DocumentRecord&)> render;
  bool as_json = false;  ///< make it the line of JSON; neither = keep the record itself
  bool keep_record = false;  ///< keep the record besides the line of JSON
  /// What to write for a document, instead of extracting a record.
  std::function<std::string(const Document&)> describe;
  /// Where records of earlier runs are found and new ones kept; not with `describe`.
  store::RecordCache* cache = nullptr;
};

struct Outcome {
  std::string where;            ///< the file it comes from
  bool done = false;            ///< there is a record; what is wrong with its text may still stand in `problems`
  std::vector<Error> problems;
  std::vector<Error> notes;     ///< worth telling of a text, which is no failure: a day that no calendar has
  DocumentRecord record;        ///< empty if only `rendered` is wanted
  std::string rendered;
  std::optional<Document> undated;  ///< the document, if it has no publication day and such are wanted
  std::size_t found = 0;        ///< events, or expressions where only those are wanted
  std::uint64_t bytes = 0;      ///< of input
  bool more = false;            ///< the next one is ready: what was written so far need not be flushed yet
};

/// Calls `consume` for what is done, in the order of the input, until it returns false or `interrupted` becomes true.
/// Problems, notes and progress go to the console.
void extract_pile(const Ruleset&, const std::vector<Input>&, const PileOptions&, Console&,
                  const std::function<bool(Outcome&&)>& consume);

/// Set by SIGINT and SIGTERM (main.cpp): the work stops and half-written output is removed.
extern std::atomic<bool> interrupted;

}  // namespace tarikh::cli
