// Runs the time tagger alone over rows or documents and prints what it found, for the scoring scripts.
//   timex_probe records DATA_DIR < rows.tsv   id, language, DCT, text -> one document record per row (JSON)
//   timex_probe numbers DATA_DIR < rows.tsv   id, language, -, text -> id, number read at its beginning
//   timex_probe check DATA_DIR                runs the examples of all rules
//   timex_probe speed DATA_DIR LANG RUNS < text
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
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
        for (const rules::Block& block : take(rules::parse_blocks(s.path, s.text)))
          (void)lexicon.load_block(s.path, block);
      }
    }
    for (const RuleSource& s : sources) {
      if (s.path == name + "/verbs.lex") verbs(s);
    }
    rules =
        std::make_unique<tarikh::timex::TimeRules>(take(tarikh::timex::TimeRules::compile(lexicon, sources, table)));
    tagger = std::make_unique<tarikh::timex::TimeTagger>(*rules, lexicon);
    analyzer = std::make_unique<text::Analyzer>(lexicon.vocabulary());
    cache = std::make_unique<rules::WordCache>(lexicon);
    const rules::ClassId cls = lexicon.find_class("abbreviation");
    abbreviations.resize(lexicon.vocabulary().size());
    for (text::WordId word = 0; word < abbreviations.size(); ++word) {
      for (const rules::Sense& sense : lexicon.senses(word))
        abbreviations[word] = abbreviations[word] || sense.cls == cls;
    }
  }

  // Every verb of the list, so that the tense of a clause is known.
  void verbs(const RuleSource& source) {
    for (const rules::Block& block : take(rules::parse_blocks(source.path, source.text))) {
      const rules::Sense sense{
          .cls = lexicon.intern_class("verb"), .pos = rules::Pos::verb, .value = 0, .features = {}, .lemma = 0};
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

std::string json_string(std::string_view s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') out.push_back('\\');
    if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    else
      out.push_back(c);
  }
  out.push_back('"');
  return out;
}

// Code points before each byte.
std::vector<std::uint32_t> code_points(std::string_view text) {
  std::vector<std::uint32_t> points(text.size() + 1, 0);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t length = text::decode(text, at).length;
    for (std::uint32_t i = 0; i < length; ++i) points[at + i] = count;
    at += length;
    points[at] = ++count;
  }
  return points;
}

// The fields of a document record, see docs/reference/records.md.
std::string json_record(const Timex& t, std::string_view text, const std::vector<std::uint32_t>& points,
                        const rules::RuleTable& table) {
  std::string out =
      fmt::format(R"({{"start":{},"end":{},"text":{},"type":"{}","value":"{}","resolution":"{}")", points[t.span.begin],
                  points[t.span.end], json_string(text.substr(t.span.begin, t.span.end - t.span.begin)),
                  to_string(t.type), t.value, to_string(t.resolution));
  const auto field = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format(R"(,"{}":{})", name, json_string(value));
  };
  field("mod", to_string(t.mod));
  field("quant", t.quant);
  field("freq", t.freq);
  field("beginPoint", t.begin_point);
  field("endPoint", t.end_point);
  field("hijri", t.hijri);
  if (t.date) {
    field("first", to_iso(t.date->first));
    field("last", to_iso(t.date->last));
  }
  field("note", t.note);
  field("rule", table.describe(t.rule));
  return out + "}";
}

int records(std::map<std::string, Language*>& languages, const rules::RuleTable& table) {
  std::vector<Timex> found;
  for (std::string line; std::getline(std::cin, line);) {
    std::array<std::string, 4> cells;
    std::istringstream in(line);
    for (std::string& cell : cells) std::getline(in, cell, '\t');
    const auto language = languages.find(cells[1]);
    if (language == languages.end()) continue;
    const std::string text = unescaped(cells[3]);
    language->second->tag(text, parse_iso_day(std::string_view(cells[2]).substr(0, 10)), found);
    const std::vector<std::uint32_t> points = code_points(text);
    std::cout << fmt::format(R"({{"doc":{},"timexes":[)", json_string(cells[0]));
    for (std::size_t i = 0; i < found.size(); ++i) {
      std::cout << (i == 0 ? "" : ",") << json_record(found[i], text, points, table);
    }
    std::cout << "]}\n";
  }
  return 0;
}

// Megabytes per second of tagging, reading left out: the best of the runs. Documents end at a form feed.
int speed(Language& language, int runs) {
  const std::string text = read_all(std::cin);
  std::vector<Timex> found;
  double best = 1e9;
  std::size_t expressions = 0;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    expressions = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\f', begin), text.size());
      language.tag(std::string_view(text).substr(begin, end - begin), parse_iso_day("2024-07-04"), found);
      expressions += found.size();
      begin = end + 1;
    }
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::cout << fmt::format("{:.1f} MB/s, {} expressions\n", static_cast<double>(text.size()) / 1e6 / best, expressions);
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
  } else if (number.last + 1 < count && t.words(t.tokens[number.last].span) == "فاصلة" &&
             reader.read(number.last + 1, next)) {
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
    if (language != languages.end())
      std::cout << cells[0] << '\t' << number_of(*language->second, unescaped(cells[3])) << '\n';
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
  if (arguments[1] == "records") return records(languages, table);
  if (arguments[1] == "numbers") return numbers(languages);
  if (arguments[1] == "check") return check_examples(languages);
  if (arguments[1] == "speed" && arguments.size() == 5)
    return speed(*languages.at(arguments[3]), std::stoi(arguments[4]));
  return 2;
}
