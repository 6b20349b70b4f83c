#include "publication/words.h"

#include <algorithm>
#include <array>
#include <string>

#include "tarikh/date.h"

namespace tarikh::publication {
namespace {

// Parts of words, so that the forms of a word are found too.
constexpr std::array<std::string_view, 9> kRule{"rule", "ruling", "power", "govern", "in office",
                                                "حكم", "السلطة", "الرئاسة", "منصب"};
constexpr std::array<std::string_view, 22> kFuture{
    "will ", "would ", "shall ", "to be ", "due to ", "plan", "schedul", "expect", "next ", "upcoming", "coming",
    "سوف", "المقبل", "القادم", "المقرر", "المزمع", "المنتظر", "المتوقع", "يعتزم", "تعتزم", "ينوي", "تنوي"};
constexpr std::array<std::string_view, 6> kSentenceEnds{". ", "\n", "! ", "? ", "؟", ".\""};
constexpr std::array<std::string_view, 6> kAfterDateline{"(", "/", "-", "–", "—", ":"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits at `at` in the shape "dddd?dd?dd" or "dddddddd".
std::optional<std::string> iso_at(std::string_view name, std::size_t at) {
  const std::string_view rest = name.substr(at);
  const auto digits = [&](std::size_t from, std::size_t count) {
    return rest.size() >= from + count && std::ranges::all_of(rest.substr(from, count), is_digit);
  };
  if (!digits(0, 4)) return std::nullopt;
  const std::size_t gap = rest.size() > 4 && !is_digit(rest[4]) ? 1 : 0;
  if (gap == 1 && std::string_view("-_/.").find(rest[4]) == std::string_view::npos) return std::nullopt;
  const std::size_t month = 4 + gap;
  const std::size_t day = month + 2 + gap;
  if (!digits(month, 2) || !digits(day, 2) || (gap == 1 && rest[month + 2] != rest[4])) return std::nullopt;
  if (rest.size() > day + 2 && is_digit(rest[day + 2])) return std::nullopt;
  return std::string(rest.substr(0, 4)) + "-" + std::string(rest.substr(month, 2)) + "-" + std::string(rest.substr(day, 2));
}

// "ستستضيف", "وسيعقد": the prefix of the future before a verb. Other words begin like that too, of which nothing follows.
bool has_future_prefix(std::string_view sentence) {
  constexpr std::array<std::string_view, 4> kPrefixes{"ست", "سي", "سن", "سأ"};
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
    std::string_view word = sentence.substr(at, end - at);
    for (const std::string_view joined : {"و", "ف"}) {
      if (word.starts_with(joined)) word.remove_prefix(joined.size());
    }
    if (std::ranges::any_of(kPrefixes, [&](std::string_view prefix) { return word.starts_with(prefix); })) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

bool tells_of_rule(std::string_view words) {
  return std::ranges::any_of(kRule, [&](std::string_view cue) { return words.find(cue) != std::string_view::npos; });
}

bool speaks_of_the_future(std::string_view sentence) {
  return has_future_prefix(sentence) ||
         std::ranges::any_of(kFuture, [&](std::string_view cue) { return sentence.find(cue) != std::string_view::npos; });
}

bool in_one_sentence(std::string_view words) {
  return std::ranges::none_of(kSentenceEnds, [&](std::string_view end) { return words.find(end) != std::string_view::npos; });
}

bool goes_on_as_dateline(std::string_view rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  return std::ranges::any_of(kAfterDateline, [&](std::string_view mark) { return rest.starts_with(mark); });
}

std::optional<date::sys_days> day_in_name(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (!is_digit(name[at]) || (at > 0 && is_digit(name[at - 1]))) continue;
    const std::optional<std::string> iso = iso_at(name, at);
    const std::optional<date::sys_days> day = iso ? parse_iso_day(*iso) : std::nullopt;
    if (day && kAnyDay.first <= *day && *day <= kAnyDay.last) return day;
  }
  return std::nullopt;
}

}  // namespace tarikh::publication
