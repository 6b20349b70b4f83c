#include "event/titles.h"

#include <algorithm>
#include <vector>

namespace tarikh::event {
namespace {

constexpr std::size_t kContentBytes = 160;  // of a statement's words in its headline
constexpr std::size_t kMaxNames = 4;

/// Fills "{field}" holes; gives nothing when a hole cannot be filled.
template <class Field>
std::string fill(std::string_view pattern, Field&& field) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return {};
    const std::string value = field(pattern.substr(open + 1, close - open - 1));
    if (value.empty()) return {};
    out += value;
    pattern.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

std::string Titles::name(const EntityRef& entity, std::string_view language) const {
  const std::string& first = language == "ar" ? entity.name_ar : entity.name_en;
  return first.empty() ? (language == "ar" ? entity.name_en : entity.name_ar) : first;
}

std::string Titles::names(const Draft& draft, Role role, std::string_view language) const {
  std::vector<std::string> all;
  for (const Fill& fill : draft.fills) {
    if (fill.role != role) continue;
    std::string text = name(structure_.mentions()[fill.mention].actor, language);
    if (!text.empty() && std::ranges::find(all, text) == all.end()) all.push_back(std::move(text));
  }
  const bool more = all.size() > kMaxNames;
  if (more) all.resize(kMaxNames);
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool last = i + 1 == all.size() && !more;
    if (i > 0) out += language == "ar" ? " و" : last ? " and " : ", ";
    out += all[i];
  }
  if (more) out += language == "ar" ? " وآخرون" : " and others";
  return out;
}

// What was said: the words after "that", a colon or an opening quote, to the end of the sentence.
std::string Titles::content(const Draft& draft) const {
  const text::Tokens& tokens = structure_.tokens();
  const text::Sentence& sentence = tokens.sentences[draft.sentence];
  for (std::uint32_t t = draft.token_end; t < sentence.last; ++t) {
    const text::Token& token = tokens.tokens[t];
    const bool mark = token.kind == text::TokenKind::punctuation &&
                      (token.value == U':' || token.value == U'"' || token.value == U'«' || token.value == U'“');
    if (!mark && !structure_.has(t, Mark::complementizer)) continue;
    std::uint32_t from = t + 1;
    while (from < sentence.last && tokens.tokens[from].kind == text::TokenKind::punctuation) ++from;
    if (from >= sentence.last) return {};
    std::uint32_t to = from;
    const std::uint32_t begin = tokens.tokens[from].span.begin;
    while (to < sentence.last && tokens.tokens[to].span.end - begin <= kContentBytes) ++to;
    const bool cut = to < sentence.last;
    while (to > from + 1 && tokens.tokens[to - 1].kind == text::TokenKind::punctuation) --to;
    if (to == from) return {};
    std::string out(tokens.words({begin, tokens.tokens[to - 1].span.end}));
    if (cut) out += "…";
    return out;
  }
  return {};
}

std::string Titles::field(const Draft& draft, std::string_view key, std::string_view language) const {
  if (const std::optional<Role> role = parse_role(key)) return names(draft, *role, language);
  if (key == "place") return draft.place == kNoIndex ? std::string() : name(structure_.mentions()[draft.place].place, language);
  // Words of the article stay in the article's language.
  if (key == "content" && language == structure_.lexicon().language()) return content(draft);
  return {};
}

std::string Titles::headline(const Draft& draft, const EventType& type, std::string_view language) const {
  for (const Title& title : draft.rule->titles) {
    if (title.language != language) continue;
    std::string text = fill(title.pattern, [&](std::string_view key) { return field(draft, key, language); });
    if (!text.empty()) return text;
  }
  std::string out = language == "ar" ? type.label_ar : type.label_en;
  std::string who;
  for (const Role role : {Role::subject, Role::object, Role::organisation}) {
    std::string part = names(draft, role, language);
    if (part.empty()) continue;
    if (!who.empty()) who += language == "ar" ? "، " : ", ";
    who += part;
  }
  if (who.empty()) who = field(draft, "place", language);
  return who.empty() ? out : out + ": " + who;
}

}  // namespace tarikh::event
