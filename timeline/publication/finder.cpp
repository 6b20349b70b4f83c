// Asks the extractor what an article would say on different days, and reads clues off the answers.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "publication/dependence.h"
#include "publication/known.h"
#include "publication/redate.h"
#include "publication/words.h"
#include "tarikh/extractor.h"
#include "tarikh/publication.h"

namespace tarikh {

using date::days;
using date::sys_days;
namespace pub = publication;

namespace {

std::string_view words(const Document& document, Span span) {
  return std::string_view(document.text).substr(span.begin, span.end - span.begin);
}

// --- Thursday, July 4

// The calendar repeats itself after 28 years, in which every day of the year falls four times on every weekday.
constexpr int kCycle = 28;
constexpr int kFirstYear = 2001;

sys_days probe(int number) {
  return sys_days{date::year{kFirstYear + number} / date::month{static_cast<unsigned>(number * 5 % 12) + 1} /
                  date::day{static_cast<unsigned>(number * 3 % 27) + 1}};
}

// What an expression came to on the probes: days that it fits, and whether there was one that it does not.
struct Answers {
  std::vector<sys_days> fitting;
  bool refused = false;
};

bool is_open_day(const Timex& timex) {
  return timex.type == TimexType::date && timex.resolution == Resolution::dct && timex.date && timex.date->granularity == Granularity::day;
}

std::optional<std::pair<date::month_day, date::weekday>> pair_of(const Answers& answers) {
  if (!answers.refused || answers.fitting.size() < 2) return std::nullopt;
  const date::year_month_day one{answers.fitting.front()};
  const date::weekday weekday{answers.fitting.front()};
  const bool same = std::ranges::all_of(answers.fitting, [&](sys_days day) {
    const date::year_month_day other{day};
    return date::weekday{day} == weekday && other.month() == one.month() && other.day() == one.day();
  });
  return same ? std::optional(std::pair(one.month() / one.day(), weekday)) : std::nullopt;
}

std::vector<DayRange> around(date::month_day day, date::weekday weekday) {
  std::vector<DayRange> ranges;
  for (int year = pub::year_of(pub::kAnyDay.first) - 1; year <= pub::year_of(pub::kAnyDay.last) + 1; ++year) {
    const date::year_month_day that = date::year{year} / day;
    if (that.ok() && date::weekday{sys_days{that}} == weekday) ranges.push_back({sys_days{that} - pub::kAfter, sys_days{that} + pub::kBefore});
  }
  return pub::ordered(std::move(ranges));
}

constexpr std::array<std::string_view, 7> kWeekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

// --- CAIRO, 4 July 2024 (Agency)

constexpr std::uint32_t kLongestDateline = 100;  // bytes before the date

// --- in power for 30 years

// N of "P30Y".
std::optional<int> years_of(const Timex& timex) {
  int years = 0;
  const std::string& value = timex.value;
  if (timex.type != TimexType::duration || !value.starts_with('P') || !value.ends_with('Y')) return std::nullopt;
  const auto [end, failure] = std::from_chars(value.data() + 1, value.data() + value.size() - 1, years);
  const bool whole = failure == std::errc() && end == value.data() + value.size() - 1;
  return whole && years > 0 && years < 100 ? std::optional(years) : std::nullopt;
}

// "since 30 years": a stretch that ends on the publication day.
bool looks_back(const Timex& timex) { return !timex.begin_point.empty() && timex.end_point == to_iso(pub::kFirstProbe); }

// "30 years" is said of a little more and of a little less.
DayRange about(const Term& term, int years) {
  return {pub::add_years(term.from, years - 1), std::min(term.to, pub::add_years(term.from, years + 1) - days{1})};
}

const Mention* person_before(const Extraction& extraction, std::uint32_t position) {
  const Mention* nearest = nullptr;
  for (const Mention& mention : extraction.mentions) {
    if (mention.span.end <= position && mention.kind == EntityKind::person) nearest = &mention;
  }
  return nearest;
}

}  // namespace

struct PublicationFinder::Impl {
  const Ruleset& rules;
  pub::KnownEvents known;
  Extractor events, timexes;
  std::vector<PublicationClue> found;
  std::optional<PublicationClue> latest;  // of the events told as past: the others say nothing more

  Impl(const Ruleset& with, const Timeline& timeline)
      : rules(with), known(with, timeline), events(with), timexes(with, ExtractScope::timexes) {}

  static Document on(const Document& document, std::optional<sys_days> day) {
    Document copy = document;
    copy.dct = day;
    copy.dct_basis = day ? DctBasis::inferred : DctBasis::none;
    return copy;
  }

  void add(ClueKind kind, std::string text, std::string why, std::vector<DayRange> ranges) {
    found.push_back({kind, std::move(text), std::move(why), std::move(ranges)});
  }

  void weekdays(const Document& document) {
    std::map<Span, Answers> answers;
    Document asked = document;
    for (int number = 0; number < kCycle; ++number) {
      asked.dct = probe(number);
      for (const Timex& timex : timexes.extract(asked).timexes) {
        if (!is_open_day(timex)) continue;
        if (timex.note.empty()) answers[timex.span].fitting.push_back(timex.date->first);
        else answers[timex.span].refused = true;
      }
    }
    for (const auto& [span, days_found] : answers) {
      const auto pair = pair_of(days_found);
      if (!pair) continue;
      add(ClueKind::weekday, std::string(words(document, span)),
          fmt::format("{:02}-{:02} is a {} in some years only", static_cast<unsigned>(pair->first.month()),
                      static_cast<unsigned>(pair->first.day()), kWeekdays[pair->second.c_encoding()]),
          around(pair->first, pair->second));
    }
  }

  // The same event once there is a publication day: another of its tellings may stand for it then.
  static const Event* counterpart(const Extraction& dated, const Event& event) {
    const auto found = std::ranges::find_if(dated.events, [&](const Event& other) {
      return other.type == event.type && (other.trigger == event.trigger || std::ranges::find(other.other_mentions, event.trigger) != other.other_mentions.end());
    });
    return found == dated.events.end() ? nullptr : &*found;
  }

  void elsewhere(const Document& document, const Extraction& undated, const Extraction& first, const Extraction& second) {
    for (const Event& event : undated.events) {
      const pub::Known* fact = known.find(document.id, event.id);
      if (fact == nullptr) continue;
      const std::string why = fmt::format("{}: {}, as {} tells", fact->title, to_edtf(fact->days), fact->doc);
      const Event* dated = counterpart(first, event);
      if (const auto allowed = days_by(dated, counterpart(second, event), *fact)) {
        add(ClueKind::elsewhere, std::string(words(document, first.timexes[dated->timexes.front()].span)), why, *allowed);
      } else if (event.factuality == Factuality::actual) {
        is_past(fact->days.first, std::string(words(document, event.trigger)), why);
      }
    }
  }

  // What the words of the article for the date of an event say, now that it is known.
  static std::optional<std::vector<DayRange>> days_by(const Event* first, const Event* second, const pub::Known& fact) {
    const bool own = first != nullptr && first->date && first->basis == DateBasis::relative && !first->timexes.empty();
    if (!own || second == nullptr || !second->date) return std::nullopt;
    return pub::days_that_give(pub::dependence(*first->date, *second->date), fact.days);
  }

  void is_past(sys_days day, std::string text, std::string why) {
    if (latest && latest->days.front().first >= day) return;
    std::vector<DayRange> since = pub::ordered({{day, pub::kAnyDay.last}});
    if (since.empty()) return;
    latest = PublicationClue{ClueKind::past, std::move(text), std::move(why), std::move(since)};
  }

  void own_past(const Document& document, const Extraction& undated) {
    for (const Event& event : undated.events) {
      if (event.factuality != Factuality::actual || event.basis != DateBasis::explicit_ || !event.date || event.date->open_start) continue;
      if (pub::speaks_of_the_future(words(document, event.sentence))) continue;
      const Span span = event.timexes.empty() ? event.trigger : undated.timexes[event.timexes.front()].span;
      is_past(event.date->first, std::string(words(document, span)), fmt::format("tells of {} as past", to_edtf(*event.date)));
    }
  }

  void offices(const Document& document, const Extraction& extraction) {
    for (const Timex& timex : extraction.timexes) {
      const std::optional<int> years = years_of(timex);
      const Mention* person = years ? person_before(extraction, timex.span.begin) : nullptr;
      if (person == nullptr) continue;
      const std::string_view between = words(document, {person->span.end, timex.span.begin});
      const bool lasts = looks_back(timex) || between.find("has ") != std::string_view::npos;
      if (!lasts || !pub::in_one_sentence(between) || !pub::tells_of_rule(between)) continue;
      std::vector<DayRange> ranges;
      std::string terms;
      for (const Term& term : rules.terms_of(person->entity.id)) {
        ranges.push_back(about(term, *years));
        terms += fmt::format("{}{} of {} since {}", terms.empty() ? "" : ", ", term.office, term.holder, to_iso(term.from));
      }
      if (ranges.empty()) continue;
      add(ClueKind::office, std::string(words(document, timex.span)), fmt::format("{}: {}", person->entity.name_en, terms),
          pub::ordered(std::move(ranges)));
    }
  }

  // Whether a whole day stands where that of a dateline does: then the names before it are worth looking for.
  static bool may_have_dateline(const Document& document, const std::vector<Timex>& timexes) {
    const std::size_t start = document.text.find_first_not_of(" \t\r\n");
    return !timexes.empty() && timexes.front().date && timexes.front().date->granularity == Granularity::day &&
           timexes.front().span.begin <= start + kLongestDateline && pub::goes_on_as_dateline(std::string_view(document.text).substr(timexes.front().span.end));
  }

  void dateline(const Document& document, const Extraction& first, const Extraction& second) {
    if (first.timexes.empty() || second.timexes.empty() || first.mentions.empty()) return;
    const Timex &a = first.timexes.front(), &b = second.timexes.front();
    const Mention& place = first.mentions.front();
    const std::size_t start = document.text.find_first_not_of(" \t\r\n");
    const bool at_start = place.span.begin == start && (place.kind == EntityKind::place || place.kind == EntityKind::country);
    if (!at_start || a.span != b.span || !a.date || !b.date || a.span.begin > start + kLongestDateline || a.span.begin < place.span.end) return;
    const std::string_view before = words(document, {place.span.begin, a.span.begin});
    if (!pub::in_one_sentence(before) || !pub::goes_on_as_dateline(std::string_view(document.text).substr(a.span.end))) return;
    std::vector<DayRange> ranges;
    if (*a.date == *b.date && a.date->granularity == Granularity::day) ranges.push_back({a.date->first, a.date->first});
    const pub::Dependence how = pub::dependence(*a.date, *b.date);
    for (int year = 1900; how.kind == pub::Dependence::Kind::month_day && year <= 2100; ++year) {
      const date::year_month_day that = date::year{year} / how.month_day;
      if (that.ok()) ranges.push_back({sys_days{that}, sys_days{that}});
    }
    if (ranges.empty()) return;
    add(ClueKind::dateline, std::string(words(document, {place.span.begin, a.span.end})), "the dateline", pub::ordered(std::move(ranges)));
  }

  void name(const Document& document) {
    for (const std::string* where : {&document.source, &document.id}) {
      const std::optional<sys_days> day = pub::day_in_name(*where);
      if (!day) continue;
      return add(ClueKind::name, *where, fmt::format("the name has {}", to_iso(*day)), {{*day, *day}});
    }
  }
};

PublicationFinder::PublicationFinder(const Ruleset& rules, const Timeline& timeline) : impl_(new Impl(rules, timeline)) {}
PublicationFinder::PublicationFinder(PublicationFinder&&) noexcept = default;
PublicationFinder& PublicationFinder::operator=(PublicationFinder&&) noexcept = default;
PublicationFinder::~PublicationFinder() = default;

std::vector<PublicationClue> PublicationFinder::clues(const Document& document) {
  impl_->found.clear();
  impl_->latest.reset();
  const Extraction undated = impl_->events.extract(Impl::on(document, std::nullopt));
  const Extraction first = impl_->events.extract(Impl::on(document, pub::kFirstProbe));
  const Extraction second = impl_->events.extract(Impl::on(document, pub::kSecondProbe));
  impl_->name(document);
  impl_->dateline(document, first, second);
  impl_->weekdays(document);
  impl_->elsewhere(document, undated, first, second);
  impl_->offices(document, first);
  impl_->own_past(document, undated);
  if (impl_->latest) impl_->found.push_back(std::move(*impl_->latest));
  return std::move(impl_->found);
}

std::vector<PublicationClue> PublicationFinder::plain_clues(const Document& document, const Extraction& undated) {
  impl_->found.clear();
  impl_->latest.reset();
  impl_->name(document);
  if (Impl::may_have_dateline(document, undated.timexes)) {
    // With its year it says the same on every day.
    const Extraction with_names = impl_->events.extract(Impl::on(document, std::nullopt));
    impl_->dateline(document, with_names, with_names);
  }
  if (impl_->found.empty()) return {};
  impl_->own_past(document, undated);
  if (impl_->latest) impl_->found.push_back(std::move(*impl_->latest));
  return std::move(impl_->found);
}

std::vector<PublicationClue> PublicationFinder::against(const Document& document) {
  impl_->found.clear();
  if (document.dct) impl_->weekdays(document);
  std::erase_if(impl_->found, [&](const PublicationClue& clue) { return pub::contains(clue.days, *document.dct); });
  return std::move(impl_->found);
}

namespace {

std::vector<ClueRecord> clue_records(const std::vector<PublicationClue>& clues) {
  std::vector<ClueRecord> records;
  for (const PublicationClue& clue : clues) records.push_back({std::string(to_string(clue.kind)), clue.text, clue.why});
  return records;
}

}  // namespace

DocumentRecord PublicationFinder::redate(const Document& document, const DocumentRecord& undated, const PublicationDay& answer) {
  const std::optional<DayRange> range = answer.range();
  if (!range) return undated;
  const auto record_of = [&](sys_days day) {
    const Document dated = Impl::on(document, day);
    return make_record(dated, impl_->events.extract(dated), impl_->rules, !undated.text.empty());
  };
  DocumentRecord record = record_of(range->first);
  if (range->first != range->last) record = pub::agreed(undated, record, record_of(range->last));
  record.dct_edtf = to_edtf(*range);
  record.dct_clues = clue_records(answer.clues);
  record.dct_contradictions = clue_records(answer.contradictions);
  return record;
}

}  // namespace tarikh
