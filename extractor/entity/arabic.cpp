// Noun phrases of people and bodies in Arabic: office, complement, nisba, adjectives, name.
//   الرئيس الفرنسي إيمانويل ماكرون · وزير خارجية إيران · الأمين العام للأمم المتحدة · البرلمان التونسي · نظيره الصيني
#include "entity/tagger.h"

#include <algorithm>

#include "text/fold.h"

namespace tarikh::entity {
namespace {

constexpr std::uint32_t kMaxNameWords = 4;
constexpr OfficeId kKing = 10, kCommissioner = 20, kSpokesperson = 23;
constexpr OfficeId kJudge = 36, kGeneral = 40, kDelegation = 115;

// تغيير, إعلان: a verbal noun that no lexicon holds is no name, though it stands behind an office.
bool is_verbal_noun(std::string_view word) {
  constexpr std::size_t kLetter = 2;
  const std::string folded = text::fold(word);
  const auto letter = [&](std::size_t i) { return std::string_view(folded).substr(i * kLetter, kLetter); };
  if (folded.size() != 5 * kLetter) return false;
  return (letter(0) == "ت" && letter(3) == "ي") || (letter(0) == "ا" && letter(3) == "ا");
}

}  // namespace

// بن, أبو, آل: "إلى" is no "my house of".
bool EntityTagger::is_name_particle(std::uint32_t token) const {
  const Word word = word_of(rules_.name_particle, token);
  return word.tokens > 0 && !word.enclitic;
}

// A given name that is a word as well: حسن, كامل.
// علي is spelled like the preposition where names are folded; in the text it may be told from على.
bool EntityTagger::is_given_word(std::uint32_t token) const {
  return !end(token) && !taken(token) && is_word(token) && (word_of(rules_.given_word, token).tokens == 1 || surface(token) == "علي");
}

// "عبد السلام": the second half of such a name.
bool EntityTagger::is_servant_name(std::uint32_t first, std::uint32_t token) const {
  return token > first && !taken(token) && is_name_particle(token - 1) && surface(token - 1).ends_with("عبد") && surface(token).starts_with("ال");
}

// A word that may be part of an unknown name: known to no lexicon, or a given name.
bool EntityTagger::arabic_name_word(std::uint32_t token) const {
  if (end(token) || !is_word(token) || taken(token) || !tokens_->tokens[token].arabic) return false;
  if (is_given_name(token)) return true;
  return cache_->hits(tokens_->tokens[token].analysis).empty() && name_at(token).sense == nullptr;
}

// "وزير المالية عزيز فايد": right behind one name "and so he backed" is none of a sentence, and the word is the family's.
bool EntityTagger::is_joined_word(std::uint32_t token) const {
  const auto hits = cache_->hits(tokens_->tokens[token].analysis);
  const auto readings = analyzer_->readings(tokens_->tokens[token].analysis);
  return !hits.empty() && name_at(token).sense == nullptr &&
         std::ranges::all_of(hits, [&](const rules::Hit& hit) { return (readings[hit.reading].proclitics & text::kFa) != 0; });
}

// "السفير تميم خلاف": behind an office and a given name a bare noun is the family's, but for those who are called by one name ("الأمير محمد").
bool EntityTagger::is_family_noun(std::uint32_t given, std::uint32_t token) const {
  constexpr std::size_t kShortest = 3 * 2;
  if (given == 0 || !is_given_name(given) || tokens_->tokens[given].line_start || name_at(token).sense != nullptr) return false;
  const std::string_view before = surface(given - 1);
  for (const std::string_view called : {"الملك", "الأمير", "السلطان", "الشيخ", "البابا", "الإمام", "العاهل", "أمير", "ملك"}) {
    if (before == called) return false;
  }
  const std::string_view word = surface(token);
  if (word.size() < kShortest || word.starts_with("ال") || word.ends_with("ا") || word.ends_with("ة") || word.ends_with("ات") || word.ends_with("ين") || word.ends_with("ون")) return false;
  const auto hits = cache_->hits(tokens_->tokens[token].analysis);
  const auto readings = analyzer_->readings(tokens_->tokens[token].analysis);
  return !office_at(token).word && std::ranges::all_of(hits, [&](const rules::Hit& hit) {
    return (hit.sense.pos == rules::Pos::noun || hit.sense.features.tense == rules::Tense::masdar) && readings[hit.reading].proclitics == 0 && readings[hit.reading].enclitic == text::Enclitic::none;
  });
}

EntityTagger::NameRun EntityTagger::arabic_name(std::uint32_t token, bool after_office) const {
  if (end(token) || !is_word(token) || taken(token) || word_of(rules_.no_name, token)) return {};
  if (const NameTable::Found found = name_at(token); found.sense != nullptr) {
    if (entity(found.sense->entity).kind == EntityKind::person && (found.proclitics == 0 || !after_office)) {
      return {.first = token, .last = token + found.tokens, .entity = found.sense->entity};
    }
    if (!is_given_name(token) || surface(token).starts_with("ال")) return {};  // "زار رئيس الوزراء الهند"
  }
  // "القاضي حسن الكيلاني": behind an office a word is a given name where more of a name follows.
  const auto is_given = [&](std::uint32_t t) { return is_given_name(t) || (after_office && is_given_word(t)) || is_servant_name(token, t); };
  // "محمد العلمي", "يوسف المصري": behind a given name an adjective with the article is a family's.
  const auto is_family = [&](std::uint32_t t) {
    if (t != token + 1 || end(t) || !is_word(t) || !surface(t).starts_with("ال") || !surface(t).ends_with("ي")) return false;
    const NameTable::Found found = name_at(t);
    return found.sense == nullptr || (found.sense->form == MentionForm::nisba && found.tokens == 1);
  };
  const auto goes_on = [&](std::uint32_t t) { return arabic_name_word(t) || is_given_word(t) || is_name_particle(t) || (!end(t) && is_joined_word(t)) || is_family(t); };
  const bool given = is_given(token) && (is_given_name(token) || goes_on(token + 1));
  if (!given && !is_name_particle(token) && (!after_office || !arabic_name_word(token))) return {};
  if (!given && surface(token).starts_with("ال")) return {};
  std::uint32_t t = token;
  std::uint32_t names = 0;
  // Given names and particles chain; one word of family name ends it.
  while (t - token < kMaxNameWords && !end(t) && is_word(t)) {
    const bool known_given = is_given(t);
    const bool particle = is_name_particle(t) && !is_servant_name(token, t);
    const bool family = names == 1 && given && is_family(t);
    if (t > token && !particle && !known_given && !family && !arabic_name_word(t) && !(after_office && names == 1 && (is_joined_word(t) || is_family_noun(token, t)))) break;
    ++t;
    if (particle) continue;
    ++names;
    if (names >= 2 && !known_given) break;
    if (names == 1 && !known_given && !after_office) break;
  }
  while (t > token && is_name_particle(t - 1) && !is_servant_name(token, t - 1)) --t;
  // One word alone names nobody without an office before it.
  if (names == 0 || t == token || (t - token == 1 && !after_office)) return {};
  return {.first = token, .last = t};
}

// Who has the office: "روسيا", "الروسي", "لمجلس الأمن"; adjectives in between are skipped. Gives the token behind.
std::uint32_t EntityTagger::arabic_holder(std::uint32_t token, Holder& holder, bool genitive, bool& former) const {
  std::uint32_t t = token;
  for (int steps = 0; steps < 5 && !end(t); ++steps) {
    if (const Word word = word_of(rules_.office_former, t)) {
      former = true;
      t += word.tokens;
      continue;
    }
    if (const Word word = word_of(rules_.office_adjective, t); word && word.proclitics == 0) {
      t += word.tokens;
      continue;
    }
    if (!holder.id.empty()) break;
    // "رئيس «فيفا»": the quotation marks belong to the name.
    const bool quoted = is_quote(t) && !end(t + 1) && is_word(t + 1);
    const NameTable::Found found = name_at(quoted ? t + 1 : t);
    if (quoted && (found.sense == nullptr || !is_quote(t + 1 + found.tokens))) break;
    if (found.sense == nullptr) {
      // "رئيس دولة الإمارات", "رئيس جمهورية مصر": the generic word stands between.
      if (genitive && word_of(rules_.group_member, t) && !end(t + 1) && name_at(t + 1).sense != nullptr) {
        ++t;
        continue;
      }
      break;
    }
    const EntityKind kind = entity(found.sense->entity).kind;
    const bool nisba = found.sense->form == MentionForm::nisba;
    const bool of_name = kind == EntityKind::country || kind == EntityKind::organisation || kind == EntityKind::place;
    if (nisba ? !found.definite || found.proclitics != 0 : !of_name) break;
    if (!nisba && found.proclitics != 0 && found.proclitics != text::kLi) break;
    if (!nisba && found.proclitics == 0 && !genitive) break;
    holder = holder_of(found);
    t += found.tokens + (quoted ? 2 : 0);
    genitive = false;
  }
  return t;
}

// A noun that may have a genitive behind it: no verb, no preposition ("عضو في الحزب"), and without clitics.
bool EntityTagger::is_construct_noun(std::uint32_t token) const {
  constexpr std::size_t kThreeLetters = 6;
  const std::uint32_t analysis = tokens_->tokens[token].analysis;
  const auto readings = analyzer_->readings(analysis);
  const auto hits = cache_->hits(analysis);
  // "بالرئيس" has the article, also where a rule names the whole form.
  if (std::ranges::any_of(readings, [](const text::Reading& reading) { return (reading.proclitics & text::kAl) != 0; })) return false;
  const bool particle = std::ranges::any_of(hits, [](const rules::Hit& hit) { return hit.sense.pos == rules::Pos::particle; });
  if (particle && surface(token).size() <= kThreeLetters) return false;
  return std::ranges::any_of(hits, [&](const rules::Hit& hit) {
    const text::Reading& reading = readings[hit.reading];
    const bool nominal = hit.sense.pos == rules::Pos::noun || hit.sense.features.tense == rules::Tense::masdar;
    return (nominal || (!particle && hit.sense.pos != rules::Pos::verb)) && reading.proclitics == 0 && reading.enclitic == text::Enclitic::none;
  });
}

// "بلدية المدينة", "الأطباء", "هيئة أركان الجيش" behind "رئيس", "عميد": nouns up to one that makes the phrase definite. A name stays
// for arabic_holder().
std::uint32_t EntityTagger::arabic_construct(std::uint32_t token, std::uint32_t longest) const {
  for (std::uint32_t t = token; t < token + longest && !end(t) && is_word(t) && !taken(t); ++t) {
    if (const NameTable::Found name = name_at(t); name.sense != nullptr) return t > token && name.proclitics == 0 ? t : token;
    if (surface(t).starts_with("ال")) return t + 1;
    if (!is_construct_noun(t)) return token;
  }
  return token;
}

// "الناشطة الحقوقية فلانة الفلانية", "ممثل أرمينيا للشؤون القانونية فلان الفلاني", "عميد الأطباء فلان الفلاني": a calling, whose and
// what for, and two words of a name. Without an article or an owner the words behind may be adjectives. Who acts in public is
// an actor without his name too: "رئيس بلدية المدينة", "محاميه".
std::uint32_t EntityTagger::arabic_titled(std::uint32_t token) {
  constexpr std::uint32_t kLongest = 5;
  constexpr OfficeId kFirstPerson = 301;  // of offices.tsv
  const Office office = office_at(token);
  const Word common = word_of(rules_.common_actor, token);
  const Word calling = word_of(rules_.title_noun, token);
  const bool person = common.value >= kFirstPerson;
  const Word title = office.word && !office.plural ? office.word : person ? common : calling;
  if (!title) return token;
  const bool acts = person || (office.word && !office.plural && office.word.value != kGeneral);  // "الفريق" is a team as well
  if (title.enclitic && !person) return token;
  Holder holder;
  bool former = false;
  // "القائم بأعمال السفارة": the article of the first word does not end the phrase.
  const std::string_view last_word = surface(token + title.tokens - 1);
  const bool definite = title.enclitic || (title.definite && title.tokens == 1) || last_word.starts_with("ال");
  std::uint32_t t = arabic_holder(token + title.tokens, holder, !definite, former);
  if (!definite && holder.id.empty()) {
    constexpr std::uint32_t kWords = 3;
    const std::uint32_t behind = arabic_construct(t, kWords);
    if (behind == t) return token;
    t = arabic_holder(behind, holder, !surface(behind - 1).starts_with("ال"), former);  // "زعيم المعارضة | باريس"
  }
  const std::uint32_t bare = t;
  for (const std::uint32_t last = token + kLongest; t < last && !end(t) && is_word(t) && !taken(t); ++t) {
    if (!surface(t).starts_with("ال") && !surface(t).starts_with("لل")) break;
  }
  const OfficeId number = acts ? title.value : kNoOffice;
  const NameRun run = arabic_name(t, true);
  // Behind a complement that may be longer, only what is known as a name.
  const bool known = run && (run.entity != kNoIndex || is_given_name(run.first));
  if (run && ((definite && !office.word) || known) && (run.last >= run.first + 2 || run.entity != kNoIndex)) {
    add_person(token, run.last, title.begin, title.proclitics, run, kNoOffice, holder, office.word ? office.gender : rules::Gender::any);
    return run.last;
  }
  if (!title.enclitic && !office.word) {
    if (const NameRun behind = name_behind_complement(bare, true)) {
      add_person(token, behind.last, title.begin, title.proclitics, behind, kNoOffice, holder, office.word ? office.gender : rules::Gender::any);
      return behind.last;
    }
  }
  const Institution* institution = acts ? rules_.gazetteer->institution(number) : nullptr;
  if (institution == nullptr) return token;
  EntityMention& mention = add(token, bare, title.begin, title.proclitics);
  mention.kind = EntityKind::office;
  mention.form = MentionForm::description;
  mention.actor = {.id = {}, .name_en = institution->name_en, .name_ar = institution->name_ar};
  mention.country = holder.id;
  mention.gender = institution->gender;
  mention.number = rules::Number::singular;
  mention.common = true;
  return bare;
}

bool EntityTagger::tells_of_people(std::uint32_t token) const {
  if (token >= tokens_->tokens.size() || !is_word(token) || !may_be(token, rules_.of_people.bit)) return false;
  return std::ranges::any_of(cache_->hits(tokens_->tokens[token].analysis), [&](const rules::Hit& hit) {
    return hit.sense.cls == rules_.of_people.id && (hit.sense.features.tense == rules::Tense::perfect || hit.sense.features.tense == rules::Tense::imperfect);
  });
}

// A verb or a verbal noun of what people do stands right before this given name.
bool EntityTagger::deed_before(std::uint32_t token) const {
  if (token == 0 || tokens_->tokens[token].line_start || !is_given_name(token) || !is_word(token - 1) || !may_be(token - 1, rules_.of_people.bit)) return false;
  return std::ranges::any_of(cache_->hits(tokens_->tokens[token - 1].analysis), [&](const rules::Hit& hit) { return hit.sense.cls == rules_.of_people.id; });
}

// "سلفه غوتابايا راجاباكسا", "زوجته هوسيا موباندا": whoever is called by what he is to somebody.
std::uint32_t EntityTagger::arabic_relation(std::uint32_t token) {
  if (word_of(rules_.kin, token).tokens != 1) return token;
  const NameRun run = arabic_name(token + 1, true);
  if (!run || run.entity != kNoIndex || (run.last < run.first + 2 && !is_given_name(run.first))) return token;
  const std::string_view first = surface(run.first);
  if (first.starts_with("ال") || first.ends_with("ة") || first.ends_with("ات")) return token;
  add_person(token, run.last, 0, 0, run, kNoOffice, {}, rules::Gender::any);
  return run.last;
}

// "قالت هوسيا موباندا", "هوسيا موباندا قالت", "عن هوسيا موباندا قوله": two words that nothing knows, beside a verb that is about people, are a name.
std::uint32_t EntityTagger::arabic_unknown_name(std::uint32_t token) {
  const NameRun run = arabic_unknown_run(token);
  if (!run) return token;
  const std::uint32_t last = run.last;
  const bool opens = tokens_->tokens[token].line_start || token == 0;
  const std::string_view before = opens || !is_word(token - 1) ? std::string_view{} : surface(token - 1);
  const bool quoted = (before == "عن" || before == "وعن") && !end(last) && is_word(last) && surface(last).starts_with("قول");
  const bool subject = (opens || !is_word(token - 1)) && tells_of_people(last);
  if (!quoted && !subject && (opens || !tells_of_people(token - 1))) return token;
  add_person(token, last, 0, 0, run, kNoOffice, {}, rules::Gender::any);
  return last;
}

// "وفي قفصة، أغلق محتجون": a word that nothing knows, between "in" at the head of the sentence and a comma.
std::uint32_t EntityTagger::arabic_fronted_place(std::uint32_t token) {
  if (token == 0 || tokens_->tokens[token].line_start) return token;
  if (surface(token - 1) != "في" && surface(token - 1) != "وفي") return token;
  const bool opens = token == 1 || tokens_->tokens[token - 1].line_start || !is_word(token - 2);
  if (!opens || !arabic_unknown_word(token)) return token;
  add_unknown_place(token, token + 1, 0, 0);
  return token + 1;
}

// "في بلدة نامبالا", "بقصر قرطاج", "أمام مقر البرلمان": a noun for places and a name that no table holds, where something says that it is there.
std::uint32_t EntityTagger::arabic_unknown_place(std::uint32_t token) {
  constexpr std::uint32_t kName = 3;
  constexpr std::int32_t kNamed = 1;  // value of place_noun
  const Word noun = word_of(rules_.place_noun, token);
  if (!noun || noun.definite || noun.enclitic) return token;
  const bool governed = (noun.proclitics & (text::kBi | text::kLi)) != 0 || (token > 0 && !tokens_->tokens[token].line_start && word_of(rules_.where, token - 1));
  if (!governed) return token;
  std::uint32_t last = token + noun.tokens;
  for (const std::uint32_t most = last + kName; last < most && !end(last) && is_word(last) && !taken(last) && name_at(last).sense == nullptr; ++last) {
    const bool article = surface(last).starts_with("ال");
    if (!arabic_unknown_word(last) && !article) break;
    // "معبر البوكمال | الحدودي", "جزيرة سامار | مترافقا": what is said of a town is no part of its name.
    const bool said_of_it = article || (surface(last).starts_with("م") && surface(last).ends_with("ا"));
    if (noun.value == kNamed && last > token + noun.tokens && said_of_it) break;
  }
  if (last == token + noun.tokens) return token;
  // "أمام مقر الحلف في بروكسل": the city says it better.
  const bool in_city = !end(last) && is_word(last) && (name_at(last).proclitics & text::kBi) != 0;
  if (noun.value != kNamed && (in_city || (!end(last) && is_word(last) && surface(last) == "في" && name_at(last + 1).sense != nullptr))) return token;
  EntityMention& mention = add_unknown_place(token, last, noun.begin, noun.proclitics);
  mention.common = true;
  if (noun.value == kNamed) {
    mention.place = unknown_ref(tokens_->words({tokens_->tokens[token + noun.tokens].span.begin, mention.span.end}));
  } else {
    mention.place.name_en.clear();
  }
  return last;
}

// "بدر عبد العاطي وزير الخارجية يلتقي …": at the head of a clause the office behind a name is its own; behind a verb it may be whom he met. The
// last mention is the name that ends at the token; gives the token behind both.
std::uint32_t EntityTagger::arabic_apposition(std::uint32_t token) {
  EntityMention& person = out_->back();
  const std::uint32_t first = person.first;
  const bool opens = first == 0 || tokens_->tokens[first].line_start || !is_word(first - 1);
  if (!opens || end(token)) return token;
  const Office office = office_at(token);
  if (!office.word || office.plural || office.word.proclitics != 0 || office.word.enclitic) return token;
  Holder holder;
  bool former = false;
  std::uint32_t t = token + office.word.tokens;
  t = arabic_holder(t, holder, !office.word.definite && !surface(token).starts_with("ال"), former);
  if (holder.id.empty() && office.word.tokens == 1 && !office.word.definite) return token;  // "رئيس" of something unknown
  person.last = t;
  person.span.end = tokens_->tokens[t - 1].span.end;
  for (Known& known : known_) {
    if (known.ref != person.actor || former) continue;
    known.offices |= std::uint64_t{1} << static_cast<unsigned>(office.word.value % 64);
    if (known.country.empty()) known.country = holder.id;
  }
  if (person.country.empty()) person.country = holder.id;
  return t;
}

std::uint32_t EntityTagger::arabic_group(std::uint32_t token, const Office& office) {
  Holder holder;
  bool former = false;
  std::uint32_t t = token + office.word.tokens;
  const std::uint32_t bare = t;
  t = arabic_holder(t, holder, true, former);
  if (holder.id.empty()) {
    if (!office.word.definite) return token;
    t = bare;
  }
  add_group(token, t, office.word.begin, office.word.proclitics, office.word.value, holder);
  return t;
}

// "محكمة تونسية", "محكمة عسكرية روسية": whose it is, told without the article. Gives the token behind.
std::uint32_t EntityTagger::indefinite_holder(std::uint32_t token, Holder& holder) const {
  std::uint32_t t = token;
  if (!end(t) && is_word(t) && name_at(t).sense == nullptr && (surface(t).ends_with("ية") || surface(t).ends_with("ي"))) ++t;
  if (end(t) || !is_word(t)) return token;
  const NameTable::Found found = name_at(t);
  if (found.sense == nullptr || found.sense->form != MentionForm::nisba || found.definite || found.proclitics != 0) return token;
  holder = holder_of(found);
  return t + found.tokens;
}

std::uint32_t EntityTagger::arabic_body(std::uint32_t token) {
  const Word body = word_of(rules_.body, token);
  if (!body) return token;
  Holder holder;
  bool former = false;
  std::uint32_t t = arabic_holder(token + body.tokens, holder, !body.definite && !surface(token).starts_with("ال"), former);
  if (holder.id.empty()) {
    t = token + body.tokens;
    const Institution* of = rules_.gazetteer->institution(body.value);
    if (!body.definite && of != nullptr && of->decides) t = indefinite_holder(t, holder);
    // "أمر جيشه": an army that is somebody's is told to do, and does nothing by itself.
    if (body.enclitic && of != nullptr && of->decides) holder = owner();
    // "وفد من الاتحاد الأفريقي"
    if (holder.id.empty() && body.value == kDelegation && !end(t + 1) && is_word(t) && surface(t) == "من") {
      const NameTable::Found found = name_at(t + 1);
      if (found.sense != nullptr && found.sense->form == MentionForm::name && entity(found.sense->entity).kind != EntityKind::person) {
        holder = holder_of(found);
        if (!holder.id.empty()) t += 1 + found.tokens;
      }
    }
    if (!body.definite && holder.id.empty()) return token;
    if (body.definite) holder = country_behind(t, "في");
  }
  add_body(token, t, body.begin, body.proclitics, body.value, holder);
  return t;
}

// A word that nothing knows, as a name that no table holds begins or goes on with.
bool EntityTagger::arabic_unknown_word(std::uint32_t token) const {
  return !end(token) && is_word(token) && !taken(token) && tokens_->tokens[token].arabic && cache_->hits(tokens_->tokens[token].analysis).empty() &&
         name_at(token).sense == nullptr;
}

// Two words or three that nothing knows.
EntityTagger::NameRun EntityTagger::arabic_unknown_run(std::uint32_t token) const {
  constexpr std::uint32_t kWords = 3;
  if (!arabic_unknown_word(token) || !arabic_unknown_word(token + 1)) return {};
  const std::string_view first = surface(token);
  if (first.starts_with("ال") || first.ends_with("ات") || first.ends_with("ون") || first.ends_with("ين") || first.ends_with("ة") || first.ends_with("ته") || first.ends_with("تها")) return {};
  std::uint32_t last = token + 2;
  while (last < token + kWords && arabic_unknown_word(last)) ++last;
  return {.first = token, .last = last};
}

// "رئيس الهيئة الوطنية العليا للحوار خالد بحاح", "ممثل المفوضية في نواكشوط محمد العلمي", "الرئيس المضيف فلان الفلاني": the name behind what
// says whose the title is, and where. `posted`: holders of such a title sit somewhere, so that a place may be part of it.
EntityTagger::NameRun EntityTagger::name_behind_complement(std::uint32_t token, bool posted) const {
  constexpr std::uint32_t kComplement = 8;
  enum class Part : std::uint8_t { none, definite, indefinite };  // an indefinite one wants its genitive
  const auto part_of = [&](std::uint32_t t) {
    const std::string_view word = surface(t);
    const auto readings = analyzer_->readings(tokens_->tokens[t].analysis);
    const auto hits = cache_->hits(tokens_->tokens[t].analysis);
    // "أطاح ضباط بالرئيس": the object of the verb is no complement.
    const auto apart = [&](const rules::Hit& hit) { return (readings[hit.reading].proclitics & (text::kBi | text::kKa | text::kWa | text::kFa)) != 0; };
    if (hits.empty() ? word.starts_with("بال") : std::ranges::all_of(hits, apart)) return Part::none;
    if (word.starts_with("ال") || word.starts_with("لل")) return Part::definite;
    if (posted && (word == "في" || word == "إلى" || word == "لدى")) return Part::indefinite;
    if (word == "في") {  // "رئيس الهيئة التنفيذية في حركة أمل": of a body, also who sits nowhere
      const NameTable::Found body = name_at(t + 1);
      return body.sense != nullptr && entity(body.sense->entity).kind == EntityKind::organisation ? Part::indefinite : Part::none;
    }
    const auto owned = [&](const rules::Hit& hit) { return readings[hit.reading].enclitic != text::Enclitic::none; };
    if (std::ranges::any_of(hits, owned)) return Part::definite;  // "رئيس بلديتها"
    return is_construct_noun(t) || word.starts_with("ل") ? Part::indefinite : Part::none;  // "باسم | وزارة الموارد", "لأمانة المنطقة"
  };
  if (end(token) || !is_word(token) || taken(token) || part_of(token) == Part::none) return {};
  bool noun = false;  // that wants its genitive
  for (std::uint32_t t = token; t < token + kComplement && !end(t) && is_word(t) && !taken(t); ++t) {
    const NameTable::Found found = name_at(t);
    const bool person = found.sense != nullptr && entity(found.sense->entity).kind == EntityKind::person;
    if (t > token && !noun) {
      const std::string_view word = surface(t);
      if (person || is_given_name(t) || is_given_word(t) || word == "عبد" || word == "أبو") {
        const NameRun run = found.proclitics == 0 ? arabic_name(t, true) : NameRun{};
        if (run && (run.entity != kNoIndex || run.last > run.first + 1)) return run;
      }
      if (found.sense == nullptr) {
        if (const NameRun run = arabic_unknown_run(t)) return run;
      }
    }
    if (person) return {};
    if (found.sense != nullptr) {
      if ((found.proclitics & ~text::kLi) != 0) return {};
      t += found.tokens - 1;
      noun = false;
      continue;
    }
    const Part part = part_of(t);
    if (part == Part::none || (part == Part::indefinite && noun)) return {};
    // "مفوض الحكومة لدى المحكمة | القاضي فادي عقيقي": a rank goes with the name; anybody else with an office is somebody else:
    // "استقبل الوزير السعودي | المبعوث الأممي هانس غروندبرغ", "عزل الرئيس | نائبه بنجامين بول".
    const Office second = office_at(t);
    const bool ranks = second.word.value == kJudge || second.word.value == kGeneral || surface(t).starts_with("الأمير");
    const Word rank = ranks ? second.word : word_of(rules_.person_title, t);
    if (rank && (rank.proclitics & (text::kWa | text::kFa)) != 0) return {};
    if (rank && !noun) {
      const NameRun run = arabic_name(t + rank.tokens, true);
      return run.entity != kNoIndex || run.last > run.first + 1 ? run : NameRun{};
    }
    if (second.word || word_of(rules_.counterpart, t) || word_of(rules_.kin, t) || word_of(rules_.title_noun, t)) return {};
    noun = part == Part::indefinite;
  }
  return {};
}

// "كلف رئيس الجمهورية التونسية | أحمد الحشاني": behind a verb of appointing or dismissing, the name of another than who holds the office
// is that of whom he appoints.
bool EntityTagger::is_appointed(std::uint32_t token, OfficeId office, const Holder& holder, const NameRun& name) const {
  if (token == 0 || tokens_->tokens[token].line_start || !is_word(token - 1) || !may_be(token - 1, rules_.appoints.bit) || holder.id.empty() || !dct_) return false;
  const std::uint32_t person = rules_.gazetteer->officeholder(office, holder.id, *dct_);
  if (person == kNoIndex || person == name.entity) return false;
  const auto held = [&](const Tenure& tenure) { return tenure.office == office && tenure.from <= *dct_; };
  if (name.entity != kNoIndex) return std::ranges::none_of(rules_.gazetteer->tenures_of(name.entity), held);
  // The same man in another spelling has the same family name.
  const std::string family = text::fold(surface(name.last - 1));
  return std::ranges::none_of(entity(person).names_ar, [&](const std::string& known) { return text::fold(known).ends_with(family); });
}

std::uint32_t EntityTagger::arabic_office(std::uint32_t token) {
  // A name that is as long wins: "رئيس" begins no organisation, "مجلس الشيوخ الأمريكي" may be one.
  const Office office = office_at(token);
  const NameTable::Found name = name_at(token);
  if (name.sense != nullptr && name.tokens >= office.word.tokens) {
    // "رئيسي" is a name too, but not where two presidents' countries follow.
    const bool may_be_office = office.word && office.plural && entity(name.sense->entity).kind == EntityKind::person;
    return may_be_office ? arabic_group(token, office) : token;
  }
  if (office.word && office.plural) return arabic_group(token, office);
  if (const Word counterpart = word_of(rules_.counterpart, token)) {
    Holder holder;
    bool former = false;
    std::uint32_t t = arabic_holder(token + counterpart.tokens, holder, false, former);
    if (holder.id.empty()) return token;
    // The office of the last person with one.
    OfficeId shared = kNoOffice;
    for (std::size_t k = known_.size(); k-- > 0 && shared == kNoOffice;) {
      if (known_[k].kind != EntityKind::person || known_[k].offices == 0) continue;
      for (OfficeId o = 1; o < 64; ++o) {
        if ((known_[k].offices >> o) & 1U) {
          shared = o;
          break;
        }
      }
    }
    if (const NameRun run = arabic_name(t, true)) {
      add_person(token, run.last, counterpart.begin, counterpart.proclitics, run, shared, holder, rules::Gender::any);
      return run.last;
    }
    if (shared != kNoOffice && add_described(token, t, counterpart.begin, counterpart.proclitics, shared, holder, false, true, rules::Gender::any)) return t;
    return token;
  }
  if (!office.word) return arabic_body(token);
  const Word body = word_of(rules_.body, token);
  if (body && body.tokens > office.word.tokens) return arabic_body(token);

  Holder holder;
  bool former = false;
  std::uint32_t t = token + office.word.tokens;
  const bool definite = office.word.definite;
  bool complete = false;  // "زار زعيم المعارضة باريس": the genitive is there
  if (office.word.value == kSpokesperson || !definite) {
    // "المتحدث باسم الخارجية الروسية": the body stands for its holder.
    if (const Word of = word_of(rules_.body, t); of && of.proclitics == 0) {
      t += of.tokens;
      complete = of.definite;
      t = arabic_holder(t, holder, !of.definite, former);
    }
  }
  // "زار البابا العراق": an office with the article has no genitive, even where it is listed with it.
  const bool article = surface(token).starts_with("ال");
  const bool construct = !definite && !article;
  t = arabic_holder(t, holder, !complete && (construct || office.word.value == kSpokesperson), former);
  std::uint32_t name_start = t;
  if (const Word title = word_of(rules_.person_title, t); (title.proclitics & (text::kWa | text::kFa)) == 0) name_start += title.tokens;
  const bool comma = !end(name_start) && is_comma(name_start);
  NameRun run = arabic_name(comma ? name_start + 1 : name_start, !comma);
  if (comma && run && run.entity == kNoIndex && !is_given_name(run.first)) run = {};
  // Without anything that says whose office it is, only a known name or given name makes a person.
  if (run && run.entity == kNoIndex && holder.id.empty() && !definite && !office.word.enclitic && !is_given_name(run.first)) run = {};
  if (run && run.entity == kNoIndex && run.last == run.first + 1 && is_verbal_noun(surface(run.first))) run = {};
  // "عين الملك | سعد الدين العثماني": who has held office, and never the throne, is not the king.
  if (run && run.entity != kNoIndex && office.word.value == kKing) {
    const auto tenures = rules_.gazetteer->tenures_of(run.entity);
    if (!tenures.empty() && std::ranges::none_of(tenures, [](const Tenure& tenure) { return tenure.office == kKing; })) run = {};
  }
  const bool appointed = run && is_appointed(token, office.word.value, holder, run);
  if (run && !appointed) {
    add_person(token, run.last, office.word.begin, office.word.proclitics, run, office.word.value, holder, office.gender);
    return run.last;
  }
  const bool posted = office.word.value >= kCommissioner && office.word.value <= kSpokesperson;
  if (!comma && !appointed && !office.word.enclitic) {
    if (const NameRun person = name_behind_complement(t, posted)) {
      add_person(token, person.last, office.word.begin, office.word.proclitics, person, office.word.value, holder, office.gender);
      return person.last;
    }
  }
  if (!appointed && !end(t) && short_name(t) > t) {
    // The short name has been added as a mention: widen it to the whole phrase.
    EntityMention& mention = out_->back();
    mention.first = token;
    mention.span.begin = tokens_->tokens[token].span.begin + office.word.begin;
    mention.proclitics = office.word.proclitics;
    return mention.last;
  }
  if (office.word.enclitic) return token;
  // "رئيس كتلة الحزب" heads something unknown, it is not the president told of before.
  if (construct && holder.id.empty() && office.word.tokens == 1) return token;
  // "الفريق" is a team as well as a rank.
  const bool known = definite || (article && office.word.value != kGeneral);
  if (add_described(token, t, office.word.begin, office.word.proclitics, office.word.value, holder, former, known, office.gender)) return t;
  return token;
}

}  // namespace tarikh::entity
