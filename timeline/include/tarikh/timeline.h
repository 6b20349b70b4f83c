// A timeline: entries merged from the records of many documents, each with its evidence.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/record.h"

namespace tarikh {

/// One event of one document that supports an entry.
struct EntryMention {
  std::string doc, event;  ///< ids
  std::string source, source_title, published, lang;
  std::string published_inferred;  ///< EDTF; of a document whose publication day was worked out, in the place of `published`
  std::string quote;       ///< the sentence
  std::string date_text;   ///< the words the date came from, empty when inherited or by convention
  std::string date_edtf;
  DateBasis date_basis = DateBasis::none;
  Factuality factuality = Factuality::actual;
  std::uint32_t start = 0, end = 0;                  ///< the trigger, code points of the document
  std::uint32_t sentence_start = 0, sentence_end = 0;
  std::string trigger;
  std::vector<Quote> highlights;  ///< roles, place and dates inside the sentence (document code points), in order
  std::string attributed_to;
  std::string rule;
};

/// One date that some mentions claim.
struct Claim {
  std::string date_edtf;
  std::vector<std::size_t> mentions;  ///< indices into Entry::mentions
};

struct EntryParticipant {
  Role role = Role::subject;
  std::string id, name_en, name_ar;
};

/// What a person changed of an entry or of one of its mentions, and why.
struct EntryCorrection {
  std::string field;       ///< "date", "type" …, or "merge", "split", "add"
  std::string was, value;  ///< empty: nothing
  std::string who, why;
  friend bool operator==(const EntryCorrection&, const EntryCorrection&) = default;
};

/// One row of the timeline.
struct Entry {
  std::string id;  ///< survives a re-run, and the addition of documents that do not touch it
  std::string type, phase;
  std::string date_edtf;  ///< "[2001,2011]" for a conflict
  std::string first, last;  ///< ISO days; empty at an open end
  std::string granularity;  ///< "set" for a conflict
  DateBasis date_basis = DateBasis::none;
  Factuality factuality = Factuality::actual;  ///< actual or planned
  std::vector<EntryParticipant> participants;
  std::optional<EntryParticipant> place;
  std::string title_ar, title_en;
  std::vector<Claim> conflict;  ///< empty, or at least two claims
  std::vector<EntryMention> mentions;
  std::vector<std::string> merge_reasons;  ///< why the mentions are one event, one line each
  std::vector<EntryCorrection> corrections;
};

struct Timeline {
  std::vector<Entry> entries;  ///< by first day, then the longer span first, then document id, then offset
};

/// An entry by its id, or one telling by its document and event.
struct TellingRef {
  std::string entry, doc, event;
  [[nodiscard]] bool empty() const { return entry.empty() && doc.empty(); }
};

/// Where a person wants tellings to stand, whatever the rules of merging say.
struct Move {
  TellingRef what;
  TellingRef to;  ///< empty: in an entry of its own
  std::string reason;
};

struct MergeOptions {
  /// Also keep entries without a date (after the dated ones); the page and CSV leave them out.
  bool keep_undated = false;
  /// Done one after the other once everything is merged. `refuse` is told of the ones that cannot be done.
  std::span<const Move> moves{};
  std::function<void(const Move&, std::string_view why)> refuse{};
};

/// Merges records into a timeline. The result does not depend on the order of the records or on how
/// documents were split over runs; near-linear in the number of events.
Timeline merge(std::span<const DocumentRecord> records, std::span<const EventType> types, const MergeOptions& = {});

/// The same, handing out one entry after the other in timeline order: for piles whose timeline should not lie in memory
/// beside their records. `visit` returns false to stop.
void merge_each(std::span<const DocumentRecord> records, std::span<const EventType> types, const MergeOptions&,
                const std::function<bool(Entry&&)>& visit);

/// One line of JSON per entry, as in the contract.
std::string to_json(const Entry&);
Result<Entry> parse_entry(std::string_view json, int line);

}  // namespace tarikh
