#include "timex/resolver.h"

#include <algorithm>

#include "calendar/units.h"

namespace tarikh::timex {

using namespace calendar;  // units of days

namespace {

// Fields that a member of a range or list takes over from its partner, coarse before fine.
constexpr std::array<Field, 6> kYearFields{Field::year, Field::year_ref, Field::calendar,
                                           Field::bc,   Field::century,  Field::century_ref};
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
  if (tense == ClauseTense::present && opens_line(found.first)) return false;  // a chronology tells in the present
  return tense == ClauseTense::future || tense == ClauseTense::present || tense == ClauseTense::near;
}

bool Resolver::is_past(const Found& found) const {
  const TenseReader::Reading reading = tense_.at(found.first, found.last);
  return reading.tense == ClauseTense::past && reading.sure;
}

// At the beginning of a line, or behind its dash or number.
bool Resolver::opens_line(std::uint32_t token) const {
  for (int i = 0; i < 3; ++i) {
    if (tokens_->tokens[token].line_start) return true;
    if (token == 0 || tokens_->tokens[token - 1].kind == text::TokenKind::word) return false;
    --token;
  }
  return false;
}

bool Resolver::same_sentence(std::uint32_t timex, std::uint32_t token) const {
  const auto sentence = std::ranges::upper_bound(tokens_->sentences, token, {}, &text::Sentence::first);
  return sentence == tokens_->sentences.begin() || (*out_)[timex].span.begin >= std::prev(sentence)->span.begin;
}

// "ECOWAS, founded in Lagos on 28 May 1975, had never …": between commas.
bool Resolver::in_aside(const Found& found) const {
  constexpr std::uint32_t kAside = 12;
  if (found.last + 1 >= tokens_->tokens.size() || !tokens_->is(found.last, U',')) return false;
  const std::string_view next = tokens_->words(tokens_->tokens[found.last + 1].span);
  if (next == "and" || next == "but" || next == "or") return false;
  for (std::uint32_t t = found.first, steps = 0; t > 0 && steps < kAside && !tokens_->tokens[t].line_start; ++steps) {
    --t;
    if (tokens_->is(t, U',')) return true;
    if (tokens_->tokens[t].kind == text::TokenKind::punctuation && !tokens_->is(t, U'-')) return false;
  }
  return false;
}

void Resolver::leave_aside() {
  last_day_ = before_aside_->day;
  last_past_day_ = before_aside_->past_day;
  last_any_ = before_aside_->any;
  day_paragraph_ = before_aside_->day_paragraph;
  any_paragraph_ = before_aside_->any_paragraph;
  before_aside_.reset();
}

std::uint32_t Resolver::paragraph_of(std::uint32_t token) {
  while (paragraph_end_ <= token) {
    if (paragraph_end_ < tokens_->tokens.size() && tokens_->tokens[paragraph_end_].line_start) ++paragraph_;
    ++paragraph_end_;
  }
  return paragraph_;
}

// "Two years later, in May": nothing but a comma and a preposition between the expression and the token.
bool Resolver::stands_beside(std::uint32_t timex, std::uint32_t token) const {
  const std::uint32_t end = (*out_)[timex].span.end;
  const auto& tokens = tokens_->tokens;
  if (token < 2 || tokens[token - 1].kind != text::TokenKind::word) return false;
  const text::Token& comma = tokens[token - 2];
  if (comma.kind != text::TokenKind::punctuation || (comma.value != U',' && comma.value != U'،') || comma.span.begin != end) return false;
  const std::string_view word = tokens_->words(tokens[token - 1].span);
  return word != "and" && word != "or" && !word.starts_with("و");
}

const Resolver::Anchor* Resolver::anchor(bool need_day, bool same_paragraph) const {
  const Anchor& wanted = need_day ? last_day_ : last_any_;
  const std::uint32_t where = need_day ? day_paragraph_ : any_paragraph_;
  if (wanted.index == kNoIndex || (same_paragraph && where != paragraph_)) return nullptr;
  // "flew to Paris, where he will meet X on Friday. The same day Y took over": what has happened goes on from what has.
  if (need_day && dct_ && wanted.date.first > *dct_ && last_past_day_.index != kNoIndex && is_past(*current_)) return &last_past_day_;
  return &wanted;
}

void Resolver::remember(const Found& found, const Timex& timex) {
  told_.push_back(false);
  if (!timex.date || timex.type == TimexType::set || timex.type == TimexType::duration) return;
  const Granularity g = timex.date->granularity;
  if (g == Granularity::century || found.frame.kind == Kind::reference) return;
  Anchor next{static_cast<std::uint32_t>(out_->size()), *timex.date, false};
  const bool by_anchor = timex.resolution == Resolution::anchor && timex.anchor < told_.size() && told_[timex.anchor];
  next.told = timex.resolution == Resolution::explicit_ || by_anchor;
  told_.back() = next.told;
  // What is long past and told in passing is the time that its sentence goes on from, but not the text.
  const auto years_ago = [&](int years) { return dct_ && year_number(next.date.first) + years <= year_number(*dct_); };
  const bool passing = (last_day_.index != kNoIndex && years_ago(2) && in_aside(found)) || (years_ago(1) && tense_.is_since_phrase(found.first));
  if (!passing && g == Granularity::day) {
    before_aside_.reset();
  } else if (!passing && before_aside_) {
    before_aside_->any = next;
    before_aside_->any_paragraph = paragraph_;
  } else if (passing && !before_aside_) {
    before_aside_ = {.day = last_day_, .past_day = last_past_day_, .any = last_any_, .day_paragraph = day_paragraph_, .any_paragraph = any_paragraph_};
  }
  last_any_ = next;
  if (next.told && opens_line(found.first)) chronicle_ = next;
  any_paragraph_ = paragraph_;
  // "talks that had gone on since 25 October … on the same day": not that day.
  if (g == Granularity::day && !tense_.is_since(found.first)) {
    last_day_ = next;
    day_paragraph_ = paragraph_;
    if (dct_ && next.date.first <= *dct_) last_past_day_ = next;
  }
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
  last_day_ = last_past_day_ = last_any_ = chronicle_ = {};
  paragraph_ = paragraph_end_ = day_paragraph_ = any_paragraph_ = 0;
  range_start_.reset();
  before_aside_.reset();
  const std::vector<Found> said = why != nullptr ? found : std::vector<Found>{};
  share_fields(found);
  narrative_ = is_narrative(found);
  for (Found& expression : found) {
    current_ = &expression;
    if (before_aside_ && !same_sentence(last_any_.index, expression.first)) leave_aside();
    settle_ahead(expression);
    (void)paragraph_of(expression.first);
    Timex timex = to_timex(expression);
    if (why != nullptr) why->push_back(derive(found, out.size(), said[out.size()].frame, timex));
    if (expression.place == Place::range_end && range_start_ && timex.date) {
      out.back().begin_point = timex.begin_point = out.back().value;
      out.back().end_point = timex.end_point = timex.value;
    }
    range_start_.reset();
    if (expression.place == Place::range_start) range_start_ = timex.date;
    remember(expression, timex);
    out.push_back(std::move(timex));
  }
}

}  // namespace tarikh::timex
