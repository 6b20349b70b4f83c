// What the extractor finds in one document. Terms: TIMEX3 (TimeML), trigger, argument and role (ACE),
// mention and entity, evidence, factuality (FactBank). All spans are bytes of Document::text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/date.h"
#include "tarikh/document.h"

namespace tarikh {

/// A rule of the Ruleset that found something; Ruleset::rule_name turns it into "file:line name".
using RuleId = std::uint32_t;
inline constexpr RuleId kNoRule = UINT32_MAX;

enum class TimexType : std::uint8_t { date, time, duration, set };
/// explicit_: the year is in the span; dct: needs the DCT; anchor: needs another date of the text.
enum class Resolution : std::uint8_t { none, explicit_, dct, anchor };
enum class Modifier : std::uint8_t { none, start, mid, end, approx, more_than, less_than, equal_or_more };

/// A temporal expression.
struct Timex {
  Span span;
  TimexType type = TimexType::date;
  std::string value;  ///< TIMEX3 value: 2024-07-04, 2024-07-04TEV, P3M, PAST_REF …
  Resolution resolution = Resolution::none;
  Modifier mod = Modifier::none;
  std::string quant;        ///< of a set: EVERY
  std::string freq;         ///< of a set: 2X
  std::string begin_point;  ///< of a duration or range, TIMEX3 value
  std::string end_point;
  std::string hijri;        ///< YYYY[-MM[-DD]] AH when written_in is hijri
  std::uint32_t anchor = kNoIndex;  ///< index of the timex it was resolved against
  bool counted = false;             ///< from its anchor, which does not only supply its year: "a day later"
  bool put_off = false;             ///< the day that something is put off or drawn out to: "postponed to July"
  std::optional<Date> date;         ///< set when it denotes days
  std::string note;                 ///< a contradiction or impossibility worth telling: "weekday is a Thursday"
  RuleId rule = kNoRule;
};

enum class EntityKind : std::uint8_t { country, organisation, person, place, office, group };
/// How an entity is mentioned.
enum class MentionForm : std::uint8_t { name, short_name, nisba, metonym, description, pronoun };

/// An entity of the gazetteer, or one built from the text (its id then starts with "x:").
struct EntityRef {
  std::string id;
  std::string name_en;
  std::string name_ar;
  friend bool operator==(const EntityRef&, const EntityRef&) = default;
};

/// An entity mention. A description ("the Chinese president") has the entity it refers to, if known.
struct Mention {
  Span span;
  EntityKind kind = EntityKind::place;
  MentionForm form = MentionForm::name;
  EntityRef entity;
};

enum class Role : std::uint8_t { subject, object, organisation };
struct Argument {
  Role role = Role::subject;
  std::optional<Span> span;  ///< none when only implied
  EntityRef entity;
  std::string country;       ///< id: of a person the one it holds or has held office in, of a place the one it lies in; empty when unknown
};

enum class Factuality : std::uint8_t { actual, planned, denied, hypothetical, habitual };
/// Where an event's date comes from; see gold guideline: explicit_ full date in the text, relative
/// resolved with the DCT or another date, inherited from the event it belongs to, dct by news convention; corrected by a
/// person after extraction.
enum class DateBasis : std::uint8_t { none, explicit_, relative, inherited, dct, corrected };

struct Event {
  std::string id;    ///< stable for the same text and rules
  std::string type;  ///< id of event_types.tsv
  std::string phase; ///< "" or one of the type's phases
  Span trigger;
  std::vector<Span> other_mentions;
  std::optional<Date> date;
  DateBasis basis = DateBasis::none;
  std::vector<std::uint32_t> timexes;     ///< indices of the expressions the date came from
  std::uint32_t subevent_of = kNoIndex;   ///< index of the event it happened at
  std::vector<Argument> arguments;
  std::optional<Argument> place;
  Factuality factuality = Factuality::actual;
  std::string attributed_to;  ///< entity id of who says so; empty = the article
  Span sentence;              ///< the evidence
  std::string title_ar;
  std::string title_en;
  RuleId rule = kNoRule;
};

/// A sentence that says who belongs to an organisation: no event, but evidence of a state on the day of publication.
struct Roster {
  struct Member {
    EntityRef entity;
    Span span;
  };
  EntityRef organisation;
  Span organisation_span;
  std::vector<Member> members;    ///< in text order
  std::vector<Member> outsiders;  ///< said to be observers, guests, applicants
  bool complete = true;         ///< false: "also", "among others"
  Span sentence;
};

struct Extraction {
  std::string language;          ///< the one the rules of were used
  std::vector<Timex> timexes;    ///< in text order, not overlapping
  std::vector<Mention> mentions; ///< in text order, not overlapping
  std::vector<Event> events;     ///< in order of their triggers
  std::vector<Roster> rosters;   ///< in text order
};

// Names as they stand in records, one spelling each way. parse_* give nothing for an unknown name.
[[nodiscard]] std::string_view to_string(TimexType);
[[nodiscard]] std::string_view to_string(Resolution);
[[nodiscard]] std::string_view to_string(Modifier);
[[nodiscard]] std::string_view to_string(Role);
[[nodiscard]] std::string_view to_string(Factuality);
[[nodiscard]] std::string_view to_string(DateBasis);
[[nodiscard]] std::string_view to_string(DctBasis);
[[nodiscard]] std::string_view to_string(Granularity);
[[nodiscard]] std::string_view to_string(Calendar);
[[nodiscard]] std::optional<TimexType> parse_timex_type(std::string_view);
[[nodiscard]] std::optional<Role> parse_role(std::string_view);
[[nodiscard]] std::optional<Factuality> parse_factuality(std::string_view);
[[nodiscard]] std::optional<DateBasis> parse_date_basis(std::string_view);
[[nodiscard]] std::optional<DctBasis> parse_dct_basis(std::string_view);

}  // namespace tarikh
