// The shipped time rules of one language, compiled once for all tests.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "text/tokens.h"
#include "timex/tagger.h"

namespace tarikh::timex {

inline RuleSource shipped(const std::string& name) {
  std::ifstream in(std::filesystem::path(TARIKH_SOURCE_DIR) / "extractor/data" / name, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return {name, std::move(text).str()};
}

inline std::vector<RuleSource> shipped_sources() {
  std::vector<RuleSource> sources;
  for (const char* name : {"ar/time_numbers.lex", "ar/time.lex", "ar/time.rules", "ar/time_relative.rules",
                           "en/time_numbers.lex", "en/time.lex", "en/time.rules", "en/time_relative.rules"}) {
    sources.push_back(shipped(name));
  }
  return sources;
}

/// A lexicon, its rules, and a tagger that is reused from test to test as in a worker.
class Tagging {
 public:
  explicit Tagging(const std::string& language) : lexicon(language) {
    const RuleSource verbs = shipped(language + "/verbs.lex");  // parts of the verbs that time.lex names
    if (Result<void> loaded = lexicon.load_verbs(verbs.path, verbs.text); !loaded) {
      error = loaded.error().to_string();
      return;
    }
    Result<TimeRules> compiled = TimeRules::compile(lexicon, shipped_sources(), table);
    if (!compiled) {
      error = compiled.error().to_string();
      return;
    }
    rules = std::make_unique<TimeRules>(std::move(*compiled));
    tagger = std::make_unique<TimeTagger>(*rules, lexicon);
    analyzer = std::make_unique<text::Analyzer>(lexicon.vocabulary());
    cache = std::make_unique<rules::WordCache>(lexicon);
  }

  std::vector<Timex> tag(std::string_view text, std::string_view dct = {}) {
    std::vector<Timex> found;
    text::tokenize(text, *analyzer, tokens);
    text::split_sentences(*analyzer, {}, tokens);
    cache->update(*analyzer);
    tagger->tag(tokens, *analyzer, *cache, parse_iso_day(dct), found);
    return found;
  }

  /// "words=value; words=value"
  std::string read(std::string_view text, std::string_view dct = {}) {
    std::string all;
    for (const Timex& t : tag(text, dct)) {
      all += fmt::format("{}{}={}", all.empty() ? "" : "; ", text.substr(t.span.begin, t.span.end - t.span.begin), t.value);
    }
    return all;
  }

  rules::Lexicon lexicon;
  rules::RuleTable table;
  std::string error;
  std::unique_ptr<TimeRules> rules;
  std::unique_ptr<TimeTagger> tagger;
  std::unique_ptr<text::Analyzer> analyzer;
  std::unique_ptr<rules::WordCache> cache;
  text::Tokens tokens;
};

inline Tagging& arabic() {
  static Tagging tagging("ar");
  return tagging;
}
inline Tagging& english() {
  static Tagging tagging("en");
  return tagging;
}

}  // namespace tarikh::timex
