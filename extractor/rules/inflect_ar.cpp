#include "rules/inflect_ar.h"

#include <algorithm>
#include <array>

#include "rules/arabic_nominal.h"
#include "rules/arabic_verb.h"
#include "text/fold.h"

namespace tarikh::rules {
namespace {

using std::u32string_view;

// --- Which of the possible forms are worth having -------------------------------------------------------------

/// Form I verbs whose passive is spelled otherwise and is really written. All others are left out: the passive of
/// زار would turn every وزير into "and was visited", that of وقع would be يوقع, "signs".
struct FirstFormPassive {
  u32string_view past;
  u32string_view perfect;    // empty = as the active
  u32string_view imperfect;  // empty = as the active
};
constexpr auto kFirstFormPassives = std::to_array<FirstFormPassive>({
    {U"قال", U"قيل", U"يقال"}, {U"باع", U"بيع", U"يباع"}, {U"صاغ", U"صيغ", U"يصاغ"},
    {U"ساق", U"سيق", U"يساق"}, {U"قاد", U"", U"يقاد"}, {U"زار", U"", U"يزار"},
    {U"دعا", U"دعي", U"يدعى"}, {U"تلا", U"تلي", U"يتلى"}, {U"نفى", U"نفي", U""},
    {U"بنى", U"بني", U""}, {U"رمى", U"رمي", U""}, {U"بدأ", U"بدئ", U""},
    {U"سأل", U"سئل", U""}, {U"أخذ", U"", U"يؤخذ"}, {U"أمر", U"", U"يؤمر"},
    {U"أسر", U"", U"يؤسر"}, {U"وضع", U"", U"يوضع"}, {U"وصف", U"", U"يوصف"},
    {U"وجد", U"", U"يوجد"}, {U"ولد", U"", U"يولد"}, {U"أكل", U"", U"يؤكل"}});

/// Participles that are nouns of their own: a society is not a meeting, a year is not a verb. Masculine entries
/// stop the singular and dual, feminine ones (ة) the feminine.
constexpr auto kLexicalised = std::to_array<u32string_view>(
    {U"مجتمع",  U"مجتمعة", U"جامع",   U"جامعة",  U"مجموع",  U"مجموعة", U"منظمة",  U"مؤتمر",  U"مقرر",   U"موقع",
     U"موقف",   U"موضوع",  U"مشروع",  U"مشروعة", U"مسؤول",  U"مسؤولة", U"قائمة",  U"حاكم",   U"عالم",   U"عامل",
     U"حادث",   U"حادثة",  U"جاري",   U"جارية",  U"ماضي",   U"ماضية",  U"قادم",   U"قادمة",  U"مقبل",   U"مقبلة",
     U"سابق",   U"سابقة",  U"لاحق",   U"لاحقة",  U"تالي",   U"تالية",  U"شارع",   U"طالب",   U"طالبة",  U"نائب",
     U"نائبة",  U"كاتب",   U"قاعدة",  U"ناتج",   U"مدير",   U"مديرة",  U"ممثل",   U"ممثلة",  U"متحدث",  U"متحدثة",
     U"محافظ",  U"محافظة", U"معارض",  U"معارضة", U"مراقب",  U"مستقل",  U"مستقلة", U"مستوى",  U"منشأة",  U"منشأ",
     U"مصدر",   U"مفوض",   U"مفوضة",  U"مستشار", U"معاهدة", U"محكمة",  U"مدرسة",  U"مبنى",   U"منتخب",  U"منتخبة",
     U"مكتوب",  U"متبادل", U"متبادلة", U"شاهد",  U"واقع",   U"واقعة",  U"مستقبل"});

bool is_lexicalised(const Letters& word) { return std::ranges::find(kLexicalised, word) != kLexicalised.end(); }

bool is_hamza(char32_t c) { return c == U'أ' || c == U'ؤ' || c == U'ئ' || c == U'ء'; }

// The hollow vowel of a word shortens before a closed syllable: قال قل-, يسيء يسئ-.
Letters shortened(const Letters& word, u32string_view hamza_seat) {
  const std::size_t n = word.size();
  Letters stem = word.substr(0, n - 2);
  return stem + (word.back() == U'ء' ? Letters(hamza_seat) : word.substr(n - 1));
}

// --- Finite forms -----------------------------------------------------------------------------------------------

class FiniteForms {
 public:
  FiniteForms(const VerbShape& shape, std::vector<Form>& out) : shape_(shape), out_(out) {}

  void add_active() {
    add_perfect(shape_.past);
    add_imperfect(shape_.present);
  }
  void add_passive(const Letters& perfect, const Letters& imperfect) {
    for (const Form& form : out_) active_folded_.push_back(text::fold(form.text));
    passive_ = true;
    if (!perfect.empty()) add_perfect(perfect);
    if (!imperfect.empty()) add_imperfect(imperfect);
    passive_ = false;
  }
  void add_first_persons();

 private:
  struct PerfectStems {
    Letters feminine;   // before ت
    Letters dual;       // before ا
    Letters plural;     // before وا
    Letters consonant;  // before a suffix that begins with a consonant
  };
  struct ImperfectStems {
    Letters dual;
    Letters plural;
    Letters feminine_plural;
    Letters apocopated;  // empty = as the full form
  };

  [[nodiscard]] PerfectStems perfect_stems(const Letters& past) const;
  [[nodiscard]] ImperfectStems imperfect_stems(const Letters& present) const;
  [[nodiscard]] bool weak_first_form() const;
  void add_perfect(const Letters& past);
  void add_imperfect(const Letters& present);
  void add_imperfect_person(const Letters& word, const ImperfectStems& stems, Gender gender);

  [[nodiscard]] Features features(Tense tense, std::uint8_t person, Number number, Gender gender) const {
    Features f;
    f.tense = tense;
    f.person = person;
    f.number = number;
    f.gender = gender;
    f.passive_only = passive_;
    return f;
  }
  void add(const Letters& stem, u32string_view suffix, const Features& f) {
    for (std::string& spelling : attach(stem, suffix)) add_spelling(std::move(spelling), f);
  }
  void add_before_pronoun(const Letters& stem, u32string_view suffix, Features f) {
    f.construct = true;
    add(stem, suffix, f);
  }
  void add_spelling(std::string text, const Features& f);

  const VerbShape& shape_;
  std::vector<Form>& out_;
  bool passive_ = false;
  std::vector<std::string> active_folded_;
};

// A passive that reads like the active of the same person is no form of its own.
void FiniteForms::add_spelling(std::string text, const Features& f) {
  if (passive_) {
    const std::string folded = text::fold(text);
    Features active = f;
    active.passive_only = false;
    for (std::size_t i = 0; i < active_folded_.size(); ++i) {
      if (out_[i].features == active && active_folded_[i] == folded) return;
    }
  }
  out_.push_back({std::move(text), f});
}

bool FiniteForms::weak_first_form() const {
  return (shape_.form == VerbForm::i || shape_.form == VerbForm::i_or_ii) &&
         (shape_.weakness == Weakness::hollow || shape_.weakness == Weakness::defective);
}

FiniteForms::PerfectStems FiniteForms::perfect_stems(const Letters& past) const {
  const Letters bare = without_last(past);
  switch (shape_.weakness) {
    case Weakness::hollow: {
      const Letters consonant = shortened(past, shape_.form == VerbForm::i ? U"ئ" : U"أ");
      return {past, past, past, consonant};
    }
    case Weakness::defective: {
      if (ends_with(past, U'ي')) return {past, past, bare, past};
      const Letters full = bare + (ends_with(past, U'ا') && past.size() == 3 ? U"و" : U"ي");
      return {bare, full, bare, full};
    }
    case Weakness::doubled: return {past, past, past, past + past.back()};
    case Weakness::sound: break;
  }
  return {past, past, past, past};
}

void FiniteForms::add_perfect(const Letters& past) {
  const PerfectStems stems = perfect_stems(past);
  const auto third = [&](Number number, Gender gender) { return features(Tense::perfect, 3, number, gender); };
  const Features he = third(Number::singular, Gender::masculine);
  add(past, U"", he);
  if (ends_with(past, U'ى')) add_before_pronoun(with_last(past, U"ا"), U"", he);
  add(stems.feminine, U"ت", third(Number::singular, Gender::feminine));
  add(stems.dual, U"ا", third(Number::dual, Gender::masculine));
  add(stems.feminine, U"تا", third(Number::dual, Gender::feminine));
  add(stems.plural, U"وا", third(Number::plural, Gender::masculine));
  add_before_pronoun(stems.plural, U"و", third(Number::plural, Gender::masculine));
  if (passive_ || weak_first_form()) return;
  const bool melts = ends_with(stems.consonant, U'ن');
  add(melts ? without_last(stems.consonant) : stems.consonant, U"ن", third(Number::plural, Gender::feminine));
}

FiniteForms::ImperfectStems FiniteForms::imperfect_stems(const Letters& present) const {
  const Letters bare = without_last(present);
  const std::size_t n = present.size();
  switch (shape_.weakness) {
    case Weakness::hollow: {
      const char32_t vowel = present[n - 2];
      const Letters cut = shortened(present, vowel == U'و' ? U"ؤ" : vowel == U'ي' ? U"ئ" : U"أ");
      return {present, present, cut, cut};
    }
    case Weakness::defective: {
      // A final ي or ى goes before -ūna, a و melts into it.
      const Letters full = ends_with(present, U'ى') ? with_last(present, U"ي") : present;
      return {full, bare, full, bare};
    }
    case Weakness::doubled: return {present, present, present + present.back(), {}};
    case Weakness::sound: break;
  }
  const bool melts = ends_with(present, U'ن');
  return {present, present, melts ? bare : present, {}};
}

// Third persons in ي or ت; `word` and `stems` already begin with the prefix.
void FiniteForms::add_imperfect_person(const Letters& word, const ImperfectStems& stems, Gender gender) {
  const auto third = [&](Number number) { return features(Tense::imperfect, 3, number, gender); };
  add(word, U"", third(Number::singular));
  for (const Letters& stem : stems_before_pronoun(word)) add_before_pronoun(stem, U"", third(Number::singular));
  add(stems.dual, U"ان", third(Number::dual));
  add(stems.dual, U"ا", third(Number::dual));
  // Two letters are left of يرى or يلي: تل and تر are other words.
  if (stems.apocopated.size() >= 3) {
    Features f = third(Number::singular);
    f.apocopated = true;
    add(stems.apocopated, U"", f);
  }
}

void FiniteForms::add_imperfect(const Letters& present) {
  const ImperfectStems stems = imperfect_stems(present);
  const auto prefixed = [](const Letters& stem, char32_t prefix) {
    return stem.empty() ? stem : prefix + stem.substr(1);
  };
  add_imperfect_person(present, stems, Gender::masculine);
  const Features they = features(Tense::imperfect, 3, Number::plural, Gender::masculine);
  add(stems.plural, U"ون", they);
  add(stems.plural, U"وا", they);
  add_before_pronoun(stems.plural, U"و", they);
  const ImperfectStems her{prefixed(stems.dual, U'ت'), {}, {}, prefixed(stems.apocopated, U'ت')};
  add_imperfect_person(prefixed(present, U'ت'), her, Gender::feminine);
  if (!passive_) add(stems.feminine_plural, U"ن", features(Tense::imperfect, 3, Number::plural, Gender::feminine));
}

// Speakers in quotations. They come last: "أعلن" is "he announced" before it is "I announce".
void FiniteForms::add_first_persons() {
  const PerfectStems stems = perfect_stems(shape_.past);
  const Letters& c = stems.consonant;
  const auto first = [&](Tense tense, Number number) { return features(tense, 1, number, Gender::any); };
  add(ends_with(c, U'ت') ? without_last(c) : c, U"ت", first(Tense::perfect, Number::singular));
  add(ends_with(c, U'ن') ? without_last(c) : c, U"نا", first(Tense::perfect, Number::plural));
  const Letters& present = shape_.present;
  if (present.size() < 4) return;
  const Letters stem = present.substr(1);
  add(stem[0] == U'أ' ? U"آ" + stem.substr(1) : U"أ" + stem, U"", first(Tense::imperfect, Number::singular));
  add(U"ن" + stem, U"", first(Tense::imperfect, Number::plural));
}

// --- Passives ---------------------------------------------------------------------------------------------------

// The vowel before the last consonant turns to i: استضاف استضيف, أنشأ أنشئ, تولى تولي, ترأس ترئس.
Letters with_i(Letters word, Weakness weakness) {
  const std::size_t n = word.size();
  if (weakness == Weakness::hollow) word[n - 2] = U'ي';
  if (weakness == Weakness::defective) word.back() = U'ي';
  if (word.back() == U'أ') word.back() = U'ئ';
  if (weakness == Weakness::sound && word[n - 2] == U'أ') word[n - 2] = U'ئ';
  return word;
}

// ... and to a in the imperfect and the passive participle: يستضيف يستضاف, ينشئ ينشأ, يستدعي يستدعى.
Letters with_a(Letters word, Weakness weakness) {
  if (weakness == Weakness::hollow) word[word.size() - 2] = U'ا';
  if (weakness == Weakness::defective) word.back() = U'ى';
  if (word.back() == U'ئ') word.back() = U'أ';
  return word;
}

Letters passive_past(const VerbShape& shape) {
  Letters past = with_i(shape.past, shape.weakness);
  switch (shape.form) {
    case VerbForm::iii:
      if (past[0] == U'و') return {};  // ووفق reads "and according to", ووصل "and arrived"
      if (past[0] == U'آ') return U"أو" + past.substr(1);
      past[1] = U'و';
      break;
    case VerbForm::iv:
      if (past[0] == U'آ') return U"أو" + past.substr(1);
      if (past[1] == U'ي') past[1] = U'و';
      break;
    case VerbForm::vi: past[2] = U'و'; break;
    case VerbForm::x:
      if (past[3] == U'أ') past[3] = U'ؤ';
      break;
    case VerbForm::i:
    case VerbForm::i_or_ii:
    case VerbForm::ii:
    case VerbForm::v:
    case VerbForm::vii:
    case VerbForm::viii:
    case VerbForm::quadriliteral:
    case VerbForm::quadriliteral_ta: break;
  }
  return past;
}

void add_passives(const VerbShape& shape, FiniteForms& finite) {
  switch (shape.form) {
    case VerbForm::vii: return;  // has none
    case VerbForm::i:
    case VerbForm::i_or_ii: {
      const auto* known = std::ranges::find(kFirstFormPassives, shape.past, &FirstFormPassive::past);
      if (known != kFirstFormPassives.end()) finite.add_passive(Letters(known->perfect), Letters(known->imperfect));
      return;
    }
    case VerbForm::ii:
    case VerbForm::iii:
    case VerbForm::iv:
    case VerbForm::v:
    case VerbForm::vi:
    case VerbForm::viii:
    case VerbForm::x:
    case VerbForm::quadriliteral:
    case VerbForm::quadriliteral_ta: break;
  }
  finite.add_passive(passive_past(shape), with_a(shape.present, shape.weakness));
}

// --- Participles and verbal nouns ---------------------------------------------------------------------------------

struct Participles {
  Letters active;   // empty = none worth having
  Letters passive;
};

Participles first_form_participles(const VerbShape& shape) {
  const Letters& p = shape.past;
  // Doubled ones are other words (عام year, مادة article), and so are مدينة and موقع's kin of the hollow passive.
  if (shape.weakness == Weakness::doubled) return {{}, U"م" + p + U"و" + p.back()};
  const Letters head = p[0] == U'أ' ? Letters(U"آ") : p.substr(0, 1) + U"ا";
  if (shape.weakness == Weakness::hollow) {
    return {p.back() == U'ء' ? Letters{} : head + U"ئ" + p.back(), {}};
  }
  const Letters middle(1, p[1] == U'أ' ? U'ئ' : p[1]);
  const Letters closed_middle(1, p[1] == U'أ' ? U'ؤ' : p[1]);
  if (shape.weakness == Weakness::defective) {
    return {head + middle + U"ي", U"م" + p.substr(0, 1) + closed_middle + (p.back() == U'ا' ? U"و" : U"ي")};
  }
  const bool hamza = is_hamza(p[2]);
  return {head + middle + (hamza ? U'ئ' : p[2]), U"م" + p.substr(0, 1) + closed_middle + U"و" + (hamza ? U'ء' : p[2])};
}

Participles participles(const VerbShape& shape) {
  if (shape.form == VerbForm::i_or_ii) return {};
  if (shape.form == VerbForm::i) return first_form_participles(shape);
  Letters active = U"م" + shape.present.substr(1);
  const Letters passive = with_a(active, shape.weakness);
  if (active.back() == U'أ') active.back() = U'ئ';  // يتنبأ متنبئ
  if (active.back() == U'ى') active.back() = U'ي';  // يتولى متولي
  return {active, shape.form == VerbForm::vii ? Letters{} : passive};
}

void add_participle(const Letters& participle, Tense tense, std::vector<Form>& out) {
  if (participle.size() < 3) return;
  Features base;
  base.tense = tense;
  std::vector<Form> forms;
  decline_adjective(participle, base, forms);
  const bool no_masculine = is_lexicalised(participle);
  const bool no_feminine = is_lexicalised(participle + U"ة");
  for (Form& form : forms) {
    const bool feminine = form.features.gender == Gender::feminine;
    if (feminine ? no_feminine : no_masculine && form.features.number != Number::plural) continue;
    out.push_back(std::move(form));
  }
}

void add_masdars(const VerbShape& shape, std::vector<Form>& out) {
  const bool derived = shape.form != VerbForm::i && shape.form != VerbForm::i_or_ii;
  Features base;
  base.tense = Tense::masdar;
  for (const Letters& masdar : shape.masdars) {
    decline_noun(masdar, base, {.dual_construct = false, .regular_plural = derived || ends_with(masdar, U'ة')}, out);
  }
}

void drop_repetitions(std::vector<Form>& forms) {
  std::vector<Form> unique;
  unique.reserve(forms.size());
  for (Form& form : forms) {
    const auto same = [&](const Form& f) { return f.features == form.features && f.text == form.text; };
    if (std::ranges::none_of(unique, same)) unique.push_back(std::move(form));
  }
  forms = std::move(unique);
}

}  // namespace

Result<std::vector<Form>> inflect_arabic_verb(std::string_view past, std::string_view present,
                                              std::span<const std::string_view> masdars) {
  Result<VerbShape> analysed = analyse_arabic_verb(past, present, masdars);
  if (!analysed) return analysed.error();
  const VerbShape& shape = *analysed;
  std::vector<Form> forms;
  FiniteForms finite(shape, forms);
  finite.add_active();
  add_passives(shape, finite);
  add_masdars(shape, forms);
  const Participles parts = participles(shape);
  add_participle(parts.active, Tense::active_participle, forms);
  add_participle(parts.passive, Tense::passive_participle, forms);
  finite.add_first_persons();
  drop_repetitions(forms);
  return forms;
}

}  // namespace tarikh::rules
