// What makes two events of different documents one: type and phase, the participants that define it, and days that
// can be the same. Which participants define it depends on the type: a founding is its organisation's, an accession
// is one member's to one organisation, a summit is the organisation's on that day, talks are those of all who sat there.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "merge/wording.h"
#include "model/days.h"
#include "tarikh/extraction.h"
#include "tarikh/why_not.h"

namespace tarikh::merging {

/// How a type is told apart from others of its kind.
enum class Identity : std::uint8_t {
  once,       ///< by the one it happens to, once: founding
  joining,    ///< by member and organisation, once: membership, withdrawal …
  gathering,  ///< by the organisation that meets: summit, conference
  parties,    ///< by all who take part: meeting, agreement …
  fight,      ///< as parties; elsewhere it is another one: clash
  deed,       ///< by who does it, and to whom as far as told: everything else
  office,     ///< as a deed, but told from either end: who appoints and who is appointed
  joint,      ///< by the gathering that adopts it, else by all who take part: declaration
  speech      ///< by speaker, occasion and day
};

/// `once_only` turns a type without identity of its own into Identity::once.
[[nodiscard]] Identity identity_of(std::string_view type, bool once_only);

/// Who sits at a table, and for which state. A state that stands for its people is itself.
struct Side {
  std::uint32_t state = 0, who = 0;
  friend auto operator<=>(const Side&, const Side&) = default;
};

/// What is compared first stands first: one line of a cache tells most events apart.
struct Features {
  std::uint32_t type = 0, phase = 0, place = 0;  ///< numbers of names; 0 = none
  std::uint32_t land = 0;  ///< the country that the place lies in; 0 = not known, or the place is one
  model::Days days;      ///< as told
  model::Days possible;  ///< days, as far as they may be meant
  Identity identity = Identity::deed;
  bool dated = false;
  bool planned = false;
  bool is_approval = false;  ///< of an accession: who approves and who is approved are told in either role
  bool by_publication = false;  ///< dated by the publication day alone
  std::uint32_t occasion = 0;  ///< of a statement or declaration: what it was made at; 0 = not known
  bool at_gathering = false;    ///< the occasion is one that people speak at, not just the news that they speak of
  bool is_strike = false;  ///< a clash or a military action that is told as a blow: a strike, an attack, a bombardment
  bool is_of_many_kinds = false;  ///< a type of which one body or city can have several on a day: decision, other, disaster
  bool by_state = false;         ///< a state does it, of which anybody may be meant
  bool by_person = false;        ///< somebody with a name does it
  bool one_of_several = false;  ///< its document has others by the speaker that can be of its day, or of the gathering
  std::vector<std::uint32_t> everyone;  ///< all who take part, sorted
  std::vector<std::uint32_t> subjects, objects, organisations;  ///< sorted
  std::vector<std::uint32_t> nobodies;  ///< "soldiers", "the army" of no state: they may be anybody, but not both; sorted
  std::uint32_t title_ar = 0, title_en = 0;
  std::uint32_t sentence = 0;
  std::uint32_t language = 0;   ///< of the document
  Wording wording;  ///< of a statement, and of what is of many kinds

  [[nodiscard]] std::vector<std::uint32_t>& of(Role role) {
    return role == Role::subject ? subjects : role == Role::object ? objects : organisations;
  }
};

/// Keys of which two events must share one to be compared at all. Each is a hash of type and defining participants;
/// days are left to the caller. Empty: the event is like no other.
[[nodiscard]] std::vector<std::uint64_t> keys(const Features& features);

/// What stands against `a` and `b` being one event, each judged for itself; none if they agree.
[[nodiscard]] std::optional<ObstacleKind> obstacle_of_type(const Features& a, const Features& b);
[[nodiscard]] std::optional<ObstacleKind> obstacle_of_phase(const Features& a, const Features& b);
[[nodiscard]] std::optional<ObstacleKind> obstacle_of_participants(const Features& a, const Features& b);

/// True if nothing but the days and the document stands against `a` and `b` being one event.
[[nodiscard]] bool agree(const Features& a, const Features& b);

/// Days that can be the same. What is dated by the publication day alone may be of the day before, but two such
/// events have only their days to go by.
[[nodiscard]] bool days_agree(const Features& a, const Features& b);

/// True if the same states sat at one table, sorted, and one of the two names states where the other one names
/// their people: "Iran and Saudi Arabia met" and the names of their ministers.
[[nodiscard]] bool sat_for_states(std::span<const Side> a, std::span<const Side> b);

/// Under which those of whom sat_for_states may be true are found, if they met on that day at that place; 0 if it can be true of none.
[[nodiscard]] std::uint64_t key_of_states(std::span<const Side> sides, const Features& features);

/// True of a strike that one article tells as a clash and another one as a military action: by the same ones, on one day, at one place
/// or at the same target.
[[nodiscard]] bool are_one_strike(const Features& a, const Features& b);

/// Under which those of whom are_one_strike may be true are found; 0 if it can be true of none.
[[nodiscard]] std::uint64_t key_of_strike(const Features& features);

[[nodiscard]] bool same_place(const Features& a, const Features& b);

/// True of a type that people speak at: a summit, a conference, talks, a visit.
[[nodiscard]] bool is_spoken_at(std::string_view type);

/// True if it is told apart by what it happened at, which must be placed before.
[[nodiscard]] bool has_occasion(const Features& features);

/// True of what is told apart by where it was, if no city is named.
[[nodiscard]] bool is_placed_in_country(const Features& features);

/// True if one of the two names a city and the other no more than its country, and that is what tells them apart.
[[nodiscard]] bool is_loosely_placed(const Features& a, const Features& b);

/// How many of some stretches of days overlap another one.
class Stretches {
 public:
  void add(const model::Days& days) {
    firsts_.push_back(days.first);
    lasts_.push_back(days.last);
  }
  void sort();
  [[nodiscard]] std::size_t overlapping(const model::Days& days) const;

 private:
  std::vector<std::int32_t> firsts_, lasts_;
};

/// True if it can happen only once: then one document may tell it twice.
[[nodiscard]] bool is_once(const Features& features);

/// True if it is so coarse that it joins another only if no second one fits.
[[nodiscard]] bool joins_only_if_alone(const Features& features);

/// Keys under which the event can happen only once, whatever its days; empty if it may be repeated.
[[nodiscard]] std::vector<std::uint64_t> once_keys(const Features& features, std::string_view phase);

/// Keys of what the event undoes, as once_keys of an event of type `undone` by the same members.
[[nodiscard]] std::vector<std::uint64_t> undone_keys(const Features& features, std::uint32_t undone);

/// Keys under which an undated telling finds the dated event if there is only one; empty if it must stay alone.
[[nodiscard]] std::vector<std::uint64_t> reference_keys(const Features& features, std::string_view type, std::string_view phase);

/// How many ids are in both sorted lists.
[[nodiscard]] std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// Adds the ids of one sorted list to another.
void unite(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& from);

}  // namespace tarikh::merging
