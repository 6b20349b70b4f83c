// Grammatical features of a word form, as far as event rules look at them.
#pragma once

#include <cstdint>
#include <string>

namespace tarikh::rules {

enum class Pos : std::uint8_t { verb, noun, adjective, particle, name };

/// Arabic and English forms in one list; a language uses its own.
enum class Tense : std::uint8_t {
  none,
  perfect,            // Arabic: كتب
  imperfect,          // Arabic: يكتب, with its subjunctive and jussive spellings
  masdar,             // Arabic verbal noun: كتابة
  active_participle,  // Arabic: كاتب
  passive_participle, // Arabic: مكتوب
  base,               // English: join
  present_s,          // English: joins
  past,               // English: joined
  past_participle,    // English: joined
  gerund              // English: joining
};

enum class Number : std::uint8_t { any, singular, dual, plural };
enum class Gender : std::uint8_t { any, masculine, feminine };

struct Features {
  Tense tense = Tense::none;
  bool passive_only = false;  ///< in this person the spelling can only be passive (قيل, يُقال, أُجريت)
  bool construct = false;     ///< a stem that stands only before a pronoun or a genitive (زيارتـ, رئيسا)
  bool apocopated = false;    ///< a weak imperfect cut short: only after لم, لا, ل (يقل, تعد, يدع)
  std::uint8_t person = 0;    ///< 1, 2, 3; 0 = any
  Number number = Number::any;
  Gender gender = Gender::any;
  friend bool operator==(const Features&, const Features&) = default;
};

/// One written form of a word.
struct Form {
  std::string text;
  Features features;
};

}  // namespace tarikh::rules
