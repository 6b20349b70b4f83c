// Names of the enumerations as they stand in records: those of TimeML, FactBank and CLDR where they have one.
// A table per enumeration, in its own order, read in both directions.
#include <array>
#include <cstddef>

#include "tarikh/extraction.h"

namespace tarikh {
namespace {

using std::string_view;

constexpr std::array<string_view, 4> kTimexTypes{"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<string_view, 4> kResolutions{"none", "explicit", "dct", "anchor"};
constexpr std::array<string_view, 8> kModifiers{"",       "START",     "MID",       "END",
                                                "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE"};
constexpr std::array<string_view, 3> kRoles{"subject", "object", "organisation"};
constexpr std::array<string_view, 5> kFactualities{"actual", "planned", "denied", "hypothetical", "habitual"};
constexpr std::array<string_view, 6> kDateBases{"none", "explicit", "relative", "inherited", "dct", "corrected"};
constexpr std::array<string_view, 5> kDctBases{"none", "given", "metadata", "text", "inferred"};
constexpr std::array<string_view, 10> kGranularities{"century", "decade", "year", "half", "quarter",
                                                     "season",  "month",  "week", "day",  "interval"};
constexpr std::array<string_view, 3> kCalendars{"gregorian", "islamic-umalqura", "persian"};

static_assert(kTimexTypes.size() == static_cast<std::size_t>(TimexType::set) + 1);
static_assert(kResolutions.size() == static_cast<std::size_t>(Resolution::anchor) + 1);
static_assert(kModifiers.size() == static_cast<std::size_t>(Modifier::equal_or_more) + 1);
static_assert(kRoles.size() == static_cast<std::size_t>(Role::organisation) + 1);
static_assert(kFactualities.size() == static_cast<std::size_t>(Factuality::habitual) + 1);
static_assert(kDateBases.size() == static_cast<std::size_t>(DateBasis::corrected) + 1);
static_assert(kDctBases.size() == static_cast<std::size_t>(DctBasis::inferred) + 1);
static_assert(kGranularities.size() == static_cast<std::size_t>(Granularity::interval) + 1);
static_assert(kCalendars.size() == static_cast<std::size_t>(Calendar::solar_hijri) + 1);

template <std::size_t N, class Enum>
string_view name_of(const std::array<string_view, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : string_view{};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<string_view, N>& names, string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

string_view to_string(TimexType value) { return name_of(kTimexTypes, value); }
string_view to_string(Resolution value) { return name_of(kResolutions, value); }
string_view to_string(Modifier value) { return name_of(kModifiers, value); }
string_view to_string(Role value) { return name_of(kRoles, value); }
string_view to_string(Factuality value) { return name_of(kFactualities, value); }
string_view to_string(DateBasis value) { return name_of(kDateBases, value); }
string_view to_string(DctBasis value) { return name_of(kDctBases, value); }
string_view to_string(Granularity value) { return name_of(kGranularities, value); }
string_view to_string(Calendar value) { return name_of(kCalendars, value); }

std::optional<TimexType> parse_timex_type(string_view name) { return value_of<TimexType>(kTimexTypes, name); }
std::optional<Role> parse_role(string_view name) { return value_of<Role>(kRoles, name); }
std::optional<Factuality> parse_factuality(string_view name) { return value_of<Factuality>(kFactualities, name); }
std::optional<DateBasis> parse_date_basis(string_view name) { return value_of<DateBasis>(kDateBases, name); }
std::optional<DctBasis> parse_dct_basis(string_view name) { return value_of<DctBasis>(kDctBases, name); }

}  // namespace tarikh
