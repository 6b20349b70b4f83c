// Rule files -> Grammar: lexica first, then macros and rules in file order.
#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "text/fold.h"
#include "timex/pattern.h"
#include "timex/tagger.h"

namespace tarikh::timex {
namespace {

using rules::Block;
using rules::Line;

class Loader {
 public:
  Loader(rules::Lexicon& lexicon, Grammar& grammar, rules::RuleTable& table)
      : lexicon_(lexicon), grammar_(grammar), table_(table), compiler_(lexicon, grammar) {}

  Result<void> load_lexicon(std::string_view file, const Block& block) {
    const std::vector<std::string_view> head = rules::split(block.head.rest, " ");
    if (head.empty()) return Error{"'lexicon' needs a name", std::string(file), block.head.number};
    if (head.size() > 1 && head[1] != "particle") return lexicon_.load_block(file, block);  // words that are inflected
    rules::Sense sense;
    sense.cls = lexicon_.intern_class(head[0]);
    sense.pos = head.size() > 1 && head[1] == "particle" ? rules::Pos::particle : rules::Pos::noun;
    for (const Line& line : block.body) {
      std::string_view forms = line.whole;
      sense.value = 0;
      const char* end = line.keyword.data() + line.keyword.size();
      if (std::from_chars(line.keyword.data(), end, sense.value).ptr == end) forms = line.rest;
      for (const std::string_view form : rules::split(forms, "|")) {
        if (Result<void> added = add(form, sense); !added)
          return Error{added.error().message, std::string(file), line.number};
      }
    }
    return {};
  }

  Result<void> load_macro(std::string_view file, const Block& block) {
    std::string body(block.head.rest.substr(std::min(block.head.rest.size(), block.head.rest.find(' '))));
    const std::string_view name = block.head.rest.substr(0, block.head.rest.find(' '));
    for (const Line& line : block.body) {
      if (!rules::trim(body).empty()) body += " | ";
      body += line.whole;
    }
    return compiler_.define(file, block.head.number, name, std::move(body));
  }

  Result<void> load_rule(const std::string& file, const Block& block) {
    Rule rule;
    rule.id = table_.add(file, block.head.number, block.head.rest);
    bool has_example = false;
    std::vector<const Line*> matches;
    for (const Line& line : block.body) {
      if (line.keyword == "match") {
        matches.push_back(&line);
      } else if (line.keyword == "example" || line.keyword == "reject") {
        has_example = has_example || line.keyword == "example" || rule.constants.kind == Kind::none;
        grammar_.examples.push_back({line.number, std::string(line.rest), line.keyword == "reject", file});
      } else if (Result<void> read = condition(file, line, rule); !read) {
        return read;
      }
    }
    if (matches.empty()) return Error{"the rule has no 'match'", file, block.head.number};
    if (!has_example) return Error{"the rule has no 'example'", file, block.head.number};
    for (const Line* line : matches) {
      Rule variant = rule;
      Result<Program> program = compiler_.compile(file, line->number, line->rest, variant.frames);
      if (!program) return program.error();
      if (variant.frames > 3) return Error{"more than three {…}", file, line->number};
      variant.program = std::move(*program);
      grammar_.rules.push_back(std::move(variant));
    }
    return {};
  }

 private:
  Result<void> condition(const std::string& file, const Line& line, Rule& rule) {
    if (line.keyword == "value") {
      Result<Frame> constants = compiler_.constants(file, line, rule);
      if (!constants) return constants.error();
      rule.constants = *constants;
      return {};
    }
    static constexpr std::array<std::string_view, 4> kNames{"after", "not_after", "before", "not_before"};
    const std::array<Neighbours*, 4> slots{&rule.after, &rule.not_after, &rule.before, &rule.not_before};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      if (line.keyword != kNames[i]) continue;
      Result<Neighbours> read = compiler_.neighbours(file, line);
      if (!read) return read.error();
      *slots[i] = std::move(*read);
      return {};
    }
    return Error{fmt::format("unknown keyword '{}'{}", line.keyword,
                             rules::did_you_mean(line.keyword, {"match", "value", "after", "not_after", "before",
                                                                "not_before", "example", "reject"})),
                 file, line.number};
  }

  Result<void> add(std::string_view spelling, const rules::Sense& sense) {
    // "'s" is a token of its own in the text.
    std::string form(spelling);
    for (std::size_t at = 0; (at = form.find("'s", at)) != std::string::npos; at += 2) {
      if (at > 0 && (at + 2 == form.size() || form[at + 2] == ' ')) form.replace(at, 2, " s");
    }
    const std::string folded = text::fold(form);
    const bool phrase =
        std::ranges::any_of(folded, [](char c) { return c == ' ' || c == '-' || c == '.' || (c >= '0' && c <= '9'); });
    if (!phrase) {
      for (const rules::Sense& known : lexicon_.senses(lexicon_.vocabulary().find(folded))) {
        if (known.cls == sense.cls && known.value != sense.value) {
          return Error{fmt::format("'{}' has two values in <{}>", spelling, lexicon_.class_name(sense.cls))};
        }
      }
      lexicon_.add(form, sense);
      return {};
    }
    grammar_.phrases.add(lexicon_.vocabulary(), folded, static_cast<std::uint32_t>(grammar_.phrase_senses.size()));
    grammar_.phrase_senses.push_back({sense.cls, sense.value});
    rules::Sense head;
    head.cls = grammar_.phrase_class;
    const auto add_head = [&](const std::string& word) {
      head.value = static_cast<std::int32_t>(lexicon_.vocabulary().add(word));
      grammar_.phrase_symbols[static_cast<std::uint32_t>(head.value)] |= class_symbol(sense.cls);
      lexicon_.add(word, head);
    };
    const std::string first = folded.substr(0, folded.find_first_of(" -.0123456789"));
    add_head(first);
    if (first.starts_with("ال") && first.size() > 6) add_head(first.substr(4));
    return {};
  }

  rules::Lexicon& lexicon_;
  Grammar& grammar_;
  rules::RuleTable& table_;
  PatternCompiler compiler_;
};

}  // namespace

TimeRules::TimeRules() : grammar_(std::make_unique<Grammar>()) {}
TimeRules::TimeRules(TimeRules&&) noexcept = default;
TimeRules& TimeRules::operator=(TimeRules&&) noexcept = default;
TimeRules::~TimeRules() = default;

std::size_t TimeRules::example_count() const { return grammar_->examples.size(); }

Result<TimeRules> TimeRules::compile(rules::Lexicon& lexicon, std::span<const RuleSource> sources,
                                     rules::RuleTable& table) {
  TimeRules rules;
  Grammar* grammar = rules.grammar_.get();
  grammar->language = lexicon.language();
  const std::string prefix = lexicon.language() + "/time";
  std::vector<const RuleSource*> files;
  for (const RuleSource& source : sources) {
    if (source.path.starts_with(prefix) && (source.path.ends_with(".lex") || source.path.ends_with(".rules"))) files.push_back(&source);
  }
  std::ranges::stable_sort(files, {}, [](const RuleSource* s) { return s->path.ends_with(".rules"); });
  grammar->word_class = lexicon.intern_class("time_word");
  grammar->phrase_class = lexicon.intern_class("time_phrase");
  grammar->month_class = lexicon.intern_class("month");
  grammar->numbers = number_classes(lexicon);
  if (lexicon.language() == "ar") grammar->and_word = lexicon.vocabulary().add("و");
  Loader loader(lexicon, *grammar, table);
  for (const RuleSource* file : files) {
    const RuleSource& source = *file;
    Result<std::vector<Block>> blocks = rules::parse_blocks(source.path, source.text);
    if (!blocks) return blocks.error();
    for (const Block& block : *blocks) {
      Result<void> loaded;
      if (block.head.keyword == "lexicon") {
        loaded = loader.load_lexicon(source.path, block);
      } else if (block.head.keyword == "macro") {
        loaded = loader.load_macro(source.path, block);
      } else if (block.head.keyword == "rule") {
        loaded = loader.load_rule(source.path, block);
      } else {
        loaded = Error{fmt::format("unknown keyword '{}'{}", block.head.keyword,
                                   rules::did_you_mean(block.head.keyword, {"lexicon", "macro", "rule"})),
                       source.path, block.head.number};
      }
      if (!loaded) return loaded.error();
    }
  }
  build_index(*grammar, lexicon);
  return rules;
}

}  // namespace tarikh::timex
