// A timeline: entries merged from the records of many documents, each with its evidence.
#pragma once

#include <date/date.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/record.h"

namespace tarikh {

struct EntryParticipant {
  Role role = Role::subject;
  std::string id, name_en, name_ar;
  std::string country;  ///< as in ParticipantRecord
};

/// Who belongs to an organisation, as a document says it on its publication day.
struct ToldRoster {
  EntryParticipant organisation;
  std::vector<EntryParticipant> members;
  std::vector<EntryParticipant> outsiders;  ///< observers, guests, applicants
  bool complete = true;
  std::string quote;
};

/// One event of one document that supports an entry.
struct EntryMention {
  std::string doc, event;  ///< ids
  std::string source, source_title, published, lang;
  std::string copy_of;     ///< id of the older document whose text this one prints; empty: it has one of its own
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
  std::string subevent_of;  ///< id of the event of its document that it happened at
  std::vector<ToldRoster> rosters;  ///< what its document says about the members of the organisation it names
  std::string rule;
};

/// One date that some mentions claim.
struct Claim {
  std::string date_edtf;
  std::vector<std::size_t> mentions;  ///< indices into Entry::mentions
};

/// Something other than its date that mentions of an entry tell differently, or that cannot be as it is told.
enum class DoubtKind : std::uint8_t {
  killed,   ///< how many
  injured,
  missing,
  ordinal,  ///< the how-manieth member, summit or conference
  list,     ///< the how-manieth member, beside a list of fewer or more in the same article
  weekday   ///< does not fit its date; one claim per date
};
[[nodiscard]] std::string_view to_string(DoubtKind);
[[nodiscard]] std::optional<DoubtKind> parse_doubt_kind(std::string_view);

struct DoubtClaim {
  std::string value;  ///< "12", ">=12", "<=12", "~100"; of weekday the date
  std::vector<std::size_t> mentions;  ///< indices into Entry::mentions
};

struct Doubt {
  DoubtKind kind = DoubtKind::killed;
  std::vector<DoubtClaim> claims;
};

/// Why mentions are one entry.
enum class MergeReasonKind : std::uint8_t {
  same_event,     ///< the first fits the second: type, phase, days, and what `shared` names
  linked,         ///< the first fits the second by what other mentions of its group add
  copied,         ///< the first is the sentence of the second, in an article that prints its text
  one_speech,     ///< statements of one article: one speaker, one occasion, one day
  contradiction,  ///< it happens only once, and the two give days that exclude each other
  plan,           ///< the first expected it for another day than the second tells
  undated,        ///< gives no date, and only one such event is known
  put_here,       ///< a person put these here
  taken_out       ///< a person took these out of another entry
};
[[nodiscard]] std::string_view to_string(MergeReasonKind);
[[nodiscard]] std::optional<MergeReasonKind> parse_merge_reason_kind(std::string_view);

struct MergeReason {
  MergeReasonKind kind = MergeReasonKind::same_event;
  std::vector<std::size_t> mentions;  ///< indices into Entry::mentions, in the order that the kind says
  std::vector<std::string> shared;    ///< ids of participants and place that both name; of same_event: none = the headline
  std::string who, why;               ///< of put_here and taken_out
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
  std::vector<Doubt> doubts;
  std::vector<EntryMention> mentions;
  std::vector<MergeReason> merge_reasons;
  std::vector<EntryCorrection> corrections;
};

/// Articles that tell it, those that print one text counted once.
[[nodiscard]] std::size_t independent_sources(const Entry&);
[[nodiscard]] std::size_t independent_sources(const Entry&, const Claim&);

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
  std::string who, why;
};

struct MergeOptions {
  /// Also keep entries without a date (after the dated ones); the page and CSV leave them out.
  bool keep_undated = false;
  /// Entries without a day in this stretch are not made.
  std::optional<date::sys_days> from{}, to{};
  /// Threads to use; the result is the same.
  unsigned jobs = 1;
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

/// The records in the order that merging takes them, each once: what a timeline stands on, and can be made from again.
[[nodiscard]] std::vector<const DocumentRecord*> distinct_records(std::span<const DocumentRecord> records);

/// One line of JSON per entry, as in the contract.
std::string to_json(const Entry&);
Result<Entry> parse_entry(std::string_view json, int line);

}  // namespace tarikh
