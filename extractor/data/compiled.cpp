#include "data/compiled.h"

#include <algorithm>
#include <deque>
#include <future>
#include <map>
#include <set>

#include <fmt/format.h>

#include "entity/tsv.h"
#include "rules/source.h"
#include "tarikh/event_types.h"
#include "text/vocabulary.h"

namespace tarikh {
namespace {

using SourceMap = std::map<std::string, RuleSource, std::less<>>;

Result<std::vector<EventType>> read_types(const RuleSource& source) {
  const auto rows = entity::parse_tsv(source.path, source.text,
                                      {"id", "label_ar", "label_en", "phases", "once_only", "on_page", "color", "plover", "cameo"});
  if (!rows) return rows.error();
  std::vector<EventType> types;
  for (const entity::TsvRow& row : *rows) {
    const auto& c = row.cells;
    for (const std::size_t column : {std::size_t{4}, std::size_t{5}}) {
      if (c[column] != "yes" && c[column] != "no") {
        return Error{fmt::format("'{}' where yes or no is expected", c[column]), source.path, row.line};
      }
    }
    std::vector<std::string> phases;
    for (const std::string_view phase : rules::split(c[3], "|")) phases.emplace_back(phase);
    types.push_back({.id = std::string(c[0]), .label_ar = std::string(c[1]), .label_en = std::string(c[2]),
                     .phases = std::move(phases), .once_only = c[4] == "yes",
                     .on_page = c[5] == "yes", .color = std::string(c[6]), .plover = std::string(c[7]), .cameo = std::string(c[8])});
  }
  return types;
}

// Files of one language by what they are.
struct LanguageFiles {
  std::vector<RuleSource> words, time, events;
  const RuleSource* verbs = nullptr;
  const RuleSource* nouns = nullptr;
};

LanguageFiles files_of(const std::string& language, const SourceMap& sources) {
  LanguageFiles files;
  for (const auto& [path, source] : sources) {
    if (!path.starts_with(language + "/")) continue;
    const std::string_view name = std::string_view(path).substr(language.size() + 1);
    if (name == "verbs.lex") {
      files.verbs = &source;
    } else if (name == "nouns.lex") {
      files.nouns = &source;
    } else if (name.starts_with("events/")) {
      files.events.push_back(source);
    } else if (name.starts_with("time")) {
      files.time.push_back(source);
    } else if (name.ends_with(".lex")) {
      files.words.push_back(source);
    }
  }
  std::ranges::stable_partition(files.events, &RuleSource::own);
  return files;
}

// Every verb of the list belongs to the class "verb", so that the tense of a clause is known.
Result<void> add_verbs(rules::Lexicon& lexicon, const RuleSource& source) {
  const Result<std::vector<rules::Block>> blocks = rules::parse_blocks(source.path, source.text);
  if (!blocks) return blocks.error();
  const rules::Sense sense{.cls = lexicon.intern_class("verb"), .pos = rules::Pos::verb, .value = 0, .features = {}, .lemma = 0};
  for (const rules::Block& block : *blocks) {
    // One past form may have several presents, each with a line of its own.
    const std::vector<std::string_view> parts = rules::split(block.head.whole, " ");
    const std::string citation = parts.size() > 1 ? fmt::format("{} {}", parts[0], parts[1]) : std::string(parts[0]);
    const std::string_view known = lexicon.language() == "ar" ? std::string_view(citation) : parts[0];
    if (Result<void> added = lexicon.add_inflected(known, sense); !added) {
      return Error{added.error().message, source.path, block.head.number};
    }
  }
  return {};
}

// The numbers of a language's rules follow those of the languages before it.
RuleId count_rules(const LanguageFiles& files) {
  RuleId count = 0;
  const auto add = [&](std::string_view text) {
    constexpr std::string_view kKeyword = "rule";
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::string_view line = text.substr(at);
      if (line.starts_with(kKeyword) && (line.size() == kKeyword.size() || std::string_view(" \t\r\n").find(line[kKeyword.size()]) != std::string_view::npos)) ++count;
      at = std::min(text.find('\n', at), text.size());
    }
  };
  for (const RuleSource& source : files.time) {
    if (source.path.ends_with(".lex") || source.path.ends_with(".rules")) add(source.text);
  }
  for (const RuleSource& source : files.events) add(source.text);
  return count;
}

// A language by itself: it needs no other one, and the gazetteer only for its names.
struct LanguageTask {
  LanguageFiles files;
  rules::RuleTable table;
  std::shared_future<Result<void>> gazetteer;  ///< when out.gazetteer is ready
};

Result<std::unique_ptr<LanguageRules>> compile_language(const std::string& name, LanguageTask& task, const CompiledRules& out) {
  auto language = std::make_unique<LanguageRules>(name);
  rules::Lexicon& lexicon = language->lexicon;
  const LanguageFiles& files = task.files;
  if (files.verbs != nullptr) {
    if (Result<void> loaded = lexicon.load_verbs(files.verbs->path, files.verbs->text); !loaded) return loaded.error();
  }
  if (files.nouns != nullptr) {
    if (Result<void> loaded = lexicon.load_nouns(files.nouns->path, files.nouns->text); !loaded) return loaded.error();
  }
  for (const RuleSource& source : files.words) {
    const Result<std::vector<rules::Block>> blocks = rules::parse_blocks(source.path, source.text);
    if (!blocks) return blocks.error();
    for (const rules::Block& block : *blocks) {
      if (block.head.keyword != "lexicon") {
        return Error{fmt::format("unknown block '{}'; a .lex file holds 'lexicon' blocks", block.head.keyword), source.path, block.head.number};
      }
      if (Result<void> loaded = lexicon.load_block(source.path, block); !loaded) return loaded.error();
    }
  }
  if (files.verbs != nullptr) {
    if (Result<void> added = add_verbs(lexicon, *files.verbs); !added) return added.error();
  }
  Result<timex::TimeRules> time = timex::TimeRules::compile(lexicon, files.time, task.table);
  if (!time) return time.error();
  language->time = std::move(*time);
  Result<event::EventRules> events = event::EventRules::compile(lexicon, files.events, out.types, task.table);
  if (!events) return events.error();
  language->events = std::move(*events);
  language->grammar = std::make_unique<event::Grammar>(lexicon);
  if (const Result<void>& loaded = task.gazetteer.get(); !loaded) return loaded.error();
  language->entities = std::make_unique<entity::EntityRules>(lexicon, out.gazetteer);
  language->entities->add_names(lexicon);
  language->abbreviations.assign(lexicon.vocabulary().size(), false);
  if (const rules::ClassId cls = lexicon.find_class("abbreviation"); cls != rules::kNoClass) {
    for (text::WordId word = 0; word < language->abbreviations.size(); ++word) {
      for (const rules::Sense& sense : lexicon.senses(word)) {
        if (sense.cls == cls) language->abbreviations[word] = true;
      }
    }
  }
  return language;
}

}  // namespace

Result<std::vector<EventType>> read_event_types(std::span<const RuleSource> sources) {
  const auto last = std::find_if(sources.rbegin(), sources.rend(), [](const RuleSource& source) { return source.path == "event_types.tsv"; });
  return last == sources.rend() ? std::vector<EventType>{} : read_types(*last);
}

const LanguageRules* CompiledRules::language(std::string_view name) const {
  for (const auto& language : languages) {
    if (language->lexicon.language() == name) return language.get();
  }
  return nullptr;
}

Result<std::unique_ptr<CompiledRules>> CompiledRules::compile(std::span<const RuleSource> all) {
  SourceMap sources;
  for (const RuleSource& source : all) sources.insert_or_assign(source.path, source);
  auto out = std::make_unique<CompiledRules>();

  std::uint64_t hash = 0;
  std::vector<RuleSource> tables;
  std::set<std::string> names;
  for (const auto& [path, source] : sources) {
    hash = hash * 31 + text::hash_bytes(path) * 7 + text::hash_bytes(source.text);
    const std::size_t slash = path.find('/');
    if (path.starts_with("gazetteer/")) {
      tables.push_back(source);
    } else if (slash != std::string::npos) {
      names.insert(path.substr(0, slash));
    }
  }
  out->fingerprint = fmt::format("{:016x}", hash);

  Result<std::vector<EventType>> types = read_event_types(all);
  if (!types) return types.error();
  out->types = std::move(*types);
  // Side by side: the gazetteer, and every language. What comes out, errors too, is as if one followed the other.
  const std::shared_future<Result<void>> gazetteer = std::async([&tables, &out]() -> Result<void> {
    Result<entity::Gazetteer> compiled = entity::Gazetteer::compile(tables);
    if (!compiled) return compiled.error();
    out->gazetteer = std::move(*compiled);
    return {};
  });
  std::deque<LanguageTask> tasks;
  std::vector<std::future<Result<std::unique_ptr<LanguageRules>>>> compiled;
  RuleId first = 0;
  for (const std::string& name : names) {
    LanguageTask& task = tasks.emplace_back(LanguageTask{.files = files_of(name, sources), .table = rules::RuleTable(first), .gazetteer = gazetteer});
    first += count_rules(task.files);
    compiled.push_back(std::async([&name, &task, &out] { return compile_language(name, task, *out); }));
  }
  if (const Result<void>& loaded = gazetteer.get(); !loaded) return loaded.error();
  for (std::size_t i = 0; i < compiled.size(); ++i) {
    Result<std::unique_ptr<LanguageRules>> language = compiled[i].get();
    if (!language) return language.error();
    out->languages.push_back(std::move(*language));
    out->table.append(tasks[i].table);
  }
  return out;
}

}  // namespace tarikh
