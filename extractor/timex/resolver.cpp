#include "timex/resolver.h"

#include <algorithm>

#include "calendar/units.h"

namespace tarikh::timex {

using namespace calendar;  // units of days

namespace {

// Fields that a member of a range or list takes over from its partner, coarse before fine.
constexpr std::array<Field, 6> kYearFields{Field::year, Field::year_ref, Field::calendar,
                                           Field::bc,   Field::century,  Field::century_ref};
constexpr std::array<Field, 1> kWeekFields{Field::week_ref};
constexpr std::array<Field, 4> kMonthFields{Field::month, Field::month_ref, Field::calendar, Field::ref};

bool is_partial(const Frame& f) { return f.kind == Kind::date; }

bool names_month(const Frame& f) { return f.has(Field::month) || f.has(Field::month_ref); }

bool names_year(const Frame& f) { return f.has(Field::year) || f.has(Field::year_ref); }

void take(Frame& to, const Frame& from, std::span<const Field> fields) {
  for (const Field field : fields) {
    if (!to.has(field) && from.has(field)) to.set(field, from.get(field));
  }
}

void share(Frame& to, const Frame& from) {
  if (!is_partial(to) || !is_partial(from) || from.has(Field::shift)) return;
  if (to.has(Field::shift)) return;
  if (to.has(Field::weekday) && !to.has(Field::ref) && from.has(Field::weekday)) take(to, from, kWeekFields);
  const bool needs_month = to.has(Field::day) && !names_month(to);
  if (needs_month) take(to, from, kMonthFields);
  const bool needs_year =
      !names_year(to) && !to.has(Field::ref) &&
      (to.has(Field::month) || to.has(Field::quarter) || to.has(Field::half) || to.has(Field::season));
  if (needs_year && names_year(from)) take(to, from, kYearFields);
  if (needs_year && !names_year(to) && to.has(Field::month) && !to.has(Field::ref) && from.has(Field::ref)) {
    to.set(Field::ref, from.get(Field::ref));
  }
}

}  // namespace

void Resolver::share_fields(std::vector<Found>& found) const {
  for (std::size_t i = 0; i + 1 < found.size(); ++i) {
    Found& a = found[i];
    if (a.place == Place::alone || a.place == Place::range_end || found[i + 1].place == Place::alone) continue;
    Found& b = found[i + 1];
    if (a.place == Place::list_item && b.place != Place::list_item) continue;
    const bool wrapped = a.frame.has(Field::month) && b.frame.has(Field::month) && b.frame.has(Field::year) &&
                         !names_year(a.frame) && a.frame.get(Field::month) > b.frame.get(Field::month);
    share(a.frame, b.frame);
    share(b.frame, a.frame);
    // "November to February 2020" begins the year before.
    if (wrapped && a.place == Place::range_start && a.frame.has(Field::year))
      a.frame.set(Field::year, a.frame.get(Field::year) - 1);
  }
  // Lists of three: the last member knows most.
  for (std::size_t i = found.size(); i-- > 1;) {
    if (found[i].place == Place::list_item && found[i - 1].place == Place::list_item)
      share(found[i - 1].frame, found[i].frame);
  }
}

bool Resolver::is_narrative(const std::vector<Found>& found) const {
  constexpr std::size_t kEnough = 4;
  if (!dct_) return true;
  std::size_t told = 0;
  std::size_t live = 0;
  for (const Found& f : found) {
    const Frame& frame = f.frame;
    if (frame.has(Field::year)) {
      ++(frame.get(Field::year) < year_number(*dct_) - 1 ? told : live);
    } else if (frame.has(Field::shift) || (frame.has(Field::weekday) && !frame.has(Field::day)) ||
               (frame.kind == Kind::unit && frame.get(Field::ref) <= kRefNext)) {
      ++live;
    }
  }
  return told >= kEnough && live * 4 < told;
}

ClauseTense Resolver::tense_of(const Found& found) const { return tense_.at(found.first, found.last).tense; }

bool Resolver::is_future(const Found& found) const {
  const TenseReader::Reading reading = tense_.at(found.first, found.last);
  const ClauseTense tense = reading.tense;
  if (reading.until && found.place == Place::alone) return true;
  if (tense_.is_fixed(found.first) && (found.frame.has(Field::weekday) || found.frame.has(Field::day))) return true;
  if (tense == ClauseTense::present && (opens_line(found.first) || under_heading())) return false;  // a chronology tells in the present
  return tense == ClauseTense::future || tense == ClauseTense::present || tense == ClauseTense::near;
}

bool Resolver::is_past(const Found& found) const {
  const TenseReader::Reading reading = tense_.at(found.first, found.last);
  return reading.tense == ClauseTense::past && reading.sure;
}

// "in two weeks" is a point where the clause tells of what is to come ("will meet in two weeks"), else a stretch
// without its preposition ("built it in two weeks").
void Resolver::settle_ahead(Found& found) const {
  if (found.frame.kind != Kind::shift || found.frame.get(Field::direction) != 4) return;
  if (is_future(found)) {
    found.frame.set(Field::direction, 1);
    return;
  }
  found.frame.kind = Kind::duration;
  found.frame.clear(Field::direction);
  ++found.first;
  found.span.begin = tokens_->tokens[found.first].span.begin;
}

Timex Resolver::to_timex(const Found& found) {
  Timex timex;
  timex.span = found.span;
  timex.rule = found.rule;
  timex.mod = modifier(found.frame);
  timex.put_off = tense_.is_new_day(found.first) || tense_.is_old_day(found.first);
  const Frame& f = found.frame;
  Meaning meaning;
  switch (f.kind) {
    case Kind::none:
      break;
    case Kind::date:
      meaning = resolve_date(found);
      break;
    case Kind::unit:
      meaning = resolve_unit(found);
      break;
    case Kind::shift:
      meaning = resolve_shift(found);
      break;
    case Kind::duration:
    case Kind::set:
      meaning.value = duration_value(f);
      meaning.resolution = Resolution::none;
      timex.type = f.kind == Kind::set ? TimexType::set : TimexType::duration;
      break;
    case Kind::reference:
      meaning.value = f.get(Field::n) == 1 ? "PAST_REF" : f.get(Field::n) == 2 ? "PRESENT_REF" : "FUTURE_REF";
      meaning.resolution = Resolution::none;
      break;
  }
  if (f.kind == Kind::date || f.kind == Kind::unit || f.kind == Kind::shift) add_time(found, meaning);
  if (meaning.date && meaning.value.empty()) meaning.value = to_timex3(*meaning.date);
  if (!meaning.date && meaning.value.empty()) meaning.value = underspecified(f);
  if (f.kind != Kind::duration && f.kind != Kind::set && meaning.value.find('T') != std::string::npos &&
      meaning.value.find("_REF") == std::string::npos) {
    timex.type = meaning.value.starts_with('P') ? TimexType::duration : TimexType::time;
  }
  if (meaning.date && f.get(Field::open) == 6 && dct_ && *dct_ > meaning.date->first && *dct_ <= meaning.date->last) {
    meaning.date->first = *dct_;  // "the rest of the week"
    meaning.date->granularity = Granularity::interval;
  }
  if (meaning.date) {
    meaning.date->known = meaning.resolution == Resolution::explicit_ ? Known::stated : Known::inferred;
    if (timex.mod == Modifier::approx) meaning.date->qualifier = Qualifier::approximate;
  }
  timex.date = meaning.date;
  timex.value = std::move(meaning.value);
  timex.resolution = meaning.resolution;
  timex.anchor = meaning.anchor;
  timex.counted = meaning.resolution == Resolution::anchor && (f.kind != Kind::date || f.has(Field::day_ref));
  timex.hijri = std::move(meaning.hijri);
  timex.note = std::move(meaning.note);
  if (timex.type == TimexType::set) {
    timex.quant = f.has(Field::each) ? "EVERY" : "";
    if (f.get(Field::freq) > 1) timex.freq = std::to_string(f.get(Field::freq)) + "X";
  }
  if (timex.type == TimexType::duration) duration_points(found, timex);
  return timex;
}

void Resolver::run(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
                   std::optional<date::sys_days> dct, std::vector<Found>& found, std::vector<Timex>& out,
                   std::vector<Derivation>* why) {
  tense_.begin(tokens, analyzer, cache);
  tokens_ = &tokens;
  dct_ = dct;
  out_ = &out;
  out.clear();
  told_.clear();
  at_ = {};
  chronicle_ = heading_ = latest_ = {};
  paragraph_ = paragraph_end_ = 0;
  range_start_.reset();
  before_aside_.reset();
  const std::vector<Found> said = why != nullptr ? found : std::vector<Found>{};
  share_fields(found);
  narrative_ = is_narrative(found);
  counts_ = std::ranges::any_of(found, [](const Found& f) { return f.frame.kind == Kind::unit || f.frame.kind == Kind::shift || f.frame.has(Field::day_ref); });
  for (Found& expression : found) {
    current_ = &expression;
    if (before_aside_ && !same_sentence(at_.any.index, expression.first)) {
      at_ = *before_aside_;
      before_aside_.reset();
    }
    settle_ahead(expression);
    (void)paragraph_of(expression.first);
    Timex timex = to_timex(expression);
    if (why != nullptr) why->push_back(derive(found, out.size(), said[out.size()].frame, timex));
    if (expression.place == Place::range_end && range_start_ && timex.date) {
      out.back().begin_point = timex.begin_point = out.back().value;
      out.back().end_point = timex.end_point = timex.value;
    }
    range_start_.reset();
    const Frame& f = expression.frame;
    const bool leads_list = expression.place == Place::list_item && f.has(Field::weekday) && f.has(Field::ref);
    if (expression.place == Place::range_start || leads_list) range_start_ = timex.date;
    remember(expression, timex);
    out.push_back(std::move(timex));
  }
}

}  // namespace tarikh::timex
