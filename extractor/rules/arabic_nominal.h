// Declension of Arabic nouns, verbal nouns, participles and adjectives: number, gender, the alif of the
// accusative, stems before a pronoun.
#pragma once

#include <vector>

#include "rules/arabic_spelling.h"
#include "rules/features.h"

namespace tarikh::rules {

/// What a declension makes beside the singular.
struct NominalOptions {
  bool accusative_alif = true;
  bool dual = true;
  bool dual_construct = true;  ///< عضوا, عضوي; not for verbal nouns: اجتماعي is "social"
  bool regular_plural = false; ///< ات
};

/// Appends the forms of a singular. `base` carries what all of them share (tense of a masdar).
void decline_noun(const Letters& singular, const Features& base, const NominalOptions& options, std::vector<Form>& out);

/// Appends the forms of a plural as given: broken (رؤساء), or sound (مسؤولون, with مسؤولين and مسؤولو).
void decline_plural(const Letters& plural, const Features& base, std::vector<Form>& out);

/// Appends masculine and feminine, dual and sound plurals of an adjective or participle.
void decline_adjective(const Letters& masculine, const Features& base, std::vector<Form>& out);

}  // namespace tarikh::rules
