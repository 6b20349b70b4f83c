// Where the text is: the date that "the next day" and "a year later" are counted from.
#include <algorithm>

#include "calendar/units.h"
#include "text/punctuation.h"
#include "timex/resolver.h"

namespace tarikh::timex {

using namespace calendar;  // units of days

// At the beginning of a line, or behind its dash or number.
bool Resolver::opens_line(std::uint32_t token) const {
  for (int i = 0; i < 3; ++i) {
    if (tokens_->tokens[token].line_start) return true;
    if (token == 0 || tokens_->tokens[token - 1].kind == text::TokenKind::word) return false;
    --token;
  }
  return false;
}

// ", and in March", "، وفي مارس"
bool Resolver::joins_clause(const Found& found) const {
  if (found.first < 2 || tokens_->tokens[found.first - 1].kind != text::TokenKind::word) return false;
  return tokens_->word(found.first - 1).starts_with("و") || tokens_->word(found.first - 2) == "and";
}

// At the beginning of a sentence, or behind its preposition.
bool Resolver::opens_sentence(std::uint32_t token) const {
  const auto after = std::ranges::upper_bound(tokens_->sentences, token, {}, &text::Sentence::first);
  return after == tokens_->sentences.begin() || token <= std::prev(after)->first + 1;
}

bool Resolver::same_sentence(std::uint32_t timex, std::uint32_t token) const {
  const auto sentence = std::ranges::upper_bound(tokens_->sentences, token, {}, &text::Sentence::first);
  return sentence == tokens_->sentences.begin() || (*out_)[timex].span.begin >= std::prev(sentence)->span.begin;
}

// "ECOWAS, founded in Lagos on 28 May 1975, had never …": between commas.
bool Resolver::in_aside(const Found& found) const {
  constexpr std::uint32_t kAside = 12;
  if (found.last + 1 >= tokens_->tokens.size() || !tokens_->is(found.last, U',')) return false;
  const auto joins = [&](std::uint32_t token) {
    const std::string_view word = tokens_->word(token);
    return word == "and" || word == "but" || word == "or";
  };
  if (joins(found.last + 1)) return false;
  for (std::uint32_t t = found.first, steps = 0; t > 0 && steps < kAside && !tokens_->tokens[t].line_start; ++steps) {
    --t;
    if (tokens_->is(t, U',')) return !joins(t + 1);
    if (tokens_->is_punctuation(t) && !tokens_->is(t, U'-')) return false;
  }
  return false;
}

std::uint32_t Resolver::paragraph_of(std::uint32_t token) {
  while (paragraph_end_ <= token) {
    if (paragraph_end_ < tokens_->tokens.size() && tokens_->tokens[paragraph_end_].line_start) ++paragraph_;
    ++paragraph_end_;
  }
  return paragraph_;
}

// "Tinubu, who scrapped the subsidy in May 2023, signed a law in July", "had dissolved parliament in January 2020. … In April": what a
// relative clause tells, the pluperfect of another sentence or a clause before a semicolon, does not rule the year.
// News of these months goes on from no clause before a semicolon.
bool Resolver::told_aside(const Anchor& anchor, const Found& found, bool news) const {
  if (tense_.in_relative_clause(anchor.token)) return true;
  if (!same_sentence(anchor.index, found.first)) {
    // "landed in January 2024. Another one crashed on June 6": of this year, where "In June" would go on with the last.
    const bool last_year = dct_ && !narrative_ && year_number(anchor.date.first) + 1 == year_number(*dct_);
    const bool bounds = tense_.is_since_phrase(anchor.token) || tense_.is_until_phrase(anchor.token);  // "until he came to power in April 2018"
    return bounds || tense_.is_flashback(anchor.token) || (last_year && !opens_sentence(found.first));
  }
  constexpr std::uint32_t kFronted = 2;  // "; on 1 September the invasion began" goes on
  for (std::uint32_t t = anchor.token; t + kFronted < found.first; ++t) {
    if (news && (tokens_->is(t, U';') || tokens_->is(t, U'؛'))) return true;
    if (tokens_->is(t, U'،') && tense_.is_since_phrase(anchor.token)) return true;
  }
  return false;
}

// "won independence in May 1993 after a referendum in April"
bool Resolver::looks_back(const Anchor& anchor, const Found& found) const {
  if (!same_sentence(anchor.index, found.first)) return false;
  for (std::uint32_t t = anchor.token; t < found.first; ++t) {
    if (tokens_->is_punctuation(t)) return false;
    if (tense_.is_behind(t)) return true;
  }
  return false;
}

// "Two years later, in May": nothing but a comma and a preposition between the expression and the token.
bool Resolver::stands_beside(std::uint32_t timex, std::uint32_t token) const {
  const std::uint32_t end = (*out_)[timex].span.end;
  const auto& tokens = tokens_->tokens;
  // "عقد المؤتمر عام 2015 من 3 إلى 5 ديسمبر", "was held in 2015 from 3 to 5 December"
  if (token > 1 && tokens[token - 1].kind == text::TokenKind::word && tokens[token - 2].span.end == end) return true;
  if (token > 0 && tokens[token].arabic && tokens[token - 1].span.end == end) return true;
  if (token < 2 || tokens[token - 1].kind != text::TokenKind::word) return false;
  const text::Token& comma = tokens[token - 2];
  if (comma.kind != text::TokenKind::punctuation || (comma.value != U',' && comma.value != U'،') || comma.span.begin != end) return false;
  const std::string_view word = tokens_->word(token - 1);
  return word != "and" && word != "or" && !word.starts_with("و");
}

// "The conflict broke out in 2014 after rebels seized Sanaa on 21 September", "In 2011 protests broke out, and in November …":
// whether the year is that of the month or day.
bool Resolver::rules(const Anchor& year, const Found& found) const {
  if (tense_.is_since(year.token)) return false;  // "closed since 2012, on 3 March"
  if (stands_beside(year.index, found.first) || (year.index == heading_.index && year.index == chronicle_.index)) return true;
  // "In 2015 the government fell. In July its leader was arrested"
  const bool goes_on = dct_ && opens_sentence(year.token) && opens_sentence(found.first) && year.paragraph == paragraph_ && year_number(year.date.first) + 2 <= year_number(*dct_) &&
                       tense_of(found) == ClauseTense::past && !tense_.is_since_phrase(year.token);
  if (goes_on && !same_sentence(year.index, found.first)) return true;
  if (!same_sentence(year.index, found.first) || tense_.is_since_phrase(year.token) || tense_of(found) != ClauseTense::past) return false;
  if (looks_back(year, found)) return true;
  constexpr std::uint32_t kClause = 2;
  constexpr std::uint32_t kFronted = 3;  // ", and in November"
  if (!opens_sentence(year.token)) return false;
  std::uint32_t comma = kNoIndex;
  std::uint32_t begin = year.token;
  while (begin < found.first && tokens_->tokens[begin].span.begin < (*out_)[year.index].span.end) ++begin;
  for (std::uint32_t t = begin; t < found.first; ++t) {
    if (!tokens_->is_punctuation(t)) continue;
    if (comma != kNoIndex || !tokens_->is_comma(t)) return false;
    comma = t;
  }
  // "In 2020, Thaci was indicted in June": one clause.
  if (comma == kNoIndex || comma == begin) return !tense_.is_joined(begin + 1, found.first);
  return comma - begin >= kClause && (found.first - comma <= kFronted + 1 || tense_.is_when(comma + 1));
}

// "the 2015 accord": the year of a noun, not of what is told.
bool Resolver::is_attributive(const Found& found) const {
  if (found.first == 0 || found.last >= tokens_->tokens.size() || tokens_->tokens[found.last].kind != text::TokenKind::word) return false;
  return tense_.is_determiner(found.first - 1);
}

// The date that the text is at: where days are counted, the month or year it has gone on to since its last day.
const Resolver::Anchor* Resolver::anchor(bool need_day, bool same_paragraph) const {
  const bool past = need_day && dct_ && is_past(*current_);
  const auto to_come = [&](const Anchor& a) { return past && a.date.first > *dct_; };
  const bool over = at_.stretch.paragraph != paragraph_ && at_.day.index != kNoIndex && tense_.is_flashback(at_.stretch.token);
  const bool gone_on = need_day && at_.stretch.index != kNoIndex && !over && !to_come(at_.stretch);
  const Anchor& wanted = gone_on ? at_.stretch : need_day ? at_.day : at_.any;
  if (wanted.index == kNoIndex || (same_paragraph && wanted.paragraph != paragraph_)) return nullptr;
  // "flew to Paris, where he will meet X on Friday. The same day Y took over": what has happened goes on from what has.
  return at_.past_day.index != kNoIndex && to_come(wanted) ? &at_.past_day : &wanted;
}

// "the same night": the last one that the paragraph tells of, whatever days it has told since.
const Resolver::Anchor* Resolver::anchor_of_part(const Found& found) const {
  return found.frame.get(Field::part) == kNightPart && at_.night.index != kNoIndex && at_.night.paragraph == paragraph_ ? &at_.night : nullptr;
}

// What is long past and told in passing is the time that its sentence goes on from, but not the text.
bool Resolver::is_passing(const Found& found, const Date& date) const {
  const auto years_ago = [&](int years) { return dct_ && year_number(date.first) + years <= year_number(*dct_); };
  return (at_.day.index != kNoIndex && years_ago(2) && in_aside(found)) || (years_ago(1) && tense_.is_since_phrase(found.first));
}

// Nor are the days of a relative clause, in a paragraph that has another date, those that the text goes on from.
bool Resolver::is_day_in_passing(const Found& found) const {
  return counts_ && at_.any.index != kNoIndex && at_.any.paragraph == paragraph_ && tense_.in_relative_clause(found.first);
}

// "2020 - In June he is indicted", "May 24, 2019: She resigns. He is chosen on July 23": in a line of a chronology of what has been.
bool Resolver::under_heading() const {
  constexpr date::days kDateline{3};
  return heading_.index != kNoIndex && heading_.paragraph == paragraph_ && (!dct_ || heading_.date.last + kDateline < *dct_);
}

void Resolver::move(Position& position, const Found& found, const Anchor& next) const {
  position.any = next;
  // "talks that had gone on since 25 October … on the same day": not that day.
  if (tense_.is_since(found.first)) return;
  if (next.date.granularity != Granularity::day) {
    // What is told beside a day, and what lies before the day that the paragraph is at, is looked back to.
    const Anchor& day = position.day;
    const bool beside_day = day.index != kNoIndex && same_sentence(day.index, found.first);
    const bool looks_back = day.index != kNoIndex && day.paragraph == paragraph_ && next.date.last < day.date.first;
    if (!beside_day && !looks_back && next.date.granularity != Granularity::interval && !is_attributive(found)) position.stretch = next;
    return;
  }
  position.day = next;
  position.stretch = {};
  if (dct_ && next.date.first <= *dct_) position.past_day = next;
  if (found.frame.get(Field::part) == kNightPart) position.night = next;
}

// "الحائز جائزة نوبل لعام 2006": the year of a title, from which nothing goes on.
bool Resolver::is_of_honour(const Found& found) const {
  const std::string_view word = tokens_->word(found.first);
  return !found.frame.has(Field::month) && (word == "لعام" || word == "لسنة");
}

void Resolver::remember(const Found& found, const Timex& timex) {
  told_.push_back(false);
  if (!timex.date || timex.type == TimexType::set || timex.type == TimexType::duration) return;
  const Granularity g = timex.date->granularity;
  if (g == Granularity::century || found.frame.kind == Kind::reference) return;
  const bool by_anchor = timex.resolution == Resolution::anchor && timex.anchor < told_.size() && told_[timex.anchor];
  if (is_of_honour(found)) return;
  const bool by_year = found.frame.has(Field::year_ref) && found.frame.has(Field::month);  // "3 يوليو من العام الماضي"
  const Anchor next{.index = static_cast<std::uint32_t>(out_->size()), .date = *timex.date, .told = timex.resolution == Resolution::explicit_ || by_anchor || by_year,
                    .paragraph = paragraph_, .token = found.first};
  told_.back() = next.told;
  if (is_passing(found, next.date)) {
    if (!before_aside_) before_aside_ = at_;
  } else if (is_day_in_passing(found)) {
    if (!before_aside_) before_aside_ = at_;
    before_aside_->any = next;
  } else if (g == Granularity::day) {
    before_aside_.reset();
  } else if (before_aside_) {
    move(*before_aside_, found, next);
  }
  if (!before_aside_ || !is_passing(found, next.date)) latest_ = next;
  move(at_, found, next);
  if (!opens_line(found.first)) return;
  if (next.told) chronicle_ = next;
  const auto ends_heading = [&](std::uint32_t t) {
    if (t == tokens_->tokens.size() || tokens_->tokens[t].line_start) return true;
    return tokens_->is(t, U':') || tokens_->is(t, U'-') || tokens_->is(t, U'–') || tokens_->is(t, U'—');
  };
  if (ends_heading(found.last)) heading_ = next;
}

}  // namespace tarikh::timex
