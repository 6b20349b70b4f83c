#include "timex/numbers.h"

#include <array>
#include <string_view>

namespace tarikh::timex {

NumberClasses number_classes(rules::Lexicon& lexicon) {
  return {.unit = lexicon.intern_class("num_unit"),
          .ten = lexicon.intern_class("num_ten"),
          .teen = lexicon.intern_class("num_teen"),
          .hundred = lexicon.intern_class("num_hundred"),
          .scale = lexicon.intern_class("num_scale"),
          .scale_plural = lexicon.intern_class("num_scale_plural"),
          .ordinal = lexicon.intern_class("ord_unit"),
          .ordinal_ten = lexicon.intern_class("ord_ten"),
          .suffix = lexicon.intern_class("ord_suffix"),
          .link = lexicon.intern_class("num_link"),
          .article = lexicon.intern_class("num_article")};
}

// `linked`: the word must carry a joined و ("وعشرين"); else it must not.
bool NumberReader::word(std::uint32_t token, rules::ClassId cls, bool linked, Word& out) const {
  if (token >= tokens_.tokens.size()) return false;
  const text::Token& t = tokens_.tokens[token];
  if (t.kind != text::TokenKind::word || (cache_.class_mask(t.analysis) & rules::WordCache::bit(cls)) == 0)
    return false;
  const std::span<const text::Reading> readings = analyzer_.readings(t.analysis);
  for (const rules::Hit& hit : cache_.hits(t.analysis)) {
    if (hit.sense.cls != cls) continue;
    const text::Reading& reading = readings[hit.reading];
    if (reading.enclitic != text::Enclitic::none) continue;
    if (linked && (reading.proclitics & ~text::kAl) != text::kWa) continue;
    out.value = hit.sense.value;
    out.reading = &reading;
    return true;
  }
  return false;
}

// The token after a joint: 'linked' tells whether the next word must carry و itself.
std::uint32_t NumberReader::joint(std::uint32_t at, bool& linked) const {
  linked = false;
  if (at >= tokens_.tokens.size() || tokens_.tokens[at].line_start) return at;
  const text::Token& t = tokens_.tokens[at];
  if (t.kind == text::TokenKind::word) {
    const rules::Hit* link = cache_.find(t.analysis, c_.link);
    if (link != nullptr && analyzer_.readings(t.analysis)[link->reading].proclitics == 0) return at + 1;
    linked = t.arabic;
    return at;
  }
  return tokens_.is(at, U'-') && !t.space_before ? at + 1 : at;
}

bool NumberReader::read(std::uint32_t token, Number& out) const {
  const text::Token& t = tokens_.tokens[token];
  if (t.kind == text::TokenKind::number) return read_digits(token, out);
  if (t.kind != text::TokenKind::word) return false;
  if (const rules::Hit* article = cache_.find(t.analysis, c_.article);
      article != nullptr && token + 1 < tokens_.tokens.size()) {
    const text::Token& next = tokens_.tokens[token + 1];
    if (next.kind == text::TokenKind::number && !next.space_before && read_digits(token + 1, out)) {
      const text::Reading& reading = analyzer_.readings(t.analysis)[article->reading];
      out.begin_byte = t.span.begin + reading.stem_begin;
      out.proclitics = reading.proclitics;
      out.article = true;
      out.ordinal = out.suffixed = true;
      out.digits = 0;
      return true;
    }
  }
  return read_words(token, out);
}

bool NumberReader::read_digits(std::uint32_t token, Number& out) const {
  const auto next = [&](std::uint32_t at) {
    return at < tokens_.tokens.size() && !tokens_.tokens[at].space_before ? &tokens_.tokens[at] : nullptr;
  };
  const text::Token& t = tokens_.tokens[token];
  out = {};
  out.last = token + 1;
  out.begin_byte = t.span.begin;
  out.value = t.value;
  out.digits = t.digits;
  out.cardinal = true;
  // 54,000 and ١٠٬٠٠٠
  while (out.last + 1 < tokens_.tokens.size() && next(out.last) != nullptr && next(out.last + 1) != nullptr &&
         (tokens_.is(out.last, U',') || tokens_.is(out.last, U'٬')) &&
         next(out.last + 1)->kind == text::TokenKind::number && next(out.last + 1)->digits == 3 &&
         (out.digits == 0 || t.digits <= 3) && out.value < 1'000'000'000) {
    out.value = out.value * 1000 + tokens_.tokens[out.last + 1].value;
    out.last += 2;
    out.digits = 0;
  }
  // 2 مليون, 10 آلاف; a year before a million of something is left alone.
  Word scale;
  const bool year = t.digits == 4 && t.value >= 1900 && t.value <= 2100;
  if (!year && out.last < tokens_.tokens.size() && !tokens_.tokens[out.last].line_start &&
      word(out.last, c_.scale, false, scale) && scale.reading->proclitics == 0 && out.value < 1'000'000) {
    out.value *= std::int64_t{scale.value} * 1000;
    out.digits = 0;
    ++out.last;
    return true;
  }
  const text::Token* mark = next(out.last);
  const text::Token* after = next(out.last + 1);
  if (mark == nullptr) return true;
  if (after != nullptr && after->kind == text::TokenKind::number &&
      (tokens_.is(out.last, U'.') || tokens_.is(out.last, U'٫') || tokens_.is(out.last, U','))) {
    out.last += 2;
    out.fraction = after->value != 0;
    out.digits = 0;
    return true;
  }
  if (mark->kind == text::TokenKind::word && cache_.find(mark->analysis, c_.suffix) != nullptr) {
    out.last += 1;
    out.ordinal = out.suffixed = true;
    out.cardinal = false;
    out.digits = 0;
  }
  return true;
}

// Units, teens and tens: ستة وعشرين, السادس والعشرين, ستة عشر, twenty-six, twenty-sixth.
bool NumberReader::below_hundred(std::uint32_t& at, std::int64_t& value, bool linked, Number& out) const {
  Word w;
  Word second;
  bool joined = false;
  const auto note = [&](const Word& found) {
    if (out.last != 0) return;
    out.begin_byte = found.reading->article_begin;
    out.proclitics = found.reading->proclitics & static_cast<std::uint8_t>(~text::kAl);
    out.article = (found.reading->proclitics & text::kAl) != 0;
  };
  const bool arabic = at < tokens_.tokens.size() && tokens_.tokens[at].arabic;
  const bool is_ordinal = word(at, c_.ordinal, linked, w);
  if (is_ordinal || word(at, c_.unit, linked, w)) {
    note(w);
    value += w.value;
    out.ordinal = is_ordinal;
    ++at;
    if (!arabic || w.value > 9) return true;
    if (at < tokens_.tokens.size() && !tokens_.tokens[at].line_start && word(at, c_.teen, false, second) &&
        (second.reading->proclitics & ~text::kAl) == 0) {
      value += 10;
      ++at;
      return true;
    }
    const std::uint32_t next = joint(at, joined);
    if ((joined || next != at) && word(next, c_.ten, joined, second)) {
      value += second.value;
      at = next + 1;
    }
    return true;
  }
  if (word(at, c_.teen, linked, w)) {
    note(w);
    value += 10;
    ++at;
    return true;
  }
  if (!arabic && word(at, c_.ordinal_ten, linked, w)) {
    note(w);
    value += w.value;
    out.ordinal = true;
    ++at;
    return true;
  }
  if (!word(at, c_.ten, linked, w)) return false;
  note(w);
  value += w.value;
  out.ordinal = arabic && out.article && value == w.value;
  ++at;
  if (arabic) return true;
  std::uint32_t next = at;
  if (next + 1 < tokens_.tokens.size() && tokens_.is(next, U'-')) ++next;
  if (word(next, c_.unit, false, second) && second.value < 10) {
    value += second.value;
    at = next + 1;
  } else if (word(next, c_.ordinal, false, second) && second.value < 10) {
    value += second.value;
    out.ordinal = true;
    at = next + 1;
  }
  return true;
}

bool NumberReader::below_thousand(std::uint32_t& at, std::int64_t& value, bool linked, Number& out) const {
  Word hundred;
  const std::uint32_t begin = at;
  if (word(at, c_.hundred, linked, hundred)) {
    if (out.last == 0) {
      out.begin_byte = hundred.reading->article_begin;
      out.proclitics = hundred.reading->proclitics & static_cast<std::uint8_t>(~text::kAl);
      out.article = (hundred.reading->proclitics & text::kAl) != 0;
      out.last = at + 1;
    }
    value += hundred.value;
    ++at;
  } else {
    if (!below_hundred(at, value, linked, out)) return false;
    if (out.ordinal || value > 9 + 90 || !word(at, c_.hundred, false, hundred) || hundred.reading->proclitics != 0 ||
        hundred.value != 100 || value > 99) {
      return true;
    }
    value *= 100;  // three hundred, ثلاث مئة, nineteen hundred
    ++at;
  }
  out.last = std::max(out.last, begin + 1);
  bool joined = false;
  const std::uint32_t next = joint(at, joined);
  std::uint32_t after = next;
  if ((joined || next != at || !tokens_.tokens[begin].arabic) && below_hundred(after, value, joined, out)) at = after;
  return true;
}

bool NumberReader::read_words(std::uint32_t token, Number& out) const {
  const std::uint64_t any = rules::WordCache::bit(c_.unit) | rules::WordCache::bit(c_.ten) |
                            rules::WordCache::bit(c_.teen) | rules::WordCache::bit(c_.hundred) |
                            rules::WordCache::bit(c_.scale) | rules::WordCache::bit(c_.ordinal) |
                            rules::WordCache::bit(c_.ordinal_ten);
  if ((cache_.class_mask(tokens_.tokens[token].analysis) & any) == 0) return false;
  out = {};
  std::uint32_t at = token;
  std::int64_t total = 0;
  bool linked = false;
  for (int groups = 0; groups < 3; ++groups) {
    std::int64_t group = 0;
    std::uint32_t from = at;
    bool has_group = below_thousand(at, group, linked, out);
    if (groups == 0 && !has_group && at >= tokens_.tokens.size()) return false;
    Word scale;
    if (word(at, c_.scale, linked && !has_group, scale) && !out.ordinal &&
        (has_group ? (scale.reading->proclitics & ~text::kAl) == 0 : !word(at, c_.scale_plural, linked, scale))) {
      if (!has_group && out.last == 0) {
        out.begin_byte = scale.reading->article_begin;
        out.proclitics = scale.reading->proclitics & static_cast<std::uint8_t>(~text::kAl);
        out.article = (scale.reading->proclitics & text::kAl) != 0;
      }
      group = (has_group ? group : 1) * scale.value * 1000;
      ++at;
      has_group = true;
      total += group;
      out.last = at;
      bool joined = false;
      const std::uint32_t next = joint(at, joined);
      if (!joined && next == at && tokens_.tokens[token].arabic) break;
      from = next;
      linked = joined;
      std::uint32_t probe = next;
      std::int64_t ignored = 0;
      Number scratch = out;
      Word more;
      if (!below_thousand(probe, ignored, linked, scratch) && !word(next, c_.scale, linked, more)) break;
      at = from;
      continue;
    }
    if (!has_group) break;
    total += group;
    out.last = at;
    break;
  }
  if (out.last == 0) return false;
  out.value = total;
  out.begin_byte += tokens_.tokens[token].span.begin;
  out.cardinal = !out.ordinal || (tokens_.tokens[token].arabic && total % 10 == 0 && total >= 20);
  return true;
}

}  // namespace tarikh::timex
