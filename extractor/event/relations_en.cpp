// English: subject-verb-object, passives by their auxiliary, possessives.
#include <algorithm>

#include "event/relations.h"
#include "text/punctuation.h"

namespace tarikh::event {

using entity::EntityMention;
using rules::Sense;
using rules::Tense;

namespace {

constexpr std::uint32_t kReach = 26;
constexpr std::uint32_t kSubjectReach = 40;
constexpr std::uint32_t kNear = 9;
constexpr std::uint32_t kNounPhrase = 6;  // words of a noun phrase left of a verb
constexpr std::uint64_t kBetween = bit(Mark::adverb) | bit(Mark::auxiliary) | bit(Mark::negation) | bit(Mark::be) |
                                   bit(Mark::have) | bit(Mark::future) | bit(Mark::pluperfect) | bit(Mark::planned);

constexpr std::uint64_t kPronoun =
    bit(Mark::pronoun_he) | bit(Mark::pronoun_she) | bit(Mark::pronoun_it) | bit(Mark::pronoun_they);

bool is_quote(const text::Token& token) {
  return token.kind == text::TokenKind::punctuation &&
         (token.value == U'"' || token.value == U'“' || token.value == U'”');
}

}  // namespace

bool Relations::is_gerund(std::uint32_t token) const {
  const auto hits = structure_.cache().hits(structure_.tokens().tokens[token].analysis);
  return std::ranges::any_of(hits, [](const rules::Hit& hit) { return hit.sense.features.tense == Tense::gerund; });
}

// "The leader of the rebels accused of war crimes was arrested", "the minister backed by the army resigned": a participle and "of" or "by"
// before the verb of the clause.
bool Relations::main_verb_behind(const text::Sentence& sentence, std::uint32_t participle) const {
  constexpr std::uint32_t kComplement = 10;
  constexpr std::uint64_t kBorder = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::conjunction) | bit(Mark::after) | bit(Mark::before);
  const std::uint32_t link = participle + 1;
  if (link >= sentence.last || (!structure_.has(link, Mark::agent) && structure_.word(link) != "of")) return false;
  for (std::uint32_t t = link + 1; t < std::min(sentence.last, link + kComplement); ++t) {
    if (structure_.info(t).mention >= 0 || structure_.info(t).timex >= 0) continue;
    if (structure_.is_punctuation(t) || (structure_.info(t).marks & kBorder) != 0) return false;
    if (structure_.has(t, Mark::be) || structure_.has(t, Mark::have) || structure_.has(t, Mark::future)) return true;
    if (structure_.is_finite(t) && structure_.word(t - 1) != "to") return true;
  }
  return false;
}

bool Relations::is_passive(const text::Sentence& sentence, std::uint32_t token, const Sense& sense) const {
  // Verbs of one form ("set up", "cut") show it by the auxiliary only.
  const bool one_form = sense.features.tense == Tense::base;
  if (sense.features.tense != Tense::past_participle && sense.features.tense != Tense::past && !one_form) return false;
  for (std::uint32_t t = token; t > sentence.first && token - t < 4;) {
    --t;
    if (structure_.has(t, Mark::be))
      return structure_.word(token - 1) != "to";
    if (structure_.has(t, Mark::have)) return false;
    if ((structure_.info(t).marks & kBetween) == 0) break;
  }
  if (coordinated_passive(sentence, token)) return true;
  if (one_form && (token == sentence.first || !structure_.is_comma(token - 1))) return false;
  // A participle after a noun or a comma, with no object of its own: "the bloc, founded in 2001", "set up in 1967".
  std::uint32_t behind = token + 1;
  if (behind < sentence.last) {
    const std::string_view particle = structure_.word(behind);
    if (particle == "up" || particle == "out" || particle == "off" || particle == "down") ++behind;
  }
  if (behind >= sentence.last) return false;
  const TokenInfo& next = structure_.info(behind);
  const bool no_object =
      (next.marks & (bit(Mark::preposition) | bit(Mark::agent) | bit(Mark::after))) != 0 || (next.timex >= 0 && !structure_.is_owning_date(behind));
  if (!no_object || token == sentence.first) return false;
  // "Helen Clark, who led an inquiry, warned on Monday": behind an aside the verb is that of the subject.
  if (structure_.is_comma(token - 1)) return structure_.has(behind, Mark::agent) || english_aside(sentence, token - 1) == token - 1;
  if (main_verb_behind(sentence, token)) return true;
  // "nations announced on Friday that": what is said is the object.
  const std::int32_t dated = behind + 1 < sentence.last ? structure_.info(behind + 1).timex : -1;
  if (dated >= 0 && structure_.has(behind, Mark::preposition)) behind = structure_.timex_end(static_cast<std::uint32_t>(dated));
  else if (next.timex >= 0) behind = structure_.timex_end(static_cast<std::uint32_t>(next.timex));
  if (behind < sentence.last && structure_.word(behind) == "that") return false;
  // "The army on Friday agreed to leave": the noun is the one before the date.
  std::uint32_t noun = token - 1;
  if (const std::int32_t timex = structure_.info(noun).timex; timex >= 0) {
    const std::uint32_t begin = structure_.timex_begin(static_cast<std::uint32_t>(timex));
    if (begin < sentence.first + 2) return false;
    noun = structure_.has(begin - 1, Mark::preposition) ? begin - 2 : begin - 1;
  }
  // "FIFA's council agreed on Friday": who can act does.
  if (class_value(noun, "acting_noun") >= 0 || class_value(noun, "common_actor") >= 0 || class_value(noun, "body") >= 0) return false;
  return structure_.info(noun).mention < 0 && structure_.info(noun).marks == 0 && structure_.is_word(noun);
}

// "was arrested in May and sentenced to …": a participle behind "and" goes on with the passive, if it has no object.
bool Relations::coordinated_passive(const text::Sentence& sentence, std::uint32_t token) const {
  if (token <= sentence.first + 2 || token + 1 >= sentence.last || !structure_.has(token - 1, Mark::conjunction))
    return false;
  const std::string_view next = structure_.word(token + 1);
  const bool dated =
      (next == "in" || next == "on") && token + 2 < sentence.last && structure_.info(token + 2).timex >= 0;
  if (!dated && next != "to" && next != "for" && next != "by" && next != "with" && next != "of" && next != "as")
    return false;
  for (std::uint32_t t = token - 1; t-- > sentence.first + 1 && token - t < kSubjectReach;) {
    if (structure_.is_finite(t)) return structure_.has(t - 1, Mark::be);
    if ((structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::complementizer))) != 0) return false;
  }
  return false;
}

// The number that the word has in a class of the lexicon, 0 for none, -1 if it is not of the class.
std::int32_t Relations::class_value(std::uint32_t token, std::string_view name) const {
  const rules::ClassId wanted = structure_.lexicon().find_class(name);
  for (const rules::Hit& hit : structure_.cache().hits(structure_.tokens().tokens[token].analysis)) {
    if (hit.sense.cls == wanted && wanted != rules::kNoClass) return hit.sense.value;
  }
  return -1;
}

// The comma, dash or bracket that opens the aside which `closing` ends, or `closing` itself. A stretch with a verb of its own is
// an aside only behind a relative pronoun.
std::uint32_t Relations::english_aside(const text::Sentence& sentence, std::uint32_t closing) const {
  constexpr std::uint32_t kAside = 25;
  const auto& tokens = structure_.tokens().tokens;
  const std::uint32_t mark = tokens[closing].value;
  const std::uint32_t opening = mark == U')' ? U'(' : mark;
  bool verb = false;
  for (std::uint32_t t = closing; t-- > sentence.first && closing - t < kAside;) {
    if (tokens[t].kind == text::TokenKind::punctuation && tokens[t].value == opening) {
      // "France and Germany, in a statement issued in Berlin, urged": no clause begins with a preposition.
      constexpr std::uint64_t kOthers = bit(Mark::after) | bit(Mark::before) | bit(Mark::clause_link) | bit(Mark::time_since) | bit(Mark::time_until);
      const bool phrase = structure_.has(t + 1, Mark::preposition) && (structure_.info(t + 1).marks & kOthers) == 0 && t > sentence.first && structure_.info(t - 1).mention >= 0;
      const bool aside = phrase || structure_.has(t + 1, Mark::relative) || opens_participle(sentence, t + 1);
      return verb && mark == U',' && !aside ? closing : t;
    }
    if (is_quote(tokens[t])) return closing;
    // "the chef who campaigned for the measure": verbs behind a relative are none of the aside's own.
    if (structure_.has(t, Mark::relative)) verb = false;
    const bool infinitive = t > sentence.first && structure_.word(t - 1) == "to";  // "the first woman to lead Peru"
    verb = verb || (structure_.is_finite(t) && !infinitive);
  }
  return closing;
}

// ", founded in 2001": a participle behind a comma, with no object.
bool Relations::opens_participle(const text::Sentence& sentence, std::uint32_t token) const {
  if (token <= sentence.first || token + 1 >= sentence.last || !structure_.is_comma(token - 1) ||
      !structure_.is_finite(token))
    return false;
  const TokenInfo& next = structure_.info(token + 1);
  return (next.timex >= 0 && !structure_.is_owning_date(token + 1)) || (next.marks & (bit(Mark::preposition) | bit(Mark::agent) | bit(Mark::after))) != 0;
}

// "seized power and declared …": the subject of the verb before.
EnglishSubject Relations::english_shared_subject(const text::Sentence& sentence, std::uint32_t token) const {
  for (std::uint32_t t = token; t-- > sentence.first && token - t < kSubjectReach;) {
    if (structure_.is_finite(t)) return english_left_subject(sentence, t, opens_participle(sentence, t));
  }
  return {.mention = kNoIndex, .pronoun = kNoIndex, .unknown = token > sentence.first};
}

// "Russia, which …", "the president of France, who …": what the relative pronoun stands for.
EnglishSubject Relations::english_antecedent(const text::Sentence& sentence, std::uint32_t relative) const {
  const EnglishSubject none = EnglishSubject::nobody();
  std::uint32_t t = relative;
  while (t > sentence.first) {
    if (structure_.is_comma(t - 1)) {
      --t;
    } else if (structure_.info(t - 1).timex >= 0) {
      t = structure_.timex_begin(static_cast<std::uint32_t>(structure_.info(t - 1).timex));
      if (t > sentence.first && structure_.has(t - 1, Mark::preposition)) --t;
    } else {
      break;
    }
  }
  // "Gilad Shalit, a soldier who": the apposition leads to the name before it.
  constexpr std::uint32_t kApposition = 7;
  for (std::uint32_t a = t; a > sentence.first + 1 && t - a < kApposition && structure_.info(t - 1).mention < 0;) {
    --a;
    const std::string_view word = structure_.word(a);
    if (structure_.is_finite(a) || structure_.is_comma(a)) break;
    if ((word == "a" || word == "an" || word == "the") && structure_.is_comma(a - 1)) {
      t = a - 1;
      break;
    }
  }
  if (t <= sentence.first || structure_.info(t - 1).mention < 0) return none;
  auto m = static_cast<std::uint32_t>(structure_.info(t - 1).mention);
  const bool who = structure_.word(relative) == "who";
  const auto human = [&](std::uint32_t mention) {
    const EntityKind kind = structure_.mentions()[mention].kind;
    return kind == EntityKind::person || kind == EntityKind::office || kind == EntityKind::group;
  };
  if (who && !human(m)) return none;
  if (structure_.mentions()[m].form == MentionForm::nisba) return none;
  if (!who && structure_.role(m).governor != Governor::preposition) m = structure_.role(m).chain_head;
  return EnglishSubject::of(m);
}

// "to sign": the nearest bare mention or the subject of the nearest verb to the left.
EnglishSubject Relations::english_infinitive_subject(const text::Sentence& sentence, std::uint32_t token) const {
  for (std::uint32_t t = token; t > sentence.first && token - t < kSubjectReach;) {
    --t;
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      if (structure_.mentions()[m].form != MentionForm::nisba && structure_.role(m).governor != Governor::preposition) {
        return EnglishSubject::of(structure_.role(m).chain_head);
      }
      t = structure_.mentions()[m].first;
      continue;
    }
    if (is_subject_pronoun(t)) return EnglishSubject::by_pronoun(t);
    if (structure_.is_finite(t)) return english_left_subject(sentence, t, false);
    const text::Token& word = structure_.tokens().tokens[t];
    if (word.kind == text::TokenKind::punctuation && (word.value == U';' || word.value == U':')) break;
  }
  return EnglishSubject::nobody();
}

// "the" and a noun of the class anaphor, with a number if it stands for several.
bool Relations::is_anaphor(std::uint32_t article, std::uint32_t noun, std::int32_t anaphor) const {
  if (anaphor <= 0 || (structure_.word(article) != "the" && structure_.word(article) != "The")) return false;
  if (anaphor < 3 || article + 1 == noun)
    return anaphor < 3 || structure_.word(noun) == "two" || structure_.word(noun) == "pair" || structure_.word(noun) == "duo";
  return structure_.word(article + 1) == "two" || structure_.word(article + 1) == "three" || structure_.word(article + 1) == "four";
}

bool Relations::is_subject_pronoun(std::uint32_t token) const {
  if ((structure_.info(token).marks & kPronoun) == 0) return false;
  std::string word(structure_.word(token));
  word[0] = static_cast<char>(word[0] | 0x20);
  return word == "he" || word == "she" || word == "it" || word == "they";
}

// Leftwards over auxiliaries, dates, asides and prepositional phrases to what stands before the verb. A noun that is no
// mention is a subject too, one that we do not know.
EnglishSubject Relations::english_left_subject(const text::Sentence& sentence, std::uint32_t token,
                                               bool participle) const {
  const EnglishSubject unknown = EnglishSubject::nobody();
  const auto& tokens = structure_.tokens().tokens;
  const auto word_at = [&](std::uint32_t t) { return structure_.word(t); };
  if (token > sentence.first && word_at(token - 1) == "to") return english_infinitive_subject(sentence, token - 1);
  bool close = true;  // nothing but auxiliaries, dates and asides so far
  std::uint32_t owner = kNoIndex;  // of what stands before: "members of the UN adopted"
  std::uint32_t t = token;
  while (t > sentence.first && token - t < kSubjectReach) {
    const std::uint32_t p = t - 1;
    const TokenInfo& info = structure_.info(p);
    if (info.timex >= 0) {
      t = std::max(sentence.first, structure_.timex_begin(static_cast<std::uint32_t>(info.timex)));
      constexpr std::uint64_t kGoverns =
          bit(Mark::preposition) | bit(Mark::after) | bit(Mark::before) | bit(Mark::time_since) | bit(Mark::time_until);
      if (t > sentence.first && (structure_.info(t - 1).marks & kGoverns) != 0) --t;
      continue;
    }
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      const MentionRole& role = structure_.role(m);
      // "Israelis vote": an adjective right before a verb is the people.
      if (mention.form == MentionForm::nisba) return close ? EnglishSubject::of(m) : unknown;
      // "a man convicted of killing the president was hanged": the president is whom the gerund is about.
      std::uint32_t before = mention.first;
      if (before > sentence.first && structure_.is_of(before - 1, determiner_)) --before;
      if (before > sentence.first + 1 && structure_.has(before - 2, Mark::preposition) && is_gerund(before - 1)) {
        t = before - 1;
        close = false;
        continue;
      }
      if (role.governor != Governor::preposition || role.token < sentence.first)
        return EnglishSubject::of(role.chain_head);
      // "after Russia attacked": a conjunction.
      if (close && (structure_.info(role.token).marks &
                    (bit(Mark::after) | bit(Mark::before) | bit(Mark::time_since) | bit(Mark::clause_link))) != 0) {
        return EnglishSubject::of(role.chain_head);
      }
      // "Hundreds of people rallied"
      if (close && role.preposition == structure_.grammar().of && role.token > sentence.first && class_value(role.token - 1, "quantity") >= 0) return EnglishSubject::of(m);
      t = role.token;
      close = false;
      owner = role.preposition == structure_.grammar().of ? role.chain_head : kNoIndex;
      continue;
    }
    if (tokens[p].kind == text::TokenKind::punctuation) {
      const std::uint32_t value = tokens[p].value;
      if (!close || value == U';' || value == U':' || is_quote(tokens[p])) return unknown;
      if (value == U',' && p > sentence.first && is_quote(tokens[p - 1])) return unknown;
      if (value == U',' || value == U')' ||
          ((value == U'-' || value == U'–' || value == U'—') && tokens[p].space_before)) {
        const std::uint32_t open = english_aside(sentence, p);
        if (open < p) {
          const std::int32_t inside = structure_.info(p - 1).mention;
          if (value == U',' && inside >= 0) {
            const EntityMention& mention = structure_.mentions()[static_cast<std::size_t>(inside)];
            const bool whole = mention.first == open + 1 || (mention.first == open + 2 && word_at(open + 1) == "the");
            // "General Burhan, the army chief, said" is Burhan.
            const std::int32_t outside = open > sentence.first ? structure_.info(open - 1).mention : -1;
            const bool title = mention.kind == EntityKind::office && outside >= 0 &&
                               structure_.mentions()[static_cast<std::size_t>(outside)].kind == EntityKind::person;
            if (whole && !title && mention.form != MentionForm::nisba)
              return EnglishSubject::of(structure_.role(static_cast<std::uint32_t>(inside)).chain_head);
          }
          // "Her deputy, Jens Carstensen of the Greens, took over": the name that the aside begins with.
          const std::int32_t named = structure_.info(open + 1).mention;
          if (value == U',' && named >= 0 && open > sentence.first && structure_.info(open - 1).mention < 0 && structure_.is_word(open - 1) &&
              structure_.mentions()[static_cast<std::size_t>(named)].kind == EntityKind::person)
            return EnglishSubject::of(static_cast<std::uint32_t>(named));
          t = open;
          continue;
        }
        if (value != U',') return unknown;
        if (participle && p > sentence.first && structure_.info(p - 1).mention >= 0) {
          return {.mention = structure_.role(static_cast<std::uint32_t>(structure_.info(p - 1).mention)).chain_head,
                  .pronoun = kNoIndex,
                  .unknown = false};
        }
        return english_shared_subject(sentence, p);
      }
      --t;
      continue;
    }
    if (is_subject_pronoun(p)) return EnglishSubject::by_pronoun(p);
    if (close && ((info.marks & bit(Mark::conjunction)) != 0 || word_at(p) == "but"))
      return english_shared_subject(sentence, p);
    if (close && (info.marks & kBetween) != 0) {
      --t;
      continue;
    }
    if (close && (info.marks & (bit(Mark::relative) | bit(Mark::complementizer))) != 0)
      return english_antecedent(sentence, p);
    if (structure_.is_finite(p)) return english_left_subject(sentence, p, false);
    const std::string_view word = word_at(p);
    if (close && (word.ends_with("self") || word.ends_with("selves") || (word.size() > 4 && word.ends_with("ly")))) {
      --t;
      continue;
    }
    if ((info.marks &
         (bit(Mark::clause_link) | bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::conjunction))) != 0 &&
        !info.inside_phrase)
      return unknown;
    if ((info.marks & bit(Mark::preposition)) != 0 || info.inside_phrase) {
      --t;
      continue;
    }
    // A noun phrase: behind a preposition it is passed over, else it is the subject.
    // "Israeli warplanes", "NATO officials" act for whose they are.
    const bool acting = class_value(p, "acting_noun") >= 0 || class_value(p, "common_actor") >= 0;
    if (acting && !close && owner != kNoIndex && structure_.role(owner).token == p + 1) return EnglishSubject::of(owner);
    const std::int32_t anaphor = close ? class_value(p, "anaphor") : -1;
    std::uint32_t n = p;
    while (n > sentence.first && p - n < kNounPhrase) {
      // "the half-island declared", "the two leaders signed": somebody named before.
      if (is_anaphor(n - 1, p, anaphor)) return EnglishSubject::by_pronoun(p);
      const TokenInfo& left = structure_.info(n - 1);
      if (left.mention >= 0) {
        const auto m = static_cast<std::uint32_t>(left.mention);
        return acting ? EnglishSubject::of(
                            structure_.mentions()[m].form == MentionForm::nisba ? m : structure_.role(m).chain_head)
                      : unknown;
      }
      if ((left.marks & (bit(Mark::preposition) | bit(Mark::occasion) | bit(Mark::after) | bit(Mark::before))) != 0)
        break;
      // "Greenpeace and a dozen other groups said": at the head of the sentence, whoever is named.
      if (close && (left.marks & bit(Mark::conjunction)) != 0 && n - 1 > sentence.first && structure_.info(n - 2).mention >= 0) {
        const std::uint32_t head = structure_.role(static_cast<std::uint32_t>(structure_.info(n - 2).mention)).chain_head;
        bool opens = structure_.role(head).governor == Governor::none;
        for (std::uint32_t v = sentence.first; v < n && opens; ++v) opens = !structure_.is_finite(v);
        if (opens) return EnglishSubject::of(head);
      }
      // "its energy ministry said": the owner speaks.
      if (close && (left.marks & (bit(Mark::pronoun_it) | bit(Mark::pronoun_they))) != 0 &&
          (acting || class_value(p, "body") > 0)) {
        return EnglishSubject::by_pronoun(n - 1);
      }
      const bool possessor = acting && text::is_possessive(word_at(n - 1));
      const bool modifies =
          left.marks == 0 || (left.marks & (kPronoun | bit(Mark::other_one) | bit(Mark::planned))) != 0 || possessor;
      if (tokens[n - 1].kind == text::TokenKind::punctuation ? !structure_.is(n - 1, U'-')
                                                             : !modifies || structure_.is_finite(n - 1))
        return unknown;
      --n;
    }
    if (n == sentence.first || p - n >= kNounPhrase) return unknown;
    t = n - 1;
    close = false;
  }
  return {.mention = kNoIndex, .pronoun = kNoIndex, .unknown = t > sentence.first || !close};
}

// "Rebels waging an offensive in the north seized", "a group of rebels opposed to the talks stormed", "leaders of five nations announced": whoever a
// participle or a noun without a name says more of, between the head of the clause and its verb.
EnglishSubject Relations::english_described_subject(const text::Sentence& sentence, std::uint32_t verb) const {
  constexpr std::uint32_t kDescription = 18;
  constexpr std::uint64_t kBorder = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after) | bit(Mark::before) | bit(Mark::have);
  const auto participle = [&](std::uint32_t t) {
    const auto hits = structure_.cache().hits(structure_.tokens().tokens[t].analysis);
    const auto has = [&](Tense tense) { return std::ranges::any_of(hits, [&](const rules::Hit& hit) { return hit.sense.features.tense == tense; }); };
    if (structure_.word(t).ends_with("ing")) return hits.empty() || has(Tense::gerund);
    return (has(Tense::past_participle) || has(Tense::past)) && t + 1 < verb && (structure_.info(t + 1).marks & (bit(Mark::preposition) | bit(Mark::agent))) != 0;
  };
  for (std::uint32_t t = verb; t > sentence.first + 1 && verb - t < kDescription;) {
    --t;
    const TokenInfo& info = structure_.info(t);
    if (info.mention >= 0 || info.timex >= 0) continue;
    if (structure_.is_punctuation(t) || ((info.marks & kBorder) != 0 && !info.inside_phrase)) break;
    const std::int32_t before = structure_.info(t - 1).mention;
    const bool describes = participle(t);
    if (before >= 0 && (describes || structure_.word(t) == "of")) {
      const auto m = static_cast<std::uint32_t>(before);
      const MentionRole& role = structure_.role(m);
      const bool counted = role.preposition == structure_.grammar().of && role.token > sentence.first && class_value(role.token - 1, "quantity") >= 0;
      if (structure_.mentions()[m].form != MentionForm::nisba && (role.governor == Governor::none || counted)) return EnglishSubject::of(counted ? m : role.chain_head);
    }
    if (structure_.is_finite(t) && !describes && structure_.word(t - 1) != "to") break;
  }
  return EnglishSubject::nobody();
}

// Number and gender: "he" is a man, "it" a country or organisation, "they" a group or several.
bool Relations::pronoun_fits(std::uint64_t marks, std::uint32_t mention) const {
  const EntityMention& m = structure_.mentions()[mention];
  if (m.form == MentionForm::nisba)
    return (marks & bit(Mark::pronoun_they)) != 0 && structure_.tokens().words(m.span).ends_with("s");
  const bool person = m.kind == EntityKind::person || m.kind == EntityKind::office;
  if ((marks & bit(Mark::pronoun_he)) != 0) return person && m.gender != rules::Gender::feminine;
  if ((marks & bit(Mark::pronoun_she)) != 0) return person && m.gender != rules::Gender::masculine;
  if ((marks & bit(Mark::pronoun_it)) != 0) {
    if (m.kind == EntityKind::country || m.kind == EntityKind::organisation) return true;
    // A capital speaks for its state, but not in "the Paris Agreement".
    const bool in_name = m.last < structure_.tokens().tokens.size() && structure_.is_word(m.last) && structure_.analyzer().analysis(structure_.tokens().tokens[m.last].analysis).capitalised;
    return m.form == MentionForm::metonym && !in_name;
  }
  return m.kind == EntityKind::group || m.kind == EntityKind::organisation ||
         structure_.role(mention).chain_head != mention ||
         (mention + 1 < structure_.mentions().size() && structure_.role(mention + 1).chain_head == mention &&
          mention + 1 != structure_.role(mention + 1).chain_head);
}

// The subject of the sentence before, if it agrees; else the nearest bare mention that does. "Their" looks into its own
// sentence first.
void Relations::add_pronoun(Slot slot, const text::Sentence& sentence, std::uint32_t pronoun, std::uint32_t token,
                            const Discourse& discourse, std::vector<Filler>& out) {
  const std::size_t first = out.size();
  find_antecedent(slot, sentence, pronoun, token, discourse, out);
  if (out.size() == first) return;
  // "Modi, on his first trip": the name, where it stands in the sentence.
  const bool named = slot == Slot::genitive && structure_.mentions()[out[first].mention].first >= sentence.first;
  if (!named) out[first].pronoun = pronoun;
}

void Relations::find_antecedent(Slot slot, const text::Sentence& sentence, std::uint32_t pronoun, std::uint32_t token,
                                const Discourse& discourse, std::vector<Filler>& out) {
  constexpr std::uint32_t kBack = 70;
  const std::int32_t anaphor = class_value(pronoun, "anaphor");
  const std::uint64_t marks = anaphor >= 3   ? bit(Mark::pronoun_they)
                              : anaphor == 1 ? bit(Mark::pronoun_he) | bit(Mark::pronoun_she)
                              : anaphor == 2 ? bit(Mark::pronoun_it)
                                             : structure_.info(pronoun).marks & kPronoun;
  const auto& mentions = structure_.mentions();
  const auto back_to = [&](std::uint32_t from, std::uint32_t to, std::string_view but = {}) {
    for (std::uint32_t m = structure_.first_mention(from); m-- > 0 && mentions[m].first >= to;) {
      if (!but.empty() && mentions[m].actor.id == but) continue;
      if (structure_.role(m).governor == Governor::preposition || !pronoun_fits(marks, m)) continue;
      add_chain(structure_.role(m).chain_head, slot, text::kNoWord, token, out, true);
      return true;
    }
    return false;
  };
  // "the two signed": the last two named, not counting who says so.
  if (anaphor >= 3) {
    const std::uint32_t speaker = english_shared_subject(sentence, pronoun).mention;
    std::vector<std::uint32_t> both;
    for (std::uint32_t m = structure_.first_mention(pronoun);
         m-- > 0 && pronoun - mentions[m].first < kBack && both.size() < 2;) {
      const EntityMention& mention = mentions[m];
      const bool person = mention.kind == EntityKind::person && anaphor != 4;
      const bool country = mention.kind == EntityKind::country && anaphor != 3;
      if (mention.form == MentionForm::nisba || (!person && !country) || (m == speaker && anaphor == 5)) continue;
      if (!both.empty() && (mentions[both[0]].kind != mention.kind || mentions[both[0]].actor.id == mention.actor.id))
        continue;
      both.push_back(m);
    }
    if (both.size() < 2) return;
    for (const std::uint32_t m : {both[1], both[0]}) {
      out.push_back(
          {.mention = m, .slot = slot, .preposition = text::kNoWord, .distance = distance(m, token), .implied = true});
    }
    return;
  }
  if (pronoun > token) {
    // An object is somebody else than the subject.
    const std::uint32_t doer = english_left_subject(sentence, token, false).mention;
    (void)back_to(pronoun, pronoun > kBack ? pronoun - kBack : 0,
                  doer == kNoIndex ? std::string_view{} : mentions[doer].actor.id);
    return;
  }
  if (anaphor <= 0) {
    const EnglishSubject own = english_shared_subject(sentence, pronoun);
    if (own.mention != kNoIndex && structure_.mentions()[own.mention].first < pronoun &&
        pronoun_fits(marks, own.mention)) {
      return add_chain(own.mention, slot, text::kNoWord, token, out, true);
    }
  }
  if (pronoun > sentence.first && (marks & bit(Mark::pronoun_they)) != 0 && back_to(pronoun, sentence.first)) return;
  bool any = false;
  for (const std::uint32_t m : discourse.subjects) {
    const bool several = (marks & bit(Mark::pronoun_they)) != 0 && discourse.subjects.size() > 1;
    if (!several && !pronoun_fits(marks, m)) continue;
    if ((marks & bit(Mark::pronoun_they)) != 0 && !several) {
      add_chain(structure_.role(m).chain_head, slot, text::kNoWord, token, out, true);
      any = true;
      continue;
    }
    out.push_back(
        {.mention = m, .slot = slot, .preposition = text::kNoWord, .distance = distance(m, token), .implied = true});
    any = true;
  }
  if (any || back_to(pronoun, pronoun > kBack ? pronoun - kBack : 0)) return;
  // "she": whom the text told of last, however far back.
  const std::uint32_t person = discourse.person;
  if ((marks & (bit(Mark::pronoun_he) | bit(Mark::pronoun_she))) == 0 || person == kNoIndex || !pronoun_fits(marks, person)) return;
  out.push_back({.mention = person, .slot = slot, .preposition = text::kNoWord, .distance = distance(person, token), .implied = true});
}

// "Elected to parliament in 2002, she was …": the participle that opens the sentence is told of the subject behind the comma.
EnglishSubject Relations::english_main_subject(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kPhrase = 20;
  constexpr std::uint32_t kArticle = 3;
  for (std::uint32_t t = token + 1; t < std::min(sentence.last, token + kPhrase); ++t) {
    if (structure_.is_finite(t)) break;
    if (!structure_.is_comma(t)) continue;
    for (std::uint32_t s = t + 1; s < std::min(sentence.last, t + kArticle); ++s) {
      if (is_subject_pronoun(s)) return EnglishSubject::by_pronoun(s);
      const std::int32_t m = structure_.info(s).mention;
      if (m >= 0 && structure_.mentions()[static_cast<std::size_t>(m)].form != MentionForm::nisba)
        return EnglishSubject::of(structure_.role(static_cast<std::uint32_t>(m)).chain_head);
    }
  }
  return EnglishSubject::nobody();
}

void Relations::english_verb(const text::Sentence& sentence, std::uint32_t token, const Sense& sense,
                             const Discourse& discourse, std::vector<Filler>& out) {
  const bool opens = token == sentence.first && (sense.features.tense == Tense::past || sense.features.tense == Tense::past_participle);
  // "Named prime minister in 2007, she resigned": what she was named.
  constexpr std::uint32_t kOffice = 4;
  bool as_office = false;
  for (std::uint32_t t = token + 1; opens && !as_office && t < std::min(sentence.last, token + kOffice) && structure_.is_word(t); ++t) as_office = class_value(t, "office") > 0;
  if (opens && token + 1 < sentence.last && (as_office || structure_.info(token + 1).timex >= 0 || (structure_.info(token + 1).marks & (bit(Mark::preposition) | bit(Mark::agent))) != 0)) {
    const EnglishSubject subject = english_main_subject(sentence, token);
    if (subject.mention != kNoIndex || subject.pronoun != kNoIndex) return english_subject(Slot::patient, sentence, token, subject, token, discourse, out);
  }
  const bool passive = is_passive(sentence, token, sense);
  const Structure::Gerund gerund = structure_.gerund(token);
  const bool shares = gerund != Structure::Gerund::none && gerund != Structure::Gerund::progressive;
  EnglishSubject subject = shares ? english_gerund_subject(sentence, token, gerund) : english_left_subject(sentence, token, passive);
  if (subject.unknown && !shares) subject = english_described_subject(sentence, token);
  std::uint32_t object = kNoIndex;
  const std::uint32_t end = std::min(sentence.last, token + 9);
  for (std::uint32_t t = token + 1; t < end; ++t) {
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      // "shot two Kenyan fishermen": whose they are stands for them.
      const bool people = mention.form == MentionForm::nisba && mention.last < sentence.last && class_value(mention.last, "common_actor") >= 0;
      if ((mention.form != MentionForm::nisba || people) && structure_.role(m).governor == Governor::none) {
        object = m;
        break;
      }
      t = mention.last - 1;
      continue;
    }
    if ((info.marks & (bit(Mark::preposition) | bit(Mark::agent) | bit(Mark::complementizer) | bit(Mark::clause_link) |
                       bit(Mark::relative) | bit(Mark::after))) != 0)
      break;
    if (structure_.is_finite(t)) break;
    if (structure_.is_punctuation(t)) {
      // "ousted its chairman, Ana Rios,": the name behind the comma.
      const std::int32_t name = structure_.is_comma(t) && t > token + 1 && t + 1 < sentence.last && structure_.is_of(t - 1, person_noun_) ? structure_.info(t + 1).mention : -1;
      if (name >= 0 && structure_.mentions()[static_cast<std::size_t>(name)].kind == EntityKind::person) object = static_cast<std::uint32_t>(name);
      break;
    }
  }
  // "Ukraine, which Russia invaded": the antecedent is the object.
  if (subject.mention != kNoIndex && object == kNoIndex && !passive) {
    const std::uint32_t first = structure_.mentions()[subject.mention].first;
    const bool the =
        first > sentence.first && structure_.word(first - 1) == "the";
    const std::uint32_t link = first - (the ? 2 : 1);
    if (first > sentence.first + 2 && first < token && token - first < kNear && structure_.has(link, Mark::relative)) {
      object = english_antecedent(sentence, link).mention;
    }
  }
  if (passive) {
    english_subject(Slot::patient, sentence, token, subject, token, discourse, out);
    for (std::uint32_t t = token + 1; t < std::min(sentence.last, token + kReach) && !structure_.is_finite(t); ++t) {
      const std::int32_t m = structure_.info(t).mention;
      if (m >= 0 && structure_.role(static_cast<std::uint32_t>(m)).preposition == structure_.grammar().by) {
        add_chain(static_cast<std::uint32_t>(m), Slot::agent, text::kNoWord, token, out);
        break;
      }
    }
    return;
  }
  // "elected him by 395 votes"
  if (object == kNoIndex && token + 1 < sentence.last) {
    const std::string_view next = structure_.word(token + 1);
    const bool her = next == "her" && token + 2 < sentence.last &&
                     (structure_.info(token + 2).marks != 0 || structure_.info(token + 2).timex >= 0 ||
                      !structure_.is_word(token + 2));
    const bool it = next == "it" && token + 2 < sentence.last && !structure_.is_finite(token + 2) &&
                    (structure_.info(token + 2).timex >= 0 ||
                     (structure_.info(token + 2).marks &
                      (bit(Mark::preposition) | bit(Mark::after) | bit(Mark::conjunction))) != 0 ||
                     !structure_.is_word(token + 2));
    if (next == "him" || next == "them" || her || it)
      add_pronoun(Slot::patient, sentence, token + 1, token, discourse, out);
  }
  // "…, accusing Nairobi": a gerund has its object behind it.
  if (!shares && told_by_unnamed(sentence, token, sense)) return;
  if (const std::uint32_t speaker = shares ? kNoIndex : english_inverted(sentence, token, sense, subject); speaker != kNoIndex) {
    return add_chain(speaker, Slot::agent, text::kNoWord, token, out);
  }
  english_subject(Slot::agent, sentence, token, subject, token, discourse, out);
  if (object != kNoIndex) add_chain(object, Slot::patient, text::kNoWord, token, out);
}

// "After meeting X, Y said", "Y, after meeting X, said", "Y spoke after meeting X", "Y signed, becoming …": of the main verb.
EnglishSubject Relations::english_gerund_subject(const text::Sentence& sentence, std::uint32_t token, Structure::Gerund gerund) const {
  if (gerund == Structure::Gerund::opening) return english_main_subject(sentence, token);
  for (std::uint32_t t = token; t-- > sentence.first && token - t < kSubjectReach;) {
    if (structure_.is_finite(t) && t + 1 < token) return english_left_subject(sentence, t, opens_participle(sentence, t));
  }
  return english_infinitive_subject(sentence, token);
}

// "…," said X: the speaker follows when only what was said stands before the verb.
std::uint32_t Relations::english_inverted(const text::Sentence& sentence, std::uint32_t token, const Sense& sense,
                                          const EnglishSubject& subject) const {
  const auto& tokens = structure_.tokens().tokens;
  if (token == sentence.first || tokens[token - 1].kind != text::TokenKind::punctuation || subject.pronoun != kNoIndex)
    return kNoIndex;
  const bool quoted = is_quote(tokens[token - 1]) ||
                      (structure_.is_comma(token - 1) && token > sentence.first + 1 && is_quote(tokens[token - 2]));
  if (!quoted && !(is_speech(sense) && structure_.is_comma(token - 1))) return kNoIndex;
  // "Frank Tumwebaze, a minister, told reporters": behind an aside the verb goes on with its own subject.
  if (!quoted && subject.mention != kNoIndex && english_aside(sentence, token - 1) < token - 1) return kNoIndex;
  for (std::uint32_t t = token + 1; t < std::min(sentence.last, token + kNear); ++t) {
    const TokenInfo& info = structure_.info(t);
    if (tokens[t].kind == text::TokenKind::punctuation || structure_.is_finite(t)) {
      // "said Sherpa's director, Sandra Cossart": the name behind the comma.
      const std::int32_t name = structure_.is_comma(t) && t > token + 1 && t + 1 < sentence.last ? structure_.info(t + 1).mention : -1;
      return name >= 0 && structure_.mentions()[static_cast<std::size_t>(name)].kind == EntityKind::person ? static_cast<std::uint32_t>(name) : kNoIndex;
    }
    if ((info.marks & (bit(Mark::preposition) | bit(Mark::complementizer) | bit(Mark::clause_link))) != 0)
      return kNoIndex;
    if (info.mention < 0) continue;
    const auto m = static_cast<std::uint32_t>(info.mention);
    const EntityMention& mention = structure_.mentions()[m];
    const std::string_view behind =
        mention.last < sentence.last ? structure_.word(mention.last) : "";
    // "Pashinyan, re-elected in June, said Armenia had no part": a clause begins there, so it is what was said.
    constexpr std::uint64_t kVerbal = bit(Mark::auxiliary) | bit(Mark::be) | bit(Mark::have) | bit(Mark::future) | bit(Mark::negation);
    if (mention.last < sentence.last && (structure_.is_finite(mention.last) || (structure_.info(mention.last).marks & kVerbal) != 0)) return kNoIndex;
    // "said Biden's spokesman", "said the court's president, X": somebody else.
    if (mention.form != MentionForm::nisba && !text::is_possessive(behind) &&
        structure_.role(m).governor == Governor::none)
      return m;
    t = mention.last - 1;
  }
  return kNoIndex;
}

// "Chad lost ten men on Friday, said a statement by the army": behind the comma the speaker follows, and no table knows him.
bool Relations::told_by_unnamed(const text::Sentence& sentence, std::uint32_t verb, const Sense& sense) const {
  constexpr std::uint32_t kRest = 16;
  if (!is_speech(sense) || verb <= sentence.first + 1 || verb + 2 >= sentence.last || !structure_.is_comma(verb - 1)) return false;
  if (structure_.word(verb + 1) != "a" && structure_.word(verb + 1) != "an") return false;
  for (std::uint32_t t = verb + 2; t < std::min(sentence.last, verb + kRest); ++t) {
    if (structure_.info(t).mention >= 0 && structure_.role(static_cast<std::uint32_t>(structure_.info(t).mention)).governor == Governor::none) return false;
    if (structure_.is_finite(t) || structure_.has(t, Mark::complementizer) || structure_.has(t, Mark::be) || structure_.has(t, Mark::have)) return false;
  }
  return true;
}

void Relations::english_subject(Slot slot, const text::Sentence& sentence, std::uint32_t verb,
                                const EnglishSubject& subject, std::uint32_t token, const Discourse& discourse,
                                std::vector<Filler>& out) {
  if (subject.pronoun != kNoIndex) return add_pronoun(slot, sentence, subject.pronoun, token, discourse, out);
  if (subject.unknown) return;
  if (subject.mention == kNoIndex) {
    if (!structure_.noun_before(sentence, verb)) add_discourse(slot, nullptr, token, discourse, out);
    return;
  }
  // Headlines: "Armenia, Azerbaijan sign deal".
  const auto& mentions = structure_.mentions();
  const std::uint32_t m = subject.mention;
  const bool starts =
      m > 0 && (mentions[m - 1].first == sentence.first ||
                (mentions[m - 1].first > sentence.first && structure_.is_finite(mentions[m - 1].first - 1)));
  const bool pair = starts && mentions[m - 1].last + 1 == mentions[m].first && mentions[m].last == verb &&
                    mentions[m - 1].form != MentionForm::nisba &&
                    structure_.is_comma(mentions[m - 1].last);
  if (pair) add_chain(m - 1, slot, text::kNoWord, token, out, true);
  add_chain(m, slot, text::kNoWord, token, out, pair);
}

void Relations::english_noun(const text::Sentence& sentence, std::uint32_t token, const Discourse& discourse,
                             std::vector<Filler>& out) {
  // Left: "Russia's invasion", "the Russian invasion", "the Arab League summit".
  for (std::uint32_t t = token; t > sentence.first && token - t < 6;) {
    --t;
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      const std::string_view behind =
          mention.last < sentence.last ? structure_.word(mention.last) : "";
      const bool possessive = text::is_possessive(behind);
      if (mention.form == MentionForm::nisba) {
        out.push_back({.mention = m,
                       .slot = Slot::nisba,
                       .preposition = text::kNoWord,
                       .distance = distance(m, token),
                       .implied = false});
      } else if (possessive || mention.last == token || token - mention.last <= 1) {
        add_chain(structure_.role(m).chain_head, Slot::genitive, text::kNoWord, token, out);
      } else {
        break;
      }
      t = mention.first;
      continue;
    }
    if (structure_.is_finite(t) || (info.marks & bit(Mark::preposition)) != 0) break;
    if (structure_.is_punctuation(t) && !structure_.is(t, U'-')) break;
    std::string word(structure_.word(t));
    word[0] = static_cast<char>(word[0] | 0x20);
    if (word == "its" || word == "their" || word == "his" || word == "her") {
      add_pronoun(Slot::genitive, sentence, t, token, discourse, out);
      break;
    }
  }
  for (std::uint32_t t = token + 1; t < std::min(sentence.last, token + 6); ++t) {
    const std::int32_t m = structure_.info(t).mention;
    if (m < 0) {
      if (structure_.is_finite(t) || structure_.is_comma(t)) break;
      continue;
    }
    const MentionRole& role = structure_.role(static_cast<std::uint32_t>(m));
    if (role.governor == Governor::preposition && role.preposition == structure_.grammar().of) {
      add_chain(static_cast<std::uint32_t>(m), Slot::genitive, text::kNoWord, token, out);
    }
    break;
  }
  if (const std::uint32_t verb = governing_verb(sentence, token); verb != kNoIndex) {
    english_subject(Slot::governor, sentence, verb, english_left_subject(sentence, verb, false), token, discourse, out);
  }
}

}  // namespace tarikh::event
