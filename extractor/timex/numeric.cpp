#include "timex/numeric.h"

namespace tarikh::timex {
namespace {

using text::Token;
using text::TokenKind;
using text::Tokens;

const Token* number_at(const Tokens& t, std::uint32_t at) {
  return at < t.tokens.size() && t.tokens[at].kind == TokenKind::number && !t.tokens[at].line_start ? &t.tokens[at]
                                                                                                    : nullptr;
}

bool tight(const Tokens& t, std::uint32_t at) { return at < t.tokens.size() && !t.tokens[at].space_before; }

bool is_separator(const Tokens& t, std::uint32_t at) {
  return at < t.tokens.size() && !t.tokens[at].line_start &&
         (t.is(at, U'/') || t.is(at, U'-') || t.is(at, U'.') || t.is(at, U'–'));
}

bool is_month(const Token& t) { return t.value >= 1 && t.value <= 12 && t.digits <= 2; }
bool is_day(const Token& t) { return t.value >= 1 && t.value <= 31 && t.digits <= 2; }
bool is_year(const Token& t) { return t.digits == 4 && t.value >= 1000 && t.value <= 2999; }

int two_digit_year(const Token& t) { return static_cast<int>(t.value) + (t.value < 50 ? 2000 : 1900); }

void set_day(Frame& f, int day, int month, int year) {
  f.set(Field::day, day);
  f.set(Field::month, month);
  f.set(Field::year, year);
}

bool day_and_month(const Token& a, const Token& b, int& day, int& month) {
  if (is_day(a) && is_month(b)) {
    day = static_cast<int>(a.value);
    month = static_cast<int>(b.value);
    return true;
  }
  if (!is_month(a) || !is_day(b)) return false;
  day = static_cast<int>(b.value);
  month = static_cast<int>(a.value);
  return true;
}

// 18:35, 18:35:20, with a part of a second left out.
bool read_clock(const Tokens& t, std::uint32_t at, Numeric& out) {
  const Token* hour = number_at(t, at);
  const Token* minute = number_at(t, at + 2);
  if (hour == nullptr || minute == nullptr || !t.is(at + 1, U':') || !tight(t, at + 1) || !tight(t, at + 2))
    return false;
  if (hour->value > 24 || hour->digits > 2 || minute->value > 59 || minute->digits != 2) return false;
  out.frame.set(Field::hour, static_cast<int>(hour->value));
  out.frame.set(Field::minute, static_cast<int>(minute->value));
  out.last = at + 3;
  const Token* second = number_at(t, at + 4);
  if (second != nullptr && t.is(at + 3, U':') && tight(t, at + 3) && tight(t, at + 4) && second->value <= 59 &&
      second->digits == 2) {
    out.frame.set(Field::second, static_cast<int>(second->value));
    out.last = at + 5;
  }
  out.shape = NumericShape::clock;
  return true;
}

// The T18:30 of an ISO time.
void read_iso_time(const Tokens& t, Numeric& out) {
  if (!tight(t, out.last) || t.tokens[out.last].kind != TokenKind::word || t.word(out.last) != "T" ||
      !tight(t, out.last + 1)) {
    return;
  }
  Numeric clock = out;
  if (!read_clock(t, out.last + 1, clock)) return;
  out.frame = clock.frame;
  out.last = clock.last;
  if (tight(t, out.last) && t.tokens[out.last].kind == TokenKind::word && t.word(out.last) == "Z") {
    out.frame.set(Field::utc, 1);
    ++out.last;
  }
}

bool read_full(const Tokens& t, std::uint32_t at, Numeric& out) {
  const Token& a = t.tokens[at];
  const Token* b = number_at(t, at + 2);
  const Token* c = number_at(t, at + 4);
  if (b == nullptr || c == nullptr || !is_separator(t, at + 1) || !is_separator(t, at + 3)) return false;
  if (t.tokens[at + 1].value != t.tokens[at + 3].value) return false;
  // 1.2.3.4 and 1-2-3-4 are something else.
  if (is_separator(t, at + 5) && tight(t, at + 5) && number_at(t, at + 6) != nullptr && tight(t, at + 6)) return false;
  int day = 0;
  int month = 0;
  if (is_year(a) && is_month(*b) && is_day(*c)) {
    set_day(out.frame, static_cast<int>(c->value), static_cast<int>(b->value), static_cast<int>(a.value));
  } else if (is_year(a) && is_day(*b) && is_month(*c)) {
    set_day(out.frame, static_cast<int>(b->value), static_cast<int>(c->value), static_cast<int>(a.value));
  } else if (is_year(*c) && day_and_month(a, *b, day, month)) {
    set_day(out.frame, day, month, static_cast<int>(c->value));
  } else if (c->digits == 2 && (tight(t, at + 1) || t.is(at + 1, U'.')) && day_and_month(a, *b, day, month)) {
    // "at 12.30. 09:40 The minister": the next sentence begins with a time.
    if (!tight(t, at + 4) && t.is(at + 5, U':')) return false;
    set_day(out.frame, day, month, two_digit_year(*c));
  } else {
    return false;
  }
  out.shape = NumericShape::full;
  out.last = at + 5;
  read_iso_time(t, out);
  return true;
}

// 2008-09 is a season, not September.
bool is_season(const Tokens& t, std::uint32_t at, const Token& a, const Token& b) {
  return !t.is(at + 1, U'/') && b.value == (a.value + 1) % 100;
}

bool read_pair(const Tokens& t, std::uint32_t at, Numeric& out) {
  const Token& a = t.tokens[at];
  const Token* b = number_at(t, at + 2);
  if (b == nullptr || !is_separator(t, at + 1)) return false;
  if (is_separator(t, at + 3) && tight(t, at + 3) && number_at(t, at + 4) != nullptr && tight(t, at + 4)) return false;
  const bool dotted = t.is(at + 1, U'.');
  if (!dotted && is_month(a) && is_year(*b)) {
    out.frame.set(Field::month, static_cast<int>(a.value));
    out.frame.set(Field::year, static_cast<int>(b->value));
    out.shape = NumericShape::month_year;
  } else if (!dotted && is_year(a) && is_month(*b) && !is_season(t, at, a, *b) &&
             (b->digits == 2 || t.is(at + 1, U'/')) && tight(t, at + 1) && tight(t, at + 2)) {
    out.frame.set(Field::month, static_cast<int>(b->value));
    out.frame.set(Field::year, static_cast<int>(a.value));
    out.shape = NumericShape::month_year;
  } else {
    int day = 0;
    int month = 0;
    if (dotted || !day_and_month(a, *b, day, month)) return false;
    out.frame.set(Field::day, day);
    out.frame.set(Field::month, month);
    out.shape = NumericShape::day_month;
    out.slash = t.is(at + 1, U'/');
  }
  out.last = at + 3;
  return true;
}

}  // namespace

Numeric read_numeric(const Tokens& tokens, std::uint32_t token) {
  Numeric found;
  const Token& first = tokens.tokens[token];
  if (first.kind != TokenKind::number || first.digits > 4 || token + 2 >= tokens.tokens.size()) return found;
  if (read_clock(tokens, token, found) || read_full(tokens, token, found) || read_pair(tokens, token, found))
    return found;
  return {};
}

}  // namespace tarikh::timex
