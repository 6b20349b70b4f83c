// The document record: what `tarikh extract` writes, one line per document, and what merging reads. Plain
// values, offsets in Unicode code points, no reference to the text or to the rules that made it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/extraction.h"
#include "tarikh/result.h"
#include "tarikh/ruleset.h"
#include "tarikh/text.h"

namespace tarikh {

/// Words of the document: half-open code points. start = end = 0 with empty text when only implied.
struct Quote {
  Text text;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Quote&, const Quote&) = default;
};

struct TimexRecord {
  Text id;  ///< t1, t2 … in text order
  Quote quote;
  TimexType type = TimexType::date;
  Text value;
  Resolution resolution = Resolution::none;
  Modifier mod = Modifier::none;
  Text quant, freq, anchor, begin_point, end_point, calendar, hijri;
  Text first, last;  ///< ISO days; empty when it denotes none
  Text note, rule;
};

struct ParticipantRecord {
  Role role = Role::subject;
  Quote quote;
  Text id, name_en, name_ar;
  Text country;  ///< id: of a person the one it holds or has held office in, of a place the one it lies in; empty when unknown
};

struct EventRecord {
  Text id;
  Text type, phase;
  Quote trigger;
  std::vector<Quote> other_mentions;
  Text date_edtf;  ///< empty when no date is recoverable
  Text first, last;  ///< ISO days, inclusive; empty at an open end
  Text granularity;  ///< day month year season decade interval; empty without a date
  DateBasis date_basis = DateBasis::none;
  std::vector<Text> timex;
  Text subevent_of;
  std::vector<ParticipantRecord> participants;
  std::optional<ParticipantRecord> place;  ///< its role is meaningless
  Factuality factuality = Factuality::actual;
  Text attributed_to;
  Quote sentence;  ///< with its text: the evidence
  Text title_ar, title_en;
  Text rule;
};

/// Who belongs to an organisation, as the document says it; evidence of a state on its publication day.
struct RosterRecord {
  ParticipantRecord organisation;
  std::vector<ParticipantRecord> members;
  std::vector<ParticipantRecord> outsiders;  ///< observers, guests, applicants: no members on that day
  bool complete = true;  ///< false: "also", "among others"
  Quote sentence;        ///< with its text
};

/// What an inferred publication day stands on, or what speaks against it.
struct ClueRecord {
  Text kind, text, why;
};

struct DocumentRecord {
  Text doc, lang, dct, title, source;
  DctBasis dct_basis = DctBasis::none;
  Text dct_edtf;  ///< of an inferred publication day: the days that it may be; dct has it only if it is one day
  std::vector<ClueRecord> dct_clues, dct_contradictions;
  std::vector<TimexRecord> timexes;
  std::vector<EventRecord> events;
  std::vector<RosterRecord> rosters;
  Text text;  ///< only with --with-text
};

/// Turns byte spans into code points and indices into ids. Takes its texts out of the extraction.
DocumentRecord make_record(const Document&, Extraction, const Ruleset&, bool with_text = false);

/// One line of JSON without the line end, keys as in the contract; the same record gives the same bytes.
std::string to_json(const DocumentRecord&);
/// `line` is for the error message.
Result<DocumentRecord> parse_document_record(std::string_view json, int line);

}  // namespace tarikh
