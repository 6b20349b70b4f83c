// Dates counted from another event: "six days after the signing".
#include "event/dating.h"

#include <algorithm>

namespace tarikh::event {
namespace {

// "two days after the summit": which end of it?
bool is_gathering(const Draft& draft) { return draft.rule->type == "summit" || draft.rule->type == "conference"; }

}  // namespace

// "two days after the talks", "بعد يومين من المحادثات", "بعد القمة بثلاثة أيام": where the reference is looked for.
std::optional<Dater::Counting> Dater::counting(const text::Sentence& sentence, std::uint32_t timex) const {
  constexpr std::uint32_t kNounReach = 12, kPhrase = 8;
  constexpr std::uint64_t kBoth = bit(Mark::after) | bit(Mark::before);
  const std::uint32_t from = structure_.timex_begin(timex);
  const std::uint32_t to = structure_.timex_end(timex);
  const bool arabic = structure_.grammar().arabic();
  const auto made = [&](std::uint32_t mark, std::uint32_t begin, std::uint32_t first, std::uint32_t last) -> std::optional<Counting> {
    const std::uint64_t marks = structure_.info(mark).marks;
    if ((marks & kBoth) == 0 || (marks & bit(Mark::time_since)) != 0) return std::nullopt;
    // "…, but four months after the signing a bomb killed": of what comes behind.
    const bool opens = arabic ? (structure_.proclitics(begin) & (text::kWa | text::kFa)) != 0 : is_joined(begin);
    return Counting{.later = (marks & bit(Mark::after)) != 0, .opens = opens, .dates = opens || last == from, .begin = begin, .first = first, .last = last};
  };
  if (to < sentence.last && (structure_.info(to).marks & kBoth) != 0) return made(to, from, to + 1, to + 1 + kNounReach);
  if (!arabic || from == sentence.first) return std::nullopt;
  std::uint32_t behind = to;  // "قبل خمسة أشهر فقط من انهياره"
  while (behind < sentence.last && structure_.has(behind, Mark::adverb)) ++behind;
  const std::string_view next = behind < sentence.last ? structure_.word(behind) : std::string_view{};
  if (next == "من" || next == "على") return made(from - 1, from - 1, behind + 1, behind + 1 + kNounReach);
  if ((structure_.proclitics(from) & text::kBi) == 0) return std::nullopt;
  for (std::uint32_t t = from; t > sentence.first && from - t < kPhrase;) {
    --t;
    if (structure_.is_punctuation(t) || structure_.is_finite(t)) return std::nullopt;
    if ((structure_.info(t).marks & kBoth) != 0) return made(t, t, t + 1, from);
  }
  return std::nullopt;
}

// "was sworn in three weeks after the funeral, on 12 April": the day between commas says over again what the phrase before it counts to. The first
// token of that phrase, or of the expression.
std::uint32_t Dater::counted_start(const text::Sentence& sentence, std::uint32_t timex) const {
  const auto& timexes = structure_.timexes();
  const std::uint32_t begin = structure_.timex_begin(timex);
  if (timex == 0 || timexes[timex - 1].type != TimexType::duration || timexes[timex - 1].span.begin < sentence.span.begin) return begin;
  if (timexes[timex].date->granularity < Granularity::day) return begin;
  const std::uint32_t comma = begin > sentence.first && structure_.has(begin - 1, Mark::preposition) ? begin - 2 : begin - 1;
  if (comma <= structure_.timex_end(timex - 1) || !structure_.is_comma(comma)) return begin;
  const std::optional<Counting> counted = counting(sentence, timex - 1);
  if (!counted) return begin;
  for (std::uint32_t t = structure_.timex_end(timex - 1); t < comma; ++t) {
    if (structure_.is_punctuation(t) || structure_.is_finite(t)) return begin;
  }
  return counted->begin;
}

// "The move comes just two days after", «وتأتي الخطوة بعد يومين من»: of the news itself.
bool Dater::comes(const text::Sentence& sentence, std::uint32_t quantity) const {
  constexpr std::uint32_t kSubject = 6;
  for (std::uint32_t t = quantity, steps = 0; t > sentence.first && steps < kSubject; ++steps) {
    --t;
    if (structure_.is_of(t, comes_)) return true;
    if (structure_.is_punctuation(t) || structure_.is_finite(t) || structure_.info(t).timex >= 0) return false;
  }
  return false;
}

// The deed of these days that was told last before the sentence, or what was said of it, if no deed was.
std::uint32_t Dater::told_last(const std::vector<Draft>& drafts, std::size_t first, std::optional<date::sys_days> dct) const {
  std::uint32_t said = kNoIndex;
  for (std::size_t d = first; d-- > 0;) {
    const Draft& draft = drafts[d];
    const std::optional<Date>& when = draft.dating.date;
    const bool real = draft.factuality == Factuality::actual || draft.factuality == Factuality::planned;
    if (!real || draft.background || draft.weak || (when && (!dct || when->last + kFreshDays < *dct))) continue;
    if (draft.rule->type != "statement") return static_cast<std::uint32_t>(d);
    if (said == kNoIndex) said = static_cast<std::uint32_t>(d);
  }
  return said;
}

// What the quantities of a sentence count between.
void Dater::find_anchored(const text::Sentence& sentence, const std::vector<Draft>& drafts, std::size_t first, std::optional<date::sys_days> dct) {
  const auto& timexes = structure_.timexes();
  const auto begin = std::ranges::lower_bound(timexes, sentence.span.begin, {}, [](const Timex& x) { return x.span.begin; });
  for (auto x = static_cast<std::uint32_t>(begin - timexes.begin()); x < timexes.size() && timexes[x].span.begin < sentence.span.end; ++x) {
    if (timexes[x].type != TimexType::duration) continue;
    const std::optional<Counting> found = counting(sentence, x);
    if (!found) continue;
    Anchored link{.timex = x, .quantity = timexes[x].value, .later = found->later, .dates = found->dates};
    // "on 25 February, one day after …": the date right before it is the one that is counted from.
    const std::uint32_t from = structure_.timex_begin(x);
    if (!found->opens && x > 0 && timexes[x - 1].span.begin >= sentence.span.begin && timexes[x - 1].date && from - structure_.timex_end(x - 1) <= 2) link.base = x - 1;
    for (std::size_t d = first; d < drafts.size(); ++d) {
      const auto index = static_cast<std::uint32_t>(d);
      const std::uint32_t token = drafts[d].token;
      if (token < found->begin) {
        if (!found->opens) link.event = index;
      } else if (link.reference == kNoIndex) {
        if (token >= found->first && token < found->last) link.reference = index;
      } else if (link.event == kNoIndex && token >= structure_.timex_end(x)) {
        link.event = index;
      }
    }
    if (link.reference == kNoIndex) continue;
    // "handed in a request on Tuesday, four days after the meeting": the date of a verb that tells no event of ours.
    if (link.event == kNoIndex && link.base == kNoIndex && !is_gathering(drafts[link.reference])) {
      const auto told = [&](const Attachment& a) { return predicates_[a.predicate].draft == kNoIndex && structure_.timex_end(a.timex) <= found->begin; };
      const auto own = std::ranges::find_if(attachments_, told);
      if (own != attachments_.end()) link.base = own->timex;
    }
    link.news = link.base == kNoIndex && comes(sentence, found->begin);
    if (link.news && (link.event == kNoIndex || drafts[link.event].weak)) link.event = told_last(drafts, first, dct);
    anchored_.push_back(link);
  }
  find_eves(sentence, drafts, first);
}

// "on the eve of the summit", «غداة القمة»: a day from what stands behind the word.
void Dater::find_eves(const text::Sentence& sentence, const std::vector<Draft>& drafts, std::size_t first) {
  constexpr std::uint32_t kNounReach = 6;
  if (!structure_.is_present(day_before_) && !structure_.is_present(day_after_)) return;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    for (const rules::ClassId cls : {day_before_, day_after_}) {
      const std::uint32_t words = structure_.phrase_of(t, cls);
      if (words == 0) continue;
      if (opens_eve(sentence, t)) {
        note_opening_eve(sentence, t, t + words, cls == day_after_, drafts, first);
        continue;
      }
      Anchored link{.quantity = "P1D", .later = cls == day_after_, .dates = true};
      for (std::size_t d = first; d < drafts.size(); ++d) {
        const std::uint32_t token = drafts[d].token;
        if (token < t) link.event = static_cast<std::uint32_t>(d);
        else if (token >= t + words && token < t + words + kNounReach && link.reference == kNoIndex) link.reference = static_cast<std::uint32_t>(d);
      }
      if (link.event != kNoIndex && link.reference != kNoIndex) anchored_.push_back(link);
    }
  }
}

// "وغداة الحكم اندلعت أعمال شغب": the word opens the clause.
bool Dater::opens_eve(const text::Sentence& sentence, std::uint32_t token) const {
  if (token == sentence.first) return true;
  return structure_.grammar().arabic() && (structure_.proclitics(token) & (text::kWa | text::kFa)) != 0;
}

// What the clause tells is a day from what the phrase names, or from what was told last, if the phrase goes back to it ("the ruling").
void Dater::note_opening_eve(const text::Sentence& sentence, std::uint32_t token, std::uint32_t phrase, bool later, const std::vector<Draft>& drafts,
                             std::size_t first) {
  if (phrase >= sentence.last) return;
  Anchored link{.quantity = "P1D", .later = later, .dates = true};
  std::uint32_t verb = phrase;
  while (verb < sentence.last && !structure_.is_clause_verb(verb)) ++verb;
  for (std::size_t d = first; d < drafts.size(); ++d) {
    const std::uint32_t told = drafts[d].token;
    if (told >= phrase && told < verb && link.reference == kNoIndex) link.reference = static_cast<std::uint32_t>(d);
    else if (told >= verb && link.event == kNoIndex) link.event = static_cast<std::uint32_t>(d);
  }
  if (link.reference == kNoIndex && structure_.grammar().arabic() && structure_.has_article(phrase) && structure_.info(phrase).mention < 0) {
    for (std::size_t d = drafts.size(); d-- > 0 && link.reference == kNoIndex;) {
      const Draft& before = drafts[d];
      if (before.token < token && before.dating.date && before.rule->type != "statement") link.reference = static_cast<std::uint32_t>(d);
    }
  }
  if (link.event != kNoIndex && link.reference != kNoIndex) anchored_.push_back(link);
}

namespace {

// "P6D": the day six days off; "P8M": the month; "P2Y": the year. From a month hours and a few days are lost in it.
// Nothing for an open quantity.
std::optional<Date> shifted(const Date& from, std::string_view duration, int direction) {
  if (duration.size() < 3 || duration.front() != 'P' || from.open_start || from.open_end) return std::nullopt;
  constexpr date::days kGathering{31};  // days of a summit are counted from its first or its last
  const bool is_day = from.granularity == Granularity::day || (from.granularity == Granularity::interval && from.last - from.first < kGathering);
  const bool is_long = from.granularity == Granularity::month || from.granularity == Granularity::year;
  if (duration[1] == 'T' || duration == "PXD") return (duration[1] == 'T' && is_day) || is_long ? std::optional(from) : std::nullopt;
  int count = 0;
  for (const char c : duration.substr(1, duration.size() - 2)) {
    if (c < '0' || c > '9' || count > 100000) return std::nullopt;
    count = count * 10 + (c - '0');
  }
  Date out;
  const date::year_month_day ymd{from.first};
  switch (duration.back()) {
    case 'D':
    case 'W': {
      constexpr int kFew = 5;
      const date::days step{direction * count * (duration.back() == 'W' ? 7 : 1)};
      if (is_long && date::abs(step) * kFew <= from.last - from.first) return from;
      if (!is_day) return std::nullopt;
      out.first = out.last = (direction > 0 ? from.last : from.first) + step;
      out.granularity = Granularity::day;
      return out;
    }
    case 'M': {
      if (from.granularity != Granularity::day && from.granularity != Granularity::month) return std::nullopt;
      const date::year_month month = ymd.year() / ymd.month() + date::months{direction * count};
      out.first = date::sys_days{month / 1};
      out.last = date::sys_days{month / date::last};
      out.granularity = Granularity::month;
      return out;
    }
    case 'Y': {
      const date::year year = ymd.year() + date::years{direction * count};
      out.first = date::sys_days{year / 1 / 1};
      out.last = date::sys_days{year / 12 / 31};
      out.granularity = Granularity::year;
      return out;
    }
    default: return std::nullopt;
  }
}

}  // namespace

// "two days after rebels entered Goma": before mentions are united, so that it is not taken for the entry of another year.
void Dater::note_counted(std::vector<Draft>& drafts) const {
  for (const Anchored& link : anchored_) {
    const std::string_view quantity = link.quantity;
    if (link.event == kNoIndex) continue;
    if (link.dates && !quantity.starts_with("PT")) drafts[link.event].counts = true;
    const Draft& event = drafts[link.event];
    if (event.dating.date && !drafts[link.reference].dating.date && quantity.ends_with('D')) {
      drafts[link.reference].counted = shifted(*event.dating.date, quantity, link.later ? -1 : 1);
    }
  }
}

void Dater::settle_anchored(std::vector<Draft>& drafts, bool by_hours, std::optional<date::sys_days> dct) const {
  const auto whole = [&](std::uint32_t d) { return drafts[d].same_as == kNoIndex ? d : drafts[d].same_as; };
  // Days say more than weeks, and weeks more than months: the finest quantity dates an event first.
  std::vector<Anchored> links = anchored_;
  std::ranges::stable_sort(links, {}, [&](const Anchored& link) { return std::string_view("DWMY").find(link.quantity.back()); });
  for (const Anchored& link : links) {
    // "hours after" may cross midnight, and "three years after" says little of what the text has told already: only when nothing
    // else says the day.
    const std::string_view quantity = link.quantity;
    const bool told_before = link.event != kNoIndex && drafts[link.event].same_as != kNoIndex;
    if (!by_hours && (quantity.starts_with("PT") || (told_before && (quantity.ends_with('Y') || quantity.ends_with('M'))))) continue;
    Draft& reference = drafts[whole(link.reference)];
    if (link.base != kNoIndex && !reference.dating.date) {
      std::optional<Date> when = shifted(*structure_.timexes()[link.base].date, quantity, link.later ? -1 : 1);
      if (!when) continue;
      when->known = Known::inferred;
      reference.own = {link.base, link.timex};
      reference.dating = {.basis = DateBasis::relative, .date = when, .timexes = reference.own, .occasion = kNoIndex};
      continue;
    }
    const bool untold = link.event == kNoIndex || (by_hours && !drafts[whole(link.event)].dating.date);
    if (link.news && untold && dct && !reference.dating.date) {
      const Date today{.first = *dct, .last = *dct, .granularity = Granularity::day};
      if (std::optional<Date> when = shifted(today, quantity, link.later ? -1 : 1)) {
        when->known = Known::inferred;
        reference.own = {link.timex};
        reference.dating = {.basis = DateBasis::relative, .date = when, .timexes = reference.own, .occasion = kNoIndex};
      }
      continue;
    }
    if (link.event == kNoIndex) continue;
    Draft& event = drafts[whole(link.event)];
    const auto date = [&](Draft& draft, const Draft& known, int direction) {
      std::optional<Date> when = shifted(*known.dating.date, quantity, direction);
      if (!when) return;
      when->known = Known::inferred;
      draft.own.clear();
      if (link.timex != kNoIndex) draft.own.push_back(link.timex);
      draft.dating = {.basis = DateBasis::relative, .date = when, .timexes = draft.own, .occasion = kNoIndex};
      for (const std::uint32_t x : known.dating.timexes) draft.dating.timexes.push_back(x);
    };
    if (&event == &reference) continue;
    const bool told = event.dating.basis == DateBasis::explicit_ || event.dating.basis == DateBasis::relative || (link.news && event.dating.date);
    if (told && !reference.dating.date && !is_gathering(reference)) {
      date(reference, event, link.later ? -1 : 1);
    } else if (reference.dating.date && !event.dating.date) {
      date(event, reference, link.later ? 1 : -1);
    }
  }
}

}  // namespace tarikh::event
