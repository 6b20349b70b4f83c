// Arabic inflection: citation forms in, the written forms of news Arabic out. Rule authors write "اجتمع"; the
// text holds اجتمعوا, يجتمعان, الاجتماع. Forms are unvocalised and properly spelled; the text room folds them.
//
// What the text room strips is not generated: proclitics (و ف ب ل ك س ال) and pronouns (ه ها هم …). A stem that
// only exists before a pronoun (زيارتـ, التقو, نفا, لقاؤ) is given with Features::construct.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/features.h"
#include "tarikh/result.h"

namespace tarikh::rules {

/// The paradigm of a verb: perfect, imperfect, the passives that are spelled otherwise, verbal nouns, participles.
/// `past`, `present`: third person masculine singular ("التقى", "يلتقي"). `present` may be empty for four letters
/// or more, and so may `masdars` of a derived form: both are then derived.
/// Left out on purpose, because the letters are nearly always another word: passives of Form I outside a short
/// list (زير would make a visit of وزير), participles that are nouns of their own (مجتمع, جامعة), first persons
/// of three-letter presents (نصر), feminine plural perfects of weak Form I verbs (عدن).
/// Errors: the parts do not fit together; the present cannot be derived.
Result<std::vector<Form>> inflect_arabic_verb(std::string_view past, std::string_view present,
                                              std::span<const std::string_view> masdars);

/// Singular, dual and plurals of a noun with the stems before a pronoun and the alif of the accusative (عضوا).
/// `plurals` are taken as given ("مسؤولون" brings مسؤولين and مسؤولو); without any the regular ones are made.
std::vector<Form> inflect_arabic_noun(std::string_view singular, std::span<const std::string_view> plurals);

/// Masculine and feminine, dual and sound plurals of an adjective ("روسي", "مشترك"). A nisba has no accusative
/// alif: روسيا is a country.
std::vector<Form> inflect_arabic_adjective(std::string_view masculine);

}  // namespace tarikh::rules
