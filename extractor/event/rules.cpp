#include "event/rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "rules/word_cache.h"
#include "text/fold.h"

namespace tarikh::event {
namespace {

using rules::Block;
using rules::Line;

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

constexpr std::array<Named<FormFilter>, 6> kForms{{{"any", FormFilter::any},
                                                    {"finite", FormFilter::finite},
                                                    {"masdar", FormFilter::masdar},
                                                    {"participle", FormFilter::participle},
                                                    {"passive", FormFilter::passive},
                                                    {"noun", FormFilter::noun}}};
constexpr std::array<Named<Slot>, 10> kSlots{{{"agent", Slot::agent},
                                              {"patient", Slot::patient},
                                              {"of", Slot::genitive},
                                              {"nisba", Slot::nisba},
                                              {"prep", Slot::prep},
                                              {"governor", Slot::governor},
                                              {"before", Slot::before},
                                              {"after", Slot::after},
                                              {"sentence", Slot::sentence},
                                              {"topic", Slot::topic}}};
constexpr std::array<Named<std::uint8_t>, 9> kKinds{{{"Country", kCountry},
                                                      {"Org", kOrg},
                                                      {"Person", kPerson},
                                                      {"Group", kGroup},
                                                      {"Place", kPlace},
                                                      {"Office", kOffice},
                                                      {"Leaders", kLeaders},
                                                      {"Body", kBody},
                                                      {"Actor", kActor}}};

template <class Table>
std::vector<std::string_view> names_of(const Table& table) {
  std::vector<std::string_view> names;
  for (const auto& entry : table) names.push_back(entry.name);
  return names;
}

constexpr std::size_t kMaxGap = 31;

// What is wrong with a headline's pattern; empty if nothing is.
std::string fault_of_title(std::string_view pattern) {
  static constexpr std::array<std::string_view, 5> kHoles{"subject", "object", "organisation", "place", "content"};
  for (std::size_t at = pattern.find_first_of("{["); at != std::string_view::npos; at = pattern.find_first_of("{[", at + 1)) {
    const std::size_t close = pattern.find(pattern[at] == '{' ? '}' : ']', at);
    const std::string_view inside = close == std::string_view::npos ? std::string_view{} : pattern.substr(at + 1, close - at - 1);
    if (pattern[at] == '[') {
      if (std::ranges::count(inside, '|') != 1) return "a verb that agrees is written [joins|join]";
    } else if (std::ranges::find(kHoles, inside) == kHoles.end()) {
      return fmt::format("'{{{}}}' is none of {{subject}} {{object}} {{organisation}} {{place}} {{content}}", inside);
    }
  }
  return {};
}

}  // namespace

class RuleReader {
 public:
  RuleReader(rules::Lexicon& lexicon, std::span<const EventType> types, rules::RuleTable& table, EventRules& out)
      : lexicon_(lexicon), types_(types), table_(table), out_(out) {}

  Result<void> read(const RuleSource& source) {
    file_ = source.path;
    Result<std::vector<Block>> blocks = rules::parse_blocks(source.path, source.text);
    if (!blocks) return blocks.error();
    for (const Block& block : *blocks) {
      if (block.head.keyword == "lexicon") {
        if (Result<void> loaded = lexicon_.load_block(source.path, block); !loaded) return loaded;
      } else if (block.head.keyword == "rule") {
        if (Result<void> read = read_rule(block); !read) return read;
      } else {
        return fail(block.head, fmt::format("unknown block '{}'{}", block.head.keyword,
                                            rules::did_you_mean(block.head.keyword, {"rule", "lexicon"})));
      }
    }
    return {};
  }

  void index() {
    for (EventRule& rule : out_.rules_) {
      for (Anchor& anchor : rule.anchors) {
        for (const rules::ClassId cls : anchor.classes) anchor.mask |= rules::WordCache::bit(cls);
      }
      for (Exclusion& exclusion : rule.exclusions) {
        for (const rules::ClassId cls : exclusion.words.classes) exclusion.words.mask |= rules::WordCache::bit(cls);
      }
    }
    for (std::uint32_t r = 0; r < out_.rules_.size(); ++r) {
      EventRule& rule = out_.rules_[r];
      const EventRules::WordSet second = rule.anchors.size() > 1 ? word_set(rule.anchors[1]) : 0;
      for (std::size_t a = 2; a < rule.anchors.size(); ++a) rule.later.push_back(word_set(rule.anchors[a]));
      for (const rules::ClassId cls : rule.anchors.front().classes) {
        if (out_.by_class_.size() <= cls) out_.by_class_.resize(cls + std::size_t{1});
        out_.by_class_[cls].push_back({.rule = r, .second = second});
      }
    }
  }

 private:
  [[nodiscard]] Error fail(const Line& line, std::string message) const {
    return Error{std::move(message), file_, line.number};
  }

  EventRules::WordSet word_set(const Anchor& anchor) {
    std::vector<rules::ClassId> classes = anchor.classes;
    std::ranges::sort(classes);
    const auto [known, is_new] = word_sets_.try_emplace(classes, out_.word_set_count_);
    if (is_new) {
      for (const rules::ClassId cls : classes) out_.word_sets_.push(cls, out_.word_set_count_);
      ++out_.word_set_count_;
    }
    return known->second;
  }

  Result<void> read_rule(const Block& block) {
    if (block.head.rest.empty()) return fail(block.head, "a rule needs a name, such as membership/join");
    EventRule rule;
    std::vector<std::vector<Anchor>> triggers;
    std::vector<std::size_t> primaries;
    std::vector<EventExample> examples;
    bool has_example = false;
    for (const Line& line : block.body) {
      if (line.keyword == "trigger") {
        std::size_t primary = 0;
        Result<std::vector<Anchor>> anchors = read_trigger(line, primary);
        if (!anchors) return anchors.error();
        triggers.push_back(std::move(*anchors));
        primaries.push_back(primary);
      } else if (line.keyword == "example" || line.keyword == "reject") {
        Result<EventExample> example = read_example(line);
        if (!example) return example.error();
        has_example = has_example || !example->reject;
        examples.push_back(std::move(*example));
      } else if (Result<void> read = read_line(line, rule); !read) {
        return read;
      }
    }
    if (rule.type.empty()) return fail(block.head, "the rule has no 'type' line");
    if (triggers.empty()) return fail(block.head, "the rule has no 'trigger' line");
    if (!has_example) return fail(block.head, "the rule has no 'example' line");
    rule.id = table_.add(file_, block.head.number, block.head.rest);
    for (EventExample& example : examples) {
      example.type = rule.type;
      out_.examples_.push_back(std::move(example));
    }
    for (std::size_t t = 0; t < triggers.size(); ++t) {
      rule.anchors = triggers[t];
      rule.primary = primaries[t];
      out_.rules_.push_back(rule);
    }
    return {};
  }

  Result<void> read_line(const Line& line, EventRule& rule) {
    const std::string_view key = line.keyword;
    if (key == "type") return read_type(line, rule);
    if (key == "phase") {
      rule.phase = line.rest;
    } else if (key == "role" || key == "place") {
      return read_role(line, rule);
    } else if (key == "need") {
      return read_need(line, rule);
    } else if (key == "not") {
      return read_exclusion(line, rule);
    } else if (key == "title") {
      const std::size_t blank = line.rest.find(' ');
      if (blank == std::string_view::npos) return fail(line, "'title' wants a language and a pattern: title en {subject} joins");
      const std::string_view pattern = rules::trim(line.rest.substr(blank));
      if (const std::string fault = fault_of_title(pattern); !fault.empty()) return fail(line, fault);
      rule.titles.push_back({std::string(line.rest.substr(0, blank)), std::string(pattern)});
    } else if (key == "factuality") {
      rule.factuality = parse_factuality(line.rest);
      if (!rule.factuality) return fail(line, fmt::format("unknown factuality '{}'", line.rest));
    } else if (key == "occasion") {
      rule.occasion = true;
    } else if (key == "background") {
      rule.background = true;
    } else if (key == "bare") {
      rule.bare = true;
    } else if (key == "of_others") {
      rule.of_others = true;
    } else if (key == "by_day") {
      rule.by_day = true;
    } else if (key == "dated") {
      rule.dated = true;
    } else {
      return fail(line, fmt::format("unknown keyword '{}'{}", key,
                                    rules::did_you_mean(key, {"type", "phase", "trigger", "role", "place", "need", "not", "title",
                                                              "factuality", "occasion", "background", "bare", "of_others", "by_day", "dated", "example", "reject"})));
    }
    return {};
  }

  Result<void> read_type(const Line& line, EventRule& rule) {
    if (std::ranges::none_of(types_, [&](const EventType& type) { return type.id == line.rest; })) {
      std::vector<std::string_view> known;
      for (const EventType& type : types_) known.push_back(type.id);
      return fail(line, fmt::format("unknown event type '{}'{}", line.rest, rules::did_you_mean(line.rest, known)));
    }
    rule.type = line.rest;
    return {};
  }

  // "+become:finite ~15 +member*": the star marks the trigger; without one it is the last anchor.
  Result<std::vector<Anchor>> read_trigger(const Line& line, std::size_t& primary) {
    std::vector<Anchor> anchors;
    std::size_t gap = 0;
    bool starred = false;
    std::string_view rest = line.rest;
    while (!rest.empty()) {
      if (rest.front() == '~') {
        const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), gap);
        if (error != std::errc{} || gap > kMaxGap) return fail(line, fmt::format("a gap is ~1 to ~{}", kMaxGap));
        rest = rules::trim(rest.substr(static_cast<std::size_t>(end - rest.data())));
        continue;
      }
      const bool group = rest.front() == '(';
      const std::size_t end = group ? rest.find(')') : rest.find(' ');
      if (group && end == std::string_view::npos) return fail(line, "'(' without ')'");
      std::string_view piece = rest.substr(group ? 1 : 0, group ? end - 1 : end);
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + (group ? 1 : 0));
      const bool starred_group = group && rest.starts_with('*');
      if (starred_group) rest.remove_prefix(1);
      rest = rules::trim(rest);
      if (starred_group || piece.ends_with('*')) {
        if (!starred_group) piece.remove_suffix(1);
        primary = anchors.size();
        starred = true;
      }
      Result<Anchor> anchor = read_anchor(line, piece);
      if (!anchor) return anchor.error();
      anchor->gap = static_cast<std::uint8_t>(gap);
      anchors.push_back(std::move(*anchor));
      gap = 0;
    }
    if (anchors.empty()) return fail(line, "a trigger needs at least one anchor, such as +join or a word");
    if (!starred) primary = anchors.size() - 1;
    return anchors;
  }

  // "+join:finite" or "word | other word".
  Result<Anchor> read_anchor(const Line& line, std::string_view piece) {
    Anchor anchor;
    for (std::string_view part : rules::split(piece, "|")) {
      if (!part.starts_with('+')) {
        anchor.classes.push_back(literal(part));
        anchor.forms.push_back(FormFilter::any);
        continue;
      }
      part.remove_prefix(1);
      FormFilter filter = FormFilter::any;
      const std::size_t colon = part.find(':');
      if (colon != std::string_view::npos) {
        const std::string_view form = part.substr(colon + 1);
        const auto* known = std::ranges::find(kForms, form, &Named<FormFilter>::name);
        if (known == kForms.end()) {
          return fail(line, fmt::format("unknown form '{}'{}", form, rules::did_you_mean(form, names_of(kForms))));
        }
        filter = known->value;
        part = part.substr(0, colon);
      }
      Result<rules::ClassId> cls = known_class(line, part);
      if (!cls) return cls.error();
      anchor.classes.push_back(*cls);
      anchor.forms.push_back(filter);
    }
    return anchor;
  }

  Result<rules::ClassId> known_class(const Line& line, std::string_view name) const {
    const rules::ClassId cls = lexicon_.find_class(name);
    if (cls != rules::kNoClass) return cls;
    return fail(line, fmt::format("unknown class '{}'{}", name, rules::did_you_mean(name, lexicon_.class_list())));
  }

  rules::ClassId literal(std::string_view word) {
    const rules::ClassId cls = lexicon_.intern_class("=" + text::fold(word));
    lexicon_.add(word, {.cls = cls, .pos = rules::Pos::noun, .value = 0, .features = {}, .lemma = lexicon_.vocabulary().add(text::fold(word))});
    return cls;
  }

  // "subject agent|prep:مع,و Country|Org required single"
  Result<void> read_role(const Line& line, EventRule& rule) {
    RoleSpec spec;
    std::vector<std::string_view> words = rules::split(line.rest, " ");
    if (line.keyword == "place") {
      spec.is_place = true;
      spec.kinds = kPlace | kCountry;
      words.insert(words.begin(), "place");
    } else {
      const std::optional<Role> role = words.empty() ? std::nullopt : parse_role(words[0]);
      if (!role) return fail(line, "a role is subject, object or organisation");
      spec.role = *role;
    }
    if (words.size() < 2) return fail(line, "a role needs its slots: role subject agent|of Country|Org");
    for (const std::string_view name : rules::split(words[1], "|")) {
      const std::size_t colon = name.find(':');
      const auto* slot = std::ranges::find(kSlots, name.substr(0, colon), &Named<Slot>::name);
      if (slot == kSlots.end()) {
        return fail(line, fmt::format("unknown slot '{}'{}", name, rules::did_you_mean(name, names_of(kSlots))));
      }
      SlotSpec slot_spec{.slot = slot->value, .prepositions = {}};
      if (colon != std::string_view::npos) {
        for (const std::string_view preposition : rules::split(name.substr(colon + 1), ",")) {
          slot_spec.prepositions.push_back(lexicon_.vocabulary().add(text::fold(preposition)));
        }
      }
      spec.slots.push_back(std::move(slot_spec));
    }
    for (std::size_t i = 2; i < words.size(); ++i) {
      if (words[i] == "required") {
        spec.required = true;
      } else if (words[i] == "single") {
        spec.single = true;
      } else {
        for (const std::string_view name : rules::split(words[i], "|")) {
          const auto* kind = std::ranges::find(kKinds, name, &Named<std::uint8_t>::name);
          if (kind == kKinds.end()) {
            return fail(line, fmt::format("unknown role type '{}'{}", name, rules::did_you_mean(name, names_of(kKinds))));
          }
          spec.kinds = static_cast<std::uint8_t>(spec.kinds | kind->value);
        }
      }
    }
    if (spec.kinds == 0) spec.kinds = kActor;
    rule.roles.push_back(std::move(spec));
    return {};
  }

  // "need subject or organisation", "need any", "need two"
  Result<void> read_need(const Line& line, EventRule& rule) {
    if (line.rest == "any") {
      rule.needs_anything = true;
      return {};
    }
    if (line.rest == "two") {
      rule.needs_two = true;
      return {};
    }
    std::vector<Role> roles;
    for (const std::string_view name : rules::split(line.rest, " or ")) {
      const std::optional<Role> role = parse_role(name);
      if (!role) return fail(line, fmt::format("'{}' is no role; 'need' lists roles or says any or two", name));
      roles.push_back(*role);
    }
    rule.needs.push_back(std::move(roles));
    return {};
  }

  // "not before ~3 +class | word"
  Result<void> read_exclusion(const Line& line, EventRule& rule) {
    Exclusion exclusion;
    const std::vector<std::string_view> words = rules::split(line.rest, " ");
    if (words.size() < 3 || (words[0] != "before" && words[0] != "after") || !words[1].starts_with('~')) {
      return fail(line, "'not' wants: not before ~3 word | +class");
    }
    exclusion.before = words[0] == "before";
    std::from_chars(words[1].data() + 1, words[1].data() + words[1].size(), exclusion.distance);
    const auto from = static_cast<std::size_t>(words[2].data() - line.rest.data());
    for (std::string_view piece : rules::split(line.rest.substr(from), "|")) {
      if (!piece.starts_with('+')) {
        exclusion.words.classes.push_back(literal(piece));
        exclusion.words.forms.push_back(FormFilter::any);
        continue;
      }
      Result<rules::ClassId> cls = known_class(line, piece.substr(1));
      if (!cls) return cls.error();
      exclusion.words.classes.push_back(*cls);
      exclusion.words.forms.push_back(FormFilter::any);
    }
    rule.exclusions.push_back(std::move(exclusion));
    return {};
  }

  // example dct=2024-07-04 "text" -> date=2024-07-04 subject=BY
  Result<EventExample> read_example(const Line& line) const {
    EventExample example;
    example.file = file_;
    example.line = line.number;
    example.reject = line.keyword == "reject";
    example.language = lexicon_.language();
    std::string_view rest = line.rest;
    if (rest.starts_with("dct=")) {
      const std::size_t blank = rest.find(' ');
      example.dct = rest.substr(4, blank == std::string_view::npos ? blank : blank - 4);
      rest = blank == std::string_view::npos ? std::string_view{} : rules::trim(rest.substr(blank));
    }
    const std::size_t arrow = rest.find("\" ->");
    if (!rest.starts_with('"') || (!example.reject && arrow == std::string_view::npos)) {
      return fail(line, "an example is: example dct=2024-07-04 \"sentence\" -> key=value …");
    }
    const std::size_t end = arrow != std::string_view::npos ? arrow : rest.rfind('"');
    example.text = rest.substr(1, end - 1);
    if (arrow != std::string_view::npos) example.want = rules::trim(rest.substr(arrow + 4));
    return example;
  }

  std::map<std::vector<rules::ClassId>, EventRules::WordSet> word_sets_;
  rules::Lexicon& lexicon_;
  std::span<const EventType> types_;
  rules::RuleTable& table_;
  EventRules& out_;
  std::string file_;
};

Result<EventRules> EventRules::compile(rules::Lexicon& lexicon, std::span<const RuleSource> files,
                                       std::span<const EventType> types, rules::RuleTable& table) {
  EventRules out;
  RuleReader reader(lexicon, types, table, out);
  for (const RuleSource& file : files) {
    if (Result<void> read = reader.read(file); !read) return read.error();
  }
  reader.index();
  return out;
}

}  // namespace tarikh::event
