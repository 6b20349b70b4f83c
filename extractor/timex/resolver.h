// From words to days: fills in what a frame leaves open, from the DCT, the tense of the clause, the date the
// narrative has reached, or the partner in a range. Goes through the expressions in text order.
#pragma once

#include <optional>
#include <vector>

#include "tarikh/date.h"
#include "timex/derivation.h"
#include "timex/frame.h"
#include "timex/tense.h"

namespace tarikh::timex {

class Resolver {
 public:
  explicit Resolver(const rules::Lexicon& lexicon) : tense_(lexicon) {}

  /// One Timex per Found, in order. Changes `found`: partners of a range share month and year.
  /// `why`, if asked for, gets a Derivation for each.
  void run(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
           std::optional<date::sys_days> dct, std::vector<Found>& found, std::vector<Timex>& out,
           std::vector<Derivation>* why = nullptr);

 private:
  /// What a frame comes to.
  struct Meaning {
    std::optional<Date> date;
    std::string value;  ///< when there is no date, or TIMEX3 says more than it
    Resolution resolution = Resolution::dct;
    std::uint32_t anchor = kNoIndex;
    std::string hijri;
    std::string note;
  };
  struct Anchor {
    std::uint32_t index = kNoIndex;
    Date date;
    bool told = false;  ///< its year is in the text or comes from a date that is
    std::uint32_t paragraph = 0;
    std::uint32_t token = 0;
  };

  /// Where the text is.
  struct Position {
    Anchor day;       ///< the narrative's current day
    Anchor past_day;  ///< the last of its days that is not after the publication day
    Anchor any;       ///< the last date of any precision
    Anchor night;     ///< the last of its nights
    Anchor stretch;   ///< the month or year that the text has gone on to since its last day
  };

  // resolve_date.cpp
  Meaning resolve_date(const Found& found);
  Meaning resolve_year_part(const Found& found, int year, Resolution resolution, std::uint32_t anchor);
  Meaning resolve_hijri(const Found& found, int year, Resolution resolution);
  Meaning resolve_month_or_day(const Found& found);
  [[nodiscard]] std::optional<Date> near_side(const Found& found, const std::optional<Date>& past,
                                              const std::optional<Date>& next, const std::optional<Date>& chosen) const;
  [[nodiscard]] bool goes_first(const Found& found) const;
  Meaning resolve_weekday(const Found& found);
  Meaning resolve_day_of_month(const Found& found);
  Meaning resolve_holiday(const Found& found);
  Meaning resolve_this_day(const Found& found, int year, Resolution resolution, std::uint32_t index);
  Meaning resolve_same_day(const Found& found);
  Meaning resolve_day_of_month_in(const Found& found, int year);
  Meaning resolve_weekday_number(const Found& found);
  Meaning resolve_counted_weekday(const Found& found);
  Meaning resolve_nth(const Found& found);
  Meaning resolve_decade(const Found& found);
  Meaning resolve_bare_part(const Found& found);
  std::optional<int> year_of(const Found& found, Resolution& resolution, std::uint32_t& anchor);
  void check_weekday(const Frame& frame, Meaning& meaning) const;

  // resolve_relative.cpp
  Meaning resolve_unit(const Found& found);
  Meaning resolve_shift(const Found& found);
  Meaning shifted(date::sys_days from, int unit, int n, bool from_dct) const;
  Meaning unit_around(date::sys_days day, int unit, int steps) const;
  static Meaning counted_from(const Anchor& base, Meaning meaning);

  // resolve_value.cpp
  void add_time(const Found& found, Meaning& meaning) const;
  static std::string duration_value(const Frame& frame);
  static std::string underspecified(const Frame& frame);
  void duration_points(const Found& found, Timex& timex) const;
  static Modifier modifier(const Frame& frame);

  // derive.cpp
  /// `said`: the frame before its partner shared fields with it.
  Derivation derive(const std::vector<Found>& found, std::size_t index, const Frame& said, const Timex& timex);
  void other_days(const Found& found, const Timex& timex, std::vector<Rejected>& rejected);
  void without_anchor(const Found& found, const Timex& timex, std::vector<Rejected>& rejected);
  [[nodiscard]] std::string day_reason(const Found& found, const Date& chosen, const Date& other) const;
  [[nodiscard]] std::string clause_reason(const Found& found) const;

  // narrative.cpp
  void remember(const Found& found, const Timex& timex);
  void move(Position& position, const Found& found, const Anchor& next) const;
  [[nodiscard]] const Anchor* anchor(bool need_day, bool same_paragraph) const;
  [[nodiscard]] const Anchor* anchor_of_part(const Found& found) const;
  [[nodiscard]] bool is_passing(const Found& found, const Date& date) const;
  [[nodiscard]] bool rules(const Anchor& year, const Found& found) const;
  [[nodiscard]] bool looks_back(const Anchor& anchor, const Found& found) const;
  [[nodiscard]] bool told_aside(const Anchor& anchor, const Found& found, bool news) const;
  [[nodiscard]] bool under_heading() const;
  [[nodiscard]] bool is_of_honour(const Found& found) const;
  [[nodiscard]] bool is_day_in_passing(const Found& found) const;
  [[nodiscard]] bool is_attributive(const Found& found) const;
  [[nodiscard]] bool in_aside(const Found& found) const;
  [[nodiscard]] bool joins_clause(const Found& found) const;
  [[nodiscard]] bool opens_line(std::uint32_t token) const;
  [[nodiscard]] bool opens_sentence(std::uint32_t token) const;
  [[nodiscard]] bool same_sentence(std::uint32_t timex, std::uint32_t token) const;
  [[nodiscard]] bool stands_beside(std::uint32_t timex, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t token);

  // resolver.cpp
  void share_fields(std::vector<Found>& found) const;
  /// Whether the text tells of other years rather than of the days around the DCT.
  [[nodiscard]] bool is_narrative(const std::vector<Found>& found) const;
  void settle_ahead(Found& found) const;
  Timex to_timex(const Found& found);
  /// A plan: future, or a present with a day ("the term ends on Monday").
  [[nodiscard]] bool is_future(const Found& found) const;
  [[nodiscard]] ClauseTense tense_of(const Found& found) const;
  [[nodiscard]] bool is_past(const Found& found) const;

  TenseReader tense_;
  const text::Tokens* tokens_ = nullptr;
  std::optional<date::sys_days> dct_;
  std::vector<Timex>* out_ = nullptr;
  Position at_;
  Anchor latest_;                         ///< the last date told, in passing or not
  std::optional<Position> before_aside_;  ///< before a date that is told in passing
  const Found* current_ = nullptr;        ///< the expression that is being resolved
  std::vector<bool> told_;                ///< by Timex: its year is in the text
  Anchor chronicle_;                      ///< the last told date that opened a line
  Anchor heading_;                        ///< the last date that opened a line before a dash, a colon or nothing
  std::uint32_t paragraph_ = 0;
  std::uint32_t paragraph_end_ = 0;
  std::optional<Date> range_start_;  ///< the day that a range begins with, or a list of weekdays
  bool narrative_ = false;
  bool counts_ = false;  ///< some expression of the text is counted from another
};

}  // namespace tarikh::timex
