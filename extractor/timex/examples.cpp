// The `example` and `reject` lines of time rules:
//   example dct=2024-07-04 "met on Monday" -> "Monday" = 2024-07-01
//   example "from 2001 to 2005" -> "2001" = 2001 ; "2005" = 2005
//   reject  "the secretary general"
#include <algorithm>

#include <fmt/format.h>

#include "timex/pattern.h"
#include "timex/tagger.h"

namespace tarikh::timex {
namespace {

struct Wanted {
  std::string_view words;
  std::string_view value;
};

struct Parsed {
  std::optional<date::sys_days> dct;
  std::string_view text;
  std::vector<Wanted> wanted;
  bool valid = false;
};

// Takes "…" off the front.
bool take_quoted(std::string_view& rest, std::string_view& out) {
  rest = rules::trim(rest);
  if (!rest.starts_with('"')) return false;
  const std::size_t end = rest.find('"', 1);
  if (end == std::string_view::npos) return false;
  out = rest.substr(1, end - 1);
  rest = rules::trim(rest.substr(end + 1));
  return true;
}

Parsed parse(std::string_view rest) {
  Parsed p;
  if (rest.starts_with("dct=")) {
    p.dct = parse_iso_day(rest.substr(4, 10));
    if (!p.dct) return p;
    rest.remove_prefix(std::min<std::size_t>(rest.size(), 14));
  }
  if (!take_quoted(rest, p.text)) return p;
  p.valid = rest.empty();
  if (!rest.starts_with("->")) return p;
  rest.remove_prefix(2);
  for (const std::string_view piece : rules::split(rest, " ; ")) {
    std::string_view left = piece;
    Wanted w;
    if (!take_quoted(left, w.words)) return p;
    if (left.starts_with('=')) w.value = rules::trim(left.substr(1));
    p.wanted.push_back(w);
  }
  p.valid = !p.wanted.empty();
  return p;
}

}  // namespace

std::vector<ExampleFailure> TimeRules::run_examples(const rules::Lexicon& lexicon, std::string_view file) const {
  text::Analyzer analyzer(lexicon.vocabulary());
  rules::WordCache cache(lexicon);
  text::Tokens tokens;
  TimeTagger tagger(*this, lexicon);
  std::vector<Timex> timexes;
  std::vector<ExampleFailure> failures;
  for (const Example& example : grammar_->examples) {
    if (!file.empty() && example.file != file) continue;
    const Parsed parsed = parse(example.rest);
    std::string want;
    std::string have;
    if (!parsed.valid || parsed.wanted.empty() != example.reject) {
      want = "\"text\" -> \"words\" = VALUE, or only \"text\" after reject";
      have = example.rest;
    } else {
      text::tokenize(parsed.text, analyzer, tokens);
      text::split_sentences(analyzer, {}, tokens);
      cache.update(analyzer);
      tagger.tag(tokens, analyzer, cache, parsed.dct, timexes);
      const auto write = [](std::string& to, std::string_view words, std::string_view value) {
        to += fmt::format("{}\"{}\" = {}", to.empty() ? "" : " ; ", words, value);
      };
      for (const Wanted& w : parsed.wanted) write(want, w.words, w.value);
      for (const Timex& t : timexes) write(have, tokens.words(t.span), t.value);
    }
    if (want != have) {
      failures.push_back({example.file, example.line, std::string(parsed.text), want.empty() ? "nothing" : want,
                          have.empty() ? "nothing" : have});
    }
  }
  return failures;
}

}  // namespace tarikh::timex
