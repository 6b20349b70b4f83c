// Runs the time tagger alone over rows or documents and prints what it found, for the scoring scripts.
//   timex_probe rows DATA_DIR < rows.tsv      id, language, DCT, text -> id, words, first day, last day
//   timex_probe docs DATA_DIR LANG DCT < text -> one TIMEX3 record per line (JSON, code points)
//   timex_probe numbers DATA_DIR < rows.tsv   id, language, -, text -> id, number read at its beginning
//   timex_probe check DATA_DIR                runs the examples of all rules
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>

#include "text/tokens.h"
#include "text/utf8.h"
#include "timex/numbers.h"
#include "timex/pattern.h"
#include "timex/tagger.h"

namespace {

using namespace tarikh;

std::string read_all(std::istream& in) {
  std::ostringstream all;
  all << in.rdbuf();
  return std::move(all).str();
}

std::vector<RuleSource> load(const std::filesystem::path& dir) {
  std::vector<RuleSource> sources;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dir)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    sources.push_back({std::filesystem::relative(entry.path(), dir).generic_string(), read_all(in)});
  }
  std::sort(sources.begin(), sources.end(), [](const RuleSource& a, const RuleSource& b) { return a.path < b.path; });
  return sources;
}

// The tagger of one language with everything it needs.
struct Language {
  rules::Lexicon lexicon;
  std::unique_ptr<tarikh::timex::TimeRules> rules;
  std::unique_ptr<tarikh::timex::TimeTagger> tagger;
  std::unique_ptr<text::Analyzer> analyzer;
  std::unique_ptr<rules::WordCache> cache;
  std::vector<bool> abbreviations;
  text::Tokens tokens;

  Language(const std::string& name, const std::vector<RuleSource>& sources, rules::RuleTable& table) : lexicon(name) {
    for (const RuleSource& s : sources) {
      if (s.path == name + "/verbs.lex") check(lexicon.load_verbs(s.path, s.text));
    }
    for (const RuleSource& s : sources) {
      if (s.path == name + "/grammar.lex") {
        for (const rules::Block& block : take(rules::parse_blocks(s.path, s.text))) (void)lexicon.load_block(s.path, block);
      }
    }
    for (const RuleSource& s : sources) {
      if (s.path == name + "/verbs.lex") verbs(s);
    }
    rules = std::make_unique<tarikh::timex::TimeRules>(take(tarikh::timex::TimeRules::compile(lexicon, sources, table)));
    tagger = std::make_unique<tarikh::timex::TimeTagger>(*rules, lexicon);
    analyzer = std::make_unique<text::Analyzer>(lexicon.vocabulary());
    cache = std::make_unique<rules::WordCache>(lexicon);
    const rules::ClassId cls = lexicon.find_class("abbreviation");
    abbreviations.resize(lexicon.vocabulary().size());
    for (text::WordId word = 0; word < abbreviations.size(); ++word) {
      for (const rules::Sense& sense : lexicon.senses(word)) abbreviations[word] = abbreviations[word] || sense.cls == cls;
    }
  }

  // Every verb of the list, so that the tense of a clause is known.
  void verbs(const RuleSource& source) {
    for (const rules::Block& block : take(rules::parse_blocks(source.path, source.text))) {
      const rules::Sense sense{.cls = lexicon.intern_class("verb"), .pos = rules::Pos::verb, .value = 0, .features = {}, .lemma = 0};
      (void)lexicon.add_inflected(block.head.whole, sense);
    }
  }

  void tag(std::string_view text, std::optional<date::sys_days> dct, std::vector<Timex>& out) {
    text::tokenize(text, *analyzer, tokens);
    text::split_sentences(*analyzer, abbreviations, tokens);
    cache->update(*analyzer);
    tagger->tag(tokens, *analyzer, *cache, dct, out);
  }

  static void check(const Result<void>& result) {
    if (result) return;
    std::cerr << result.error().to_string() << '\n';
    std::exit(2);
  }
  template <class T>
  static T take(Result<T> result) {
    if (result) return std::move(*result);
    std::cerr << result.error().to_string() << '\n';
    std::exit(2);
  }
};

// The part of a date that "early", "mid-" and "late" leave: thirds of months, years, decades.
Date narrowed(const Date& d, Modifier mod) {
  if (mod != Modifier::start && mod != Modifier::mid && mod != Modifier::end) return d;
  const int third = mod == Modifier::start ? 0 : mod == Modifier::mid ? 1 : 2;
  const date::year_month_day first{d.first};
  Date n = d;
  if (d.granularity == Granularity::month) {
    n.first = d.first + date::days{10 * third};
    if (third < 2) n.last = d.first + date::days{10 * third + 9};
  } else if (d.granularity == Granularity::week) {
    n.first = d.first + date::days{third == 0 ? 0 : third == 1 ? 1 : 4};
    n.last = d.first + date::days{third == 0 ? 2 : third == 1 ? 4 : 6};
  } else if (d.granularity == Granularity::year) {
    n.first = date::sys_days{first.year() / date::month{static_cast<unsigned>(4 * third + 1)} / 1};
    n.last = date::sys_days{first.year() / date::month{static_cast<unsigned>(4 * third + 4)} / date::last};
  }
  return n;
}

std::string unescaped(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '\\' || i + 1 == s.size()) {
      out.push_back(s[i]);
      continue;
    }
    const char c = s[++i];
    out.push_back(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c);
  }
  return out;
}

std::string escaped(std::string_view s) {
  std::string out;
  for (const char c : s) {
    if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (c == '\r') out += "\\r";
    else out.push_back(c);
  }
  return out;
}

std::string day_or_empty(const Date& d, bool first) { return to_iso(first ? d.first : d.last); }

int rows(std::map<std::string, Language*>& languages) {
  std::vector<Timex> found;
  for (std::string line; std::getline(std::cin, line);) {
    std::array<std::string, 4> cells;
    std::istringstream in(line);
    for (std::string& cell : cells) std::getline(in, cell, '\t');
    const auto language = languages.find(cells[1]);
    if (language == languages.end()) continue;
    const std::string text = unescaped(cells[3]);
    language->second->tag(text, parse_iso_day(std::string_view(cells[2]).substr(0, 10)), found);
    const auto print = [&](std::uint32_t begin, std::uint32_t end, const std::string& from, const std::string& to, const std::string& value) {
      std::cout << cells[0] << '\t' << escaped(std::string_view(text).substr(begin, end - begin)) << '\t' << from << '\t' << to
                << '\t' << value << '\n';
    };
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Timex& t = found[i];
      if (t.date) {
        const Date d = narrowed(*t.date, t.mod);
        print(t.span.begin, t.span.end, day_or_empty(d, true), day_or_empty(d, false), t.value);
      } else {
        print(t.span.begin, t.span.end, "", "", t.value);
      }
      // "منذ يومين" as the day it began.
      if (t.type == TimexType::duration && !t.date && !t.begin_point.empty() && t.begin_point.size() == 10) {
        print(t.span.begin, t.span.end, t.begin_point, t.begin_point, "begin");
      }
      // The two ends of a range, as one interval.
      if (i > 0 && t.date && found[i - 1].date && !t.end_point.empty() && t.end_point == found[i - 1].end_point) {
        print(found[i - 1].span.begin, t.span.end, day_or_empty(*found[i - 1].date, true), day_or_empty(*t.date, false), "range");
      }
    }
  }
  return 0;
}

int document(Language& language, std::string_view dct, const rules::RuleTable& table) {
  const std::string text = read_all(std::cin);
  std::vector<Timex> found;
  language.tag(text, parse_iso_day(dct), found);
  std::vector<std::uint32_t> points(text.size() + 1, 0);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t length = text::decode(text, at).length;
    for (std::uint32_t i = 0; i < length; ++i) points[at + i] = count;
    at += length;
    points[at] = ++count;
  }
  constexpr std::array<std::string_view, 8> kMods{"", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE"};
  constexpr std::array<std::string_view, 4> kTypes{"DATE", "TIME", "DURATION", "SET"};
  constexpr std::array<std::string_view, 4> kResolutions{"none", "explicit", "dct", "anchor"};
  for (const Timex& t : found) {
    std::string words(std::string_view(text).substr(t.span.begin, t.span.end - t.span.begin));
    std::cout << fmt::format(R"({{"start":{},"end":{},"text":"{}","type":"{}","value":"{}","resolution":"{}","mod":"{}","quant":"{}","freq":"{}","beginPoint":"{}","endPoint":"{}","hijri":"{}","note":"{}","rule":"{}"}})",
                             points[t.span.begin], points[t.span.end], escaped(words), kTypes[static_cast<std::size_t>(t.type)],
                             t.value, kResolutions[static_cast<std::size_t>(t.resolution)],
                             kMods[static_cast<std::size_t>(t.mod)], t.quant, t.freq, t.begin_point, t.end_point, t.hijri, t.note, table.describe(t.rule))
              << '\n';
  }
  return 0;
}

// "-١٢/١٠", "2 مليون", "21st" as one number.
std::string number_of(Language& language, std::string_view text) {
  std::vector<Timex> ignored;
  language.tag(text, {}, ignored);
  const text::Tokens& t = language.tokens;
  const tarikh::timex::NumberReader reader(language.rules->grammar().numbers, t, *language.analyzer, *language.cache);
  const auto count = static_cast<std::uint32_t>(t.tokens.size());
  std::uint32_t at = 0;
  const bool negative = count > 1 && t.is(0, U'-');
  if (negative) ++at;
  tarikh::timex::Number number;
  if (at >= count || !reader.read(at, number)) return {};
  double value = static_cast<double>(number.value);
  const auto tail = [&](std::uint32_t token) {
    double scale = 1;
    for (int i = 0; i < t.tokens[token].digits; ++i) scale *= 10;
    return static_cast<double>(t.tokens[token].value) / scale;
  };
  tarikh::timex::Number next;
  if (number.fraction) value += tail(number.last - 1);
  if (number.last + 1 < count && t.is(number.last, U'/') && reader.read(number.last + 1, next) && next.value != 0) {
    value /= static_cast<double>(next.value);
    number.last = next.last;
  } else if (number.last + 1 < count && t.words(t.tokens[number.last].span) == "فاصلة" && reader.read(number.last + 1, next)) {
    value += static_cast<double>(next.value) / 10;
    number.last = next.last;
  }
  if (number.last != count) return {};
  return fmt::format("{}{}", negative ? "-" : "", value);
}

int numbers(std::map<std::string, Language*>& languages) {
  for (std::string line; std::getline(std::cin, line);) {
    std::array<std::string, 4> cells;
    std::istringstream in(line);
    for (std::string& cell : cells) std::getline(in, cell, '\t');
    const auto language = languages.find(cells[1]);
    if (language != languages.end()) std::cout << cells[0] << '\t' << number_of(*language->second, unescaped(cells[3])) << '\n';
  }
  return 0;
}

int check_examples(const std::map<std::string, Language*>& languages) {
  std::size_t failures = 0;
  for (const auto& [name, language] : languages) {
    for (const ExampleFailure& f : language->rules->run_examples(language->lexicon)) {
      ++failures;
      std::cout << fmt::format("{}:{}: {}\n  want {}\n  have {}\n", f.file, f.line, f.text, f.want, f.have);
    }
    std::cout << fmt::format("{}: {} examples\n", name, language->rules->example_count());
  }
  return failures == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv, argv + argc);
  if (arguments.size() < 3) return 2;
  const std::vector<RuleSource> sources = load(arguments[2]);
  rules::RuleTable table;
  Language arabic("ar", sources, table);
  Language english("en", sources, table);
  std::map<std::string, Language*> languages{{"ar", &arabic}, {"en", &english}};
  if (arguments[1] == "rows") return rows(languages);
  if (arguments[1] == "numbers") return numbers(languages);
  if (arguments[1] == "check") return check_examples(languages);
  if (arguments[1] == "docs" && arguments.size() == 5) return document(*languages.at(arguments[3]), arguments[4], table);
  return 2;
}
