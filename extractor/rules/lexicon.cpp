#include "rules/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "rules/inflect_ar.h"
#include "rules/inflect_en.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace tarikh::rules {
namespace {

constexpr std::string_view kArticle = "ال";

struct PosName {
  std::string_view name;
  Pos pos;
  bool inflected;
};
// `word`, the default, takes forms as they are.
constexpr std::array<PosName, 6> kPosNames{{{"word", Pos::noun, false},
                                             {"verb", Pos::verb, true},
                                             {"noun", Pos::noun, true},
                                             {"adjective", Pos::adjective, true},
                                             {"particle", Pos::particle, false},
                                             {"name", Pos::name, false}}};

// Calls `take` for every word; what it gets are views into `folded`.
template <class Take>
void each_word(std::string_view folded, Take&& take) {
  std::size_t begin = 0;
  bool digits = false;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    const char c = at < folded.size() ? folded[at] : ' ';
    const bool parts = c == ' ' || c == '-' || c == '.';
    const bool digit = c >= '0' && c <= '9';  // the tokenizer parts "g20" too
    if (at > begin && (parts || digit != digits)) {
      take(folded.substr(begin, at - begin));
      begin = at;
    }
    if (parts) begin = at + 1;
    digits = digit;
  }
}

std::size_t count_words(std::string_view folded) {
  std::size_t count = 0;
  each_word(folded, [&](std::string_view) { ++count; });
  return count;
}

bool is_latin_letter_run(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool has_arabic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (text::char_class(c.value) == text::CharClass::arabic) return true;
    at += c.length;
  }
  return false;
}

}  // namespace

bool clitics_fit(Pos pos, const Features& features, const text::Reading& reading) {
  using namespace text;
  const bool pronoun = reading.enclitic != Enclitic::none;
  const std::uint8_t clitics = reading.proclitics;
  switch (pos) {
    case Pos::verb:
      if (features.tense == Tense::masdar || features.tense == Tense::active_participle ||
          features.tense == Tense::passive_participle) {
        return (clitics & kSa) == 0 && (pronoun || !features.construct);
      }
      if ((clitics & (kAl | kBi | kKa)) != 0) return false;
      if (reading.enclitic == Enclitic::ya) return false;  // "me" is ني on a verb: "إضافي" is an adjective
      if ((clitics & (kSa | kLi)) != 0 && features.tense != Tense::imperfect) return false;
      return pronoun || !features.construct;
    case Pos::noun: return (clitics & kSa) == 0 && (pronoun || !features.construct);
    case Pos::adjective: return (clitics & kSa) == 0 && !pronoun;
    case Pos::particle: return (clitics & (kSa | kAl | kBi | kKa)) == 0 && !pronoun;
    case Pos::name: return (clitics & (kSa | kAl)) == 0 && !pronoun;
  }
  return false;
}

void PhraseTable::add(text::Vocabulary& vocabulary, std::string_view folded, std::uint32_t payload) {
  const std::size_t words = count_words(folded);
  if (words == 0 || words > kMaxWords) return;
  std::uint32_t node = 1;
  bool head = true;
  each_word(folded, [&](std::string_view word) {
    if (head && word.starts_with(kArticle) && word.size() > kArticle.size() + 2) {
      word.remove_prefix(kArticle.size());
      node = 2;
    }
    const text::WordId id = vocabulary.add(word);
    if (head) begun_.push(id, payload);
    head = false;
    std::uint32_t value = 0;
    if (std::from_chars(word.data(), word.data() + word.size(), value).ec == std::errc{}) numbers_[value] = id;
    std::uint32_t& next = edge(key(node, id));
    if (next == 0) next = node_count_++;
    node = next;
  });
  payloads_.push(node, payload);
}

// The edge of a key, new if need be.
std::uint32_t& PhraseTable::edge(std::uint64_t wanted) {
  if (edge_count_ * 2 >= edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    --shift_;
    for (const Edge& e : old) {
      if (e.key == 0) continue;
      std::size_t slot = slot_of(e.key);
      while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
      edges_[slot] = e;
    }
  }
  std::size_t slot = slot_of(wanted);
  while (edges_[slot].key != 0 && edges_[slot].key != wanted) slot = (slot + 1) & (edges_.size() - 1);
  if (edges_[slot].key == 0) {
    edges_[slot].key = wanted;
    ++edge_count_;
  }
  return edges_[slot].next;
}

ClassId Lexicon::intern_class(std::string_view name) {
  const auto [found, fresh] = class_ids_.try_emplace(std::string(name), static_cast<ClassId>(class_names_.size()));
  if (fresh) class_names_.emplace_back(name);
  return found->second;
}

ClassId Lexicon::find_class(std::string_view name) const {
  const auto found = class_ids_.find(std::string(name));
  return found == class_ids_.end() ? kNoClass : found->second;
}

std::vector<std::string_view> Lexicon::class_list() const { return {class_names_.begin() + 1, class_names_.end()}; }

void Lexicon::add(std::string_view form, const Sense& sense) {
  const std::string folded = text::fold(form);
  // Most forms are one word: those are not taken apart.
  const auto parts = [](char c) { return c == ' ' || c == '-' || c == '.' || (c >= '0' && c <= '9'); };
  const bool plain = std::ranges::none_of(folded, parts) && !folded.empty();
  if (!plain && count_words(folded) != 1) {
    noted_all_ = false;
    phrases_.add(vocabulary_, folded, static_cast<std::uint32_t>(phrase_senses_.size()));
    phrase_senses_.push_back(sense);
    return;
  }
  const text::WordId word = vocabulary_.add(folded);
  if (noted_ != nullptr) noted_->push_back({word, sense.features});
  add_word(word, sense);
}

void Lexicon::add_word(text::WordId word, const Sense& sense) {
  const auto same = [&](const Sense& s) {
    return s.cls == sense.cls && s.value == sense.value && s.features == sense.features;
  };
  if (std::ranges::none_of(senses_.at(word), same)) senses_.push(word, sense);
}

void Lexicon::add_forms(const std::vector<Form>& forms, const Sense& sense) {
  for (const Form& form : forms) {
    Sense inflected = sense;
    inflected.features = form.features;
    add(form.text, inflected);
  }
}

Result<void> Lexicon::add_inflected(std::string_view citation, Sense sense) {
  sense.lemma = vocabulary_.add(text::fold(citation));
  const auto [known, fresh] = inflected_.try_emplace(fmt::format("{}{}", static_cast<int>(sense.pos), citation));
  if (!fresh) {
    for (const KnownForm& form : known->second) {
      sense.features = form.features;
      add_word(form.word, sense);
    }
    return {};
  }
  noted_ = &known->second;
  noted_all_ = true;
  Result<void> added = language_ == "ar" ? add_arabic_inflected(citation, sense) : add_english_inflected(citation, sense);
  noted_ = nullptr;
  if (!noted_all_) inflected_.erase(known);  // phrases have no number
  return added;
}

// "تولى" alone, or "تولى يتولى" where two verbs share the past form.
Result<void> Lexicon::add_arabic_inflected(std::string_view citation, Sense sense) {
  const std::vector<std::string_view> words = split(citation, " ");
  if (sense.pos == Pos::noun || sense.pos == Pos::adjective) {
    if (words.size() > 1) {
      add(citation, sense);
      return {};
    }
    const auto plurals = nouns_.find(text::fold(citation));
    std::vector<std::string_view> forms;
    if (plurals != nouns_.end()) forms.assign(plurals->second.begin(), plurals->second.end());
    add_forms(sense.pos == Pos::noun ? inflect_arabic_noun(citation, forms) : inflect_arabic_adjective(citation), sense);
    return {};
  }
  bool found = false;
  const std::string past = text::fold(words.front());
  for (auto [at, end] = verbs_.equal_range(past); at != end; ++at) {
    const std::vector<std::string>& parts = at->second.parts;
    if (words.size() > 1 && parts.size() > 1 && text::fold(parts[1]) != text::fold(words[1])) continue;
    const std::vector<std::string_view> masdars(parts.begin() + std::min<std::ptrdiff_t>(2, std::ssize(parts)), parts.end());
    Result<std::vector<Form>> forms =
        inflect_arabic_verb(parts[0], parts.size() > 1 ? std::string_view(parts[1]) : std::string_view{}, masdars);
    if (!forms) return forms.error();
    add_forms(*forms, sense);
    found = true;
  }
  if (found) return {};
  Result<std::vector<Form>> forms = inflect_arabic_verb(words.front(), words.size() > 1 ? words[1] : std::string_view{}, {});
  if (!forms) return forms.error();
  add_forms(*forms, sense);
  return {};
}

Result<void> Lexicon::add_english_inflected(std::string_view citation, Sense sense) {
  const std::vector<std::string_view> words = split(citation, " ");
  std::vector<Form> forms;
  if (sense.pos == Pos::verb) {
    const auto known = verbs_.find(text::fold(words.front()));
    const auto part = [&](std::size_t n) {
      return known != verbs_.end() && known->second.parts.size() > n ? std::string_view(known->second.parts[n]) : std::string_view{};
    };
    forms = inflect_english_verb(words.front(), part(1), part(2));
  } else if (sense.pos == Pos::noun && words.size() == 1) {
    forms = inflect_english_noun(citation);
  } else {
    add(citation, sense);
    return {};
  }
  // "pull out": the first word inflects, the particle follows it.
  for (Form& form : forms) {
    for (std::size_t i = 1; i < words.size(); ++i) form.text += " " + std::string(words[i]);
  }
  add_forms(forms, sense);
  return {};
}

Result<void> Lexicon::load_verbs(std::string_view file, std::string_view text) {
  Result<std::vector<Block>> blocks = parse_blocks(file, text);
  if (!blocks) return blocks.error();
  for (const Block& block : *blocks) {
    VerbParts verb;
    for (const std::string_view part : split(block.head.whole, " ")) {
      for (const std::string_view piece : split(part, "،")) verb.parts.emplace_back(piece);
    }
    verbs_.emplace(text::fold(verb.parts.front()), std::move(verb));
  }
  return {};
}

Result<void> Lexicon::load_nouns(std::string_view file, std::string_view text) {
  Result<std::vector<Block>> blocks = parse_blocks(file, text);
  if (!blocks) return blocks.error();
  for (const Block& block : *blocks) {
    const std::vector<std::string_view> words = split(block.head.whole, " ");
    nouns_[text::fold(words.front())].assign(words.begin() + 1, words.end());
  }
  return {};
}

Result<void> Lexicon::load_block(std::string_view file, const Block& block) {
  const std::vector<std::string_view> head = split(block.head.rest, " ");
  if (head.empty()) return Error{"'lexicon' needs a name", std::string(file), block.head.number};
  const std::string_view pos_name = head.size() > 1 ? head[1] : "word";
  const auto* pos = std::ranges::find(kPosNames, pos_name, &PosName::name);
  if (pos == kPosNames.end()) {
    std::vector<std::string_view> known;
    for (const PosName& p : kPosNames) known.push_back(p.name);
    return Error{fmt::format("unknown part of speech '{}'{}", pos_name, did_you_mean(pos_name, known)),
                 std::string(file), block.head.number};
  }
  Sense sense{.cls = intern_class(head[0]), .pos = pos->pos, .value = 0, .features = {}, .lemma = 0};
  for (const Line& line : block.body) {
    std::string_view forms = line.whole;
    sense.value = 0;
    const char* end = line.keyword.data() + line.keyword.size();
    if (std::from_chars(line.keyword.data(), end, sense.value).ptr == end) forms = line.rest;
    for (const std::string_view form : split(forms, "|")) {
      if (language_ == "ar" ? is_latin_letter_run(form) && has_arabic(form) : has_arabic(form)) {
        return Error{fmt::format("'{}' holds letters foreign to this language", form), std::string(file), line.number};
      }
      if (!pos->inflected) {
        sense.lemma = vocabulary_.add(text::fold(form));
        add(form, sense);
      } else if (Result<void> added = add_inflected(form, sense); !added) {
        return Error{added.error().message, std::string(file), line.number};
      }
    }
  }
  return {};
}

}  // namespace tarikh::rules
