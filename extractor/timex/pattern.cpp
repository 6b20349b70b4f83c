#include "timex/pattern.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "text/fold.h"
#include "text/utf8.h"

namespace tarikh::timex {
namespace {

using rules::Line;

constexpr std::array<std::string_view, kFieldCount> kFieldNames{
    "day",       "month",    "year",        "weekday", "calendar", "bc",     "season",   "quarter",
    "half",      "decade",   "century",     "holiday", "ref",      "unit",   "day_ref",  "week_ref",
    "month_ref", "year_ref", "century_ref", "n",       "unit2",    "n2",     "fraction", "direction",
    "nth",       "of",       "shift",       "part",    "hour",     "minute", "second",   "meridiem",
    "utc",       "midnight", "mod",         "vague",   "each",     "freq",   "open"};

struct KindName {
  std::string_view name;
  Kind kind;
};
constexpr std::array<KindName, 7> kKindNames{{{"none", Kind::none},
                                              {"date", Kind::date},
                                              {"unit", Kind::unit},
                                              {"shift", Kind::shift},
                                              {"duration", Kind::duration},
                                              {"set", Kind::set},
                                              {"reference", Kind::reference}}};

struct NumberName {
  std::string_view name;
  ItemKind kind;
};
constexpr std::array<NumberName, 10> kNumberNames{{{"int", ItemKind::cardinal},
                                                   {"ord", ItemKind::ordinal},
                                                   {"nth", ItemKind::nth},
                                                   {"digits", ItemKind::digits},
                                                   {"two", ItemKind::two_digits},
                                                   {"date", ItemKind::numeric},
                                                   {"month_year", ItemKind::month_year},
                                                   {"day_month", ItemKind::day_month},
                                                   {"late_day", ItemKind::late_day},
                                                   {"clock", ItemKind::clock}}};

constexpr std::string_view kArticle = "ال";

bool to_int(std::string_view text, std::int32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

std::uint8_t proclitic_of(std::string_view letter) {
  if (letter == "و") return text::kWa;
  if (letter == "ف") return text::kFa;
  if (letter == "ب") return text::kBi;
  if (letter == "ل") return text::kLi;
  if (letter == "ك") return text::kKa;
  return 0;
}

void append(Program& to, const Program& from) { to.insert(to.end(), from.begin(), from.end()); }

Op jump_op(OpCode code, std::size_t offset) {
  Op op;
  op.code = code;
  op.offset = static_cast<std::int32_t>(offset);
  return op;
}

}  // namespace

Field find_field(std::string_view name) {
  const auto* found = std::ranges::find(kFieldNames, name);
  return static_cast<Field>(found - kFieldNames.begin());  // the end is Field::count
}

struct PatternCompiler::Parser {
  rules::Lexicon& lexicon;
  Grammar& grammar;
  const std::map<std::string, std::string, std::less<>>& macros;
  std::string_view rest;
  std::uint32_t frames = 0;
  int depth = 0;
  std::string error;

  void blanks() {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
  }
  bool fail(std::string message) {
    if (error.empty()) error = std::move(message);
    return false;
  }
  bool take(char c) {
    blanks();
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }

  // a | b | c, up to `end` ('\0': the end of the pattern).
  Program alternatives(char end) {
    std::vector<Program> branches;
    do {
      branches.push_back(sequence());
    } while (error.empty() && take('|'));
    if (end != '\0' && !take(end)) fail(fmt::format("'{}' is missing", end));
    Program all = std::move(branches.back());
    for (auto branch = branches.rbegin() + 1; branch != branches.rend(); ++branch) {
      Program joined;
      joined.push_back(jump_op(OpCode::split, branch->size() + 2));
      append(joined, *branch);
      joined.push_back(jump_op(OpCode::jump, all.size() + 1));
      append(joined, all);
      all = std::move(joined);
    }
    return all;
  }

  Program sequence() {
    Program program;
    while (error.empty()) {
      blanks();
      if (rest.empty() || std::string_view("])}|").find(rest.front()) != std::string_view::npos) break;
      append(program, atom());
    }
    return program;
  }

  Program atom() {
    if (take('[')) {
      const Program inner = alternatives(']');
      Program program{jump_op(OpCode::split, inner.size() + 1)};
      append(program, inner);
      return program;
    }
    if (take('(')) return alternatives(')');
    if (take('{')) {
      Op open;
      open.code = OpCode::open;
      open.value = static_cast<std::int16_t>(frames++);
      Program program{open};
      append(program, alternatives('}'));
      open.code = OpCode::close;
      program.push_back(open);
      return program;
    }
    if (take('$')) return macro();
    if (take('@')) return assignment();
    return item();
  }

  std::string_view name() {
    std::size_t end = 0;
    while (end < rest.size() && (std::isalnum(static_cast<unsigned char>(rest[end])) != 0 || rest[end] == '_')) ++end;
    const std::string_view found = rest.substr(0, end);
    rest.remove_prefix(end);
    return found;
  }

  Program macro() {
    const std::string_view called = name();
    const auto found = macros.find(called);
    if (found == macros.end()) {
      std::vector<std::string_view> known;
      for (const auto& [key, body] : macros) known.push_back(key);
      fail(fmt::format("unknown macro ${}{}", called, rules::did_you_mean(called, known)));
      return {};
    }
    if (++depth > 12) fail(fmt::format("macro ${} contains itself", called));
    const std::string_view outer = rest;
    rest = found->second;
    Program program = error.empty() ? alternatives('\0') : Program{};
    rest = outer;
    --depth;
    return program;
  }

  Program assignment() {
    Op op;
    op.code = OpCode::assign;
    op.field = find_field(name());
    std::size_t end = rest.find_first_of(" \t])}|");
    if (end == std::string_view::npos) end = rest.size();
    std::int32_t value = 0;
    if (op.field == Field::count || !rest.starts_with('=') || !to_int(rest.substr(1, end - 1), value)) {
      fail("'@' needs field=number");
    }
    op.value = static_cast<std::int16_t>(value);
    rest.remove_prefix(std::min(end, rest.size()));
    return {op};
  }

  Program item() {
    Item item;
    for (bool more = true; more;) {
      more = false;
      if (rest.starts_with('^')) item.capital = more = true;
      if (rest.starts_with('~')) item.tight = more = true;
      if (more) rest.remove_prefix(1);
    }
    std::size_t word = rest.find_first_of(" \t[](){}|");
    if (word == std::string_view::npos) word = rest.size();
    if (const std::size_t angle = rest.find('<'); angle < word) {
      if (!prefixes(item, rest.substr(0, angle))) return {};
      rest.remove_prefix(angle + 1);
      const std::size_t close = rest.find('>');
      if (close == std::string_view::npos) {
        fail("'>' is missing");
        return {};
      }
      bracketed(item, rest.substr(0, close));
      rest.remove_prefix(close + 1);
      return {of(item)};
    }
    std::string_view literal = rest.substr(0, word);
    rest.remove_prefix(word);
    if (literal == "LPAREN") literal = "(";
    if (literal == "RPAREN") literal = ")";
    return spelled(item, literal);
  }

  static Op of(const Item& item) {
    Op op;
    op.code = OpCode::item;
    op.item = item;
    return op;
  }

  bool prefixes(Item& item, std::string_view text) {
    while (!text.empty()) {
      if (text.starts_with(kArticle)) {
        text.remove_prefix(kArticle.size());
        item.article = Article::required;
        if (text.starts_with('?')) {
          item.article = Article::allowed;
          text.remove_prefix(1);
        }
        continue;
      }
      const std::size_t length = text::decode(text, 0).length;
      const std::uint8_t bit = proclitic_of(text.substr(0, length));
      if (bit == 0) return fail(fmt::format("'{}' cannot stand before '<'", text));
      item.proclitic |= bit;
      text.remove_prefix(length);
    }
    return true;
  }

  // name, name field, name=value, name low..high field
  bool bracketed(Item& item, std::string_view text) {
    std::vector<std::string_view> parts = rules::split(text, " ");
    if (parts.empty()) return fail("'<>' is empty");
    std::string_view called = parts[0];
    parts.erase(parts.begin());
    item.low = INT32_MIN;
    item.high = INT32_MAX;
    if (const std::size_t equals = called.find('='); equals != std::string_view::npos) {
      if (!to_int(called.substr(equals + 1), item.low)) return fail(fmt::format("'{}' is no number", called));
      item.high = item.low;
      called = called.substr(0, equals);
    }
    if (!parts.empty() && parts[0].find("..") != std::string_view::npos) {
      const std::size_t dots = parts[0].find("..");
      if (!to_int(parts[0].substr(0, dots), item.low) || !to_int(parts[0].substr(dots + 2), item.high)) {
        return fail(fmt::format("'{}' is no pair of bounds", parts[0]));
      }
      parts.erase(parts.begin());
    }
    if (!parts.empty()) {
      item.field = find_field(parts[0]);
      if (item.field == Field::count && parts[0] != "-") {
        return fail(fmt::format("unknown field '{}'{}", parts[0],
                                rules::did_you_mean(parts[0], {kFieldNames.begin(), kFieldNames.end()})));
      }
    }
    const auto* number = std::ranges::find(kNumberNames, called, &NumberName::name);
    if (number != kNumberNames.end()) {
      item.kind = number->kind;
      return true;
    }
    item.kind = ItemKind::cls;
    item.cls = lexicon.find_class(called);
    if (item.cls == rules::kNoClass) {
      return fail(fmt::format("unknown class <{}>{}", called, rules::did_you_mean(called, lexicon.class_list())));
    }
    if (parts.empty() && item.low == INT32_MIN) item.field = find_field(called);
    return true;
  }

  // Words and marks as they are: "a.m." is four items.
  Program spelled(Item first, std::string_view literal) {
    Program program;
    bool head = true;
    while (!literal.empty()) {
      Item item = first;
      if (!head) item.tight = true;
      head = false;
      std::size_t length = 0;
      const text::CodePoint c = text::decode(literal, 0);
      const bool apostrophe = c.value == U'\'' && literal.size() > 1;  // of "'s" and "o'clock"
      if (text::char_class(c.value) == text::CharClass::punctuation && !apostrophe) {
        item.kind = ItemKind::mark;
        item.value = c.value;
        length = c.length;
      } else if (text::char_class(c.value) == text::CharClass::digit) {
        while (length < literal.size() && literal[length] >= '0' && literal[length] <= '9') ++length;
        item.kind = ItemKind::digits;
        if (length == 0 || !to_int(literal.substr(0, length), item.low)) {
          fail(fmt::format("'{}' is no number", literal));
          return {};
        }
        item.high = item.low;
      } else {
        while (length < literal.size()) {
          const text::CodePoint next = text::decode(literal, length);
          const text::CharClass cls = text::char_class(next.value);
          if ((cls == text::CharClass::punctuation && next.value != U'\'') || cls == text::CharClass::digit) break;
          length += next.length;
        }
        item.kind = ItemKind::word;
        item.value = add_word(literal.substr(0, length));
      }
      literal.remove_prefix(length);
      program.push_back(of(item));
    }
    if (program.empty()) fail("a word is missing");
    return program;
  }

  text::WordId add_word(std::string_view spelling) {
    const text::WordId word = lexicon.vocabulary().add(text::fold(spelling));
    rules::Sense sense;
    sense.cls = grammar.word_class;
    sense.value = static_cast<std::int32_t>(word);
    sense.lemma = word;
    lexicon.add(spelling, sense);
    return word;
  }
};

Result<void> PatternCompiler::define(std::string_view file, int line, std::string_view name, std::string body) {
  Parser check{lexicon_, grammar_, macros_, body, 0, 0, {}};
  (void)check.alternatives('\0');
  if (!check.error.empty()) return Error{check.error, std::string(file), line};
  macros_[std::string(name)] = std::move(body);
  return {};
}

Result<Program> PatternCompiler::compile(std::string_view file, int line, std::string_view pattern,
                                         std::uint32_t& frames) {
  Parser parser{lexicon_, grammar_, macros_, pattern, 0, 0, {}};
  Program program = parser.alternatives('\0');
  parser.blanks();
  if (parser.error.empty() && !parser.rest.empty())
    parser.error = fmt::format("'{}' is one too many", parser.rest.front());
  if (!parser.error.empty()) return Error{parser.error, std::string(file), line};
  program.emplace_back();  // accept
  frames = parser.frames;
  return program;
}

Result<Neighbours> PatternCompiler::neighbours(std::string_view file, const Line& line) {
  Neighbours all;
  for (const std::string_view piece : rules::split(line.rest, "|")) {
    if (piece == "EDGE") {
      all.edge = true;
    } else if (piece == "CLITIC") {
      all.clitic = true;
    } else if (piece == "NUMBER") {
      all.number = true;
    } else if (piece == "CAPITAL") {
      all.capital = true;
    } else if (piece == "QUOTED") {
      all.quoted = true;
    } else {
      Parser parser{lexicon_, grammar_, macros_, piece, 0, 0, {}};
      const Program program = parser.item();
      if (!parser.error.empty()) return Error{parser.error, std::string(file), line.number};
      if (program.size() != 1)
        return Error{fmt::format("'{}' is more than one word", piece), std::string(file), line.number};
      all.items.push_back(program.front().item);
    }
  }
  return all;
}

Result<Frame> PatternCompiler::constants(std::string_view file, const Line& line, Rule& rule) {
  Frame frame;
  for (const std::string_view piece : rules::split(line.rest, " ")) {
    if (piece == "range") {
      rule.range = true;
      continue;
    }
    if (piece == "list") {
      rule.list = true;
      continue;
    }
    if (const auto* kind = std::ranges::find(kKindNames, piece, &KindName::name); kind != kKindNames.end()) {
      frame.kind = kind->kind;
      continue;
    }
    const std::size_t equals = piece.find('=');
    const Field field = find_field(piece.substr(0, equals));
    std::int32_t value = 0;
    if (equals == std::string_view::npos || field == Field::count || !to_int(piece.substr(equals + 1), value)) {
      return Error{fmt::format("'{}' is neither a kind nor field=number", piece), std::string(file), line.number};
    }
    frame.set(field, value);
  }
  return frame;
}

}  // namespace tarikh::timex
