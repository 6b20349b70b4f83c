#include "rules/arabic_verb.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

namespace tarikh::rules {
namespace {

using std::u32string_view;

bool one_of(char32_t letter, u32string_view set) { return set.find(letter) != u32string_view::npos; }

bool is_arabic_letter(char32_t c) { return c >= U'ء' && c <= U'ي' && (c <= U'غ' || c >= U'ف'); }

// Form VIII of roots in س: their five letters look like a doubled Form X.
constexpr std::array<u32string_view, 7> kEighthInSin{U"استمع", U"استند", U"استلم", U"استبق", U"استتر", U"استعر", U"استرق"};

VerbForm form_of_two_to_three(const Letters& past, const Letters& present, const std::vector<Letters>& masdars) {
  if (past.size() == 2) return VerbForm::i;
  if (past[0] == U'آ') return present.size() > 2 && present[2] == U'ا' ? VerbForm::iii : VerbForm::iv;
  if (past[0] == U'أ') {
    if (present.size() == 3) return VerbForm::iv;  // أعد يعد
    return present.size() > 1 && present[1] == U'ؤ' ? VerbForm::ii : VerbForm::i;
  }
  if (past[1] == U'ا') return VerbForm::i;
  if (past[0] == U'و') return present.size() == 4 ? VerbForm::ii : VerbForm::i;
  if (masdars.empty()) return VerbForm::i_or_ii;
  const auto of_second = [&](const Letters& masdar) {
    return masdar.size() >= 5 && masdar[0] == U'ت' && masdar[1] == past[0];
  };
  return std::ranges::any_of(masdars, of_second) ? VerbForm::ii : VerbForm::i;
}

VerbForm form_of_four(const Letters& past, const std::vector<Letters>& masdars) {
  if (past[1] == U'ا') return VerbForm::iii;
  switch (past[0]) {
    case U'أ': return VerbForm::iv;
    case U'ت': return std::ranges::find(masdars, past + U"ة") != masdars.end() ? VerbForm::quadriliteral : VerbForm::v;
    case U'ا': return past[1] == U'ن' && past[2] != U'ت' ? VerbForm::vii : VerbForm::viii;
    default: return VerbForm::quadriliteral;
  }
}

VerbForm form_of_five(const Letters& past, const std::vector<Letters>& masdars) {
  if (past[0] == U'ت') return past[2] == U'ا' ? VerbForm::vi : VerbForm::quadriliteral_ta;
  if (past[1] == U'ن' && past[2] != U'ت') return VerbForm::vii;
  const bool weak = past[3] == U'ا' || one_of(past[4], U"اى");
  if (past[1] != U'س' || past[2] != U'ت' || weak) return VerbForm::viii;
  if (masdars.empty()) return std::ranges::find(kEighthInSin, past) != kEighthInSin.end() ? VerbForm::viii : VerbForm::x;
  return std::ranges::any_of(masdars, [](const Letters& m) { return m.size() == 7; }) ? VerbForm::x : VerbForm::viii;
}

// The letter before the last is the lengthened vowel of a hollow root only in these forms.
bool can_be_hollow(VerbForm form) {
  return form == VerbForm::i || form == VerbForm::iv || form == VerbForm::vii || form == VerbForm::viii ||
         form == VerbForm::x;
}

Weakness weakness_of(VerbForm form, const Letters& past) {
  const std::size_t n = past.size();
  if (one_of(past.back(), U"اى") || (n == 3 && past.back() == U'ي')) return Weakness::defective;
  if (n == 2) return Weakness::doubled;
  if (can_be_hollow(form) && past[n - 2] == U'ا') return Weakness::hollow;
  // اتفق, اطلع: the doubled letter is the second, not the last.
  const bool short_eighth = n == 4 && (form == VerbForm::vii || form == VerbForm::viii) && !one_of(past[1], U"تطدذ");
  const bool short_fourth = n == 3 && form == VerbForm::iv && past[0] == U'أ';
  const bool short_tenth = n == 5 && form == VerbForm::x;
  return short_eighth || short_fourth || short_tenth ? Weakness::doubled : Weakness::sound;
}

// Only for forms whose vowels follow from the form; empty for Form I and II, which three letters leave open.
Letters predicted_present(VerbForm form, Weakness weakness, const Letters& past) {
  Letters stem = past;
  switch (form) {
    case VerbForm::i:
    case VerbForm::i_or_ii:
    case VerbForm::ii: return {};
    case VerbForm::v:
    case VerbForm::vi:
    case VerbForm::quadriliteral_ta: return U"ي" + past;
    case VerbForm::iii: stem = past[0] == U'آ' ? U"ؤا" + past.substr(1) : past; break;
    case VerbForm::iv:
      stem = past[0] == U'آ' ? U"ؤ" + past.substr(1) : past.substr(1);
      if (stem[0] == U'ي') stem[0] = U'و';  // أيقن يوقن
      break;
    case VerbForm::vii:
    case VerbForm::viii:
    case VerbForm::x: stem = past.substr(1); break;
    case VerbForm::quadriliteral: break;
  }
  if (weakness == Weakness::defective) stem.back() = U'ي';
  if (stem.back() == U'أ') stem.back() = U'ئ';
  if (weakness == Weakness::sound && stem.size() > 3 && stem[stem.size() - 2] == U'أ') stem[stem.size() - 2] = U'ئ';  // التأم يلتئم
  if (weakness == Weakness::hollow && (form == VerbForm::iv || form == VerbForm::x)) stem[stem.size() - 2] = U'ي';
  return U"ي" + stem;
}

// -āl, the ending that Forms IV and VII-X share, on the letters before it.
Letters with_long_a(const Letters& past, Weakness weakness) {
  const Letters bare = without_last(past);
  switch (weakness) {
    case Weakness::defective: return bare + U"اء";
    case Weakness::doubled: return past + U"ا" + past.back();
    case Weakness::hollow: return past.substr(0, past.size() - 2) + U"يا" + past.back();
    case Weakness::sound: break;
  }
  return past.back() == U'أ' ? bare + U"اء" : bare + U"ا" + past.back();
}

Letters masdar_of_second(const Letters& past, Weakness weakness) {
  const Letters head = U"ت" + past.substr(0, 2);
  if (weakness == Weakness::defective) return head + U"ية";
  return past.back() == U'أ' ? head + U"ئة" : head + U"ي" + past.back();
}

Letters masdar_of_fourth(const Letters& past, Weakness weakness) {
  if (weakness == Weakness::hollow) return U"إ" + past.substr(1) + U"ة";
  Letters long_a = with_long_a(past, weakness);
  if (past[0] == U'آ') return U"إي" + long_a.substr(1);
  if (one_of(long_a[1], U"وي")) long_a[1] = U'ي';
  return U"إ" + long_a.substr(1);
}

Letters masdar_of_tenth(const Letters& past, Weakness weakness) {
  if (weakness == Weakness::hollow) return past + U"ة";
  Letters long_a = with_long_a(past, weakness);
  if (long_a[3] == U'و') long_a[3] = U'ي';
  if (long_a[3] == U'أ') long_a[3] = U'ئ';
  return long_a;
}

std::vector<Letters> predicted_masdars(VerbForm form, Weakness weakness, const Letters& past) {
  switch (form) {
    case VerbForm::i:
    case VerbForm::i_or_ii: return {};
    case VerbForm::ii: return {masdar_of_second(past, weakness)};
    case VerbForm::iii:
      if (past[0] == U'آ') return {U"مؤا" + past.substr(1) + U"ة"};
      return {U"م" + (weakness == Weakness::defective ? with_last(past, U"ا") : past) + U"ة"};
    case VerbForm::iv: return {masdar_of_fourth(past, weakness)};
    case VerbForm::v:
    case VerbForm::vi:
      if (weakness == Weakness::defective) return {with_last(past, U"ي")};
      return {past.back() == U'أ' ? with_last(past, U"ؤ") : past};
    case VerbForm::vii:
    case VerbForm::viii: {
      Letters long_a = with_long_a(past, weakness);
      if (weakness == Weakness::sound && long_a[3] == U'أ') long_a[3] = U'ئ';  // التئام
      return {long_a};
    }
    case VerbForm::x: return {masdar_of_tenth(past, weakness)};
    case VerbForm::quadriliteral: return {past + U"ة"};
    case VerbForm::quadriliteral_ta: return {past};
  }
  return {};
}

// The last radical of a Form I or II verb stands in both parts, weak or with another seat perhaps.
bool parts_agree(const VerbShape& shape) {
  const Letters& present = shape.present;
  if (present.size() < 2 || present[0] != U'ي') return false;
  const auto kind = [](char32_t c) { return one_of(c, U"أؤئء") ? U'ء' : one_of(c, U"اويى") ? U'ى' : c; };
  if (kind(shape.past.back()) != kind(present.back())) return false;
  if (shape.weakness == Weakness::hollow) return present.size() == 4 && one_of(present[2], U"اوي");
  return present.size() <= shape.past.size() + 1U;
}

Error misfit(std::string_view past, const std::string& what) { return {fmt::format("verb '{}': {}", past, what), {}, 0}; }

}  // namespace

Result<VerbShape> analyse_arabic_verb(std::string_view past, std::string_view present,
                                      std::span<const std::string_view> masdars) {
  VerbShape shape;
  shape.past = to_letters(past);
  shape.present = to_letters(present);
  for (const std::string_view masdar : masdars) shape.masdars.push_back(to_letters(masdar));
  for (const Letters* part : {&shape.past, &shape.present}) {
    if (!std::ranges::all_of(*part, is_arabic_letter)) return misfit(past, "one Arabic word is expected");
  }
  const std::size_t n = shape.past.size();
  if (n < 2 || n > 6) return misfit(past, "a past of 2 to 6 letters is expected, as in 'اجتمع'");
  if (n < 4 && shape.present.empty()) return misfit(past, "three letters leave its present open; write it too, as in 'وصل يصل'");
  if (n == 6 && !shape.past.starts_with(U"است")) return misfit(past, "six letters are understood only as است...");
  if (n == 5 && !one_of(shape.past[0], U"تا")) return misfit(past, "five letters begin with ت or ا; a hamza too many?");

  shape.form = n < 4    ? form_of_two_to_three(shape.past, shape.present, shape.masdars)
               : n == 4 ? form_of_four(shape.past, shape.masdars)
               : n == 5 ? form_of_five(shape.past, shape.masdars)
                        : VerbForm::x;
  shape.weakness = weakness_of(shape.form, shape.past);
  const Letters expected = predicted_present(shape.form, shape.weakness, shape.past);
  if (shape.present.empty()) shape.present = expected;
  if (expected.empty() ? !parts_agree(shape) : shape.present != expected) {
    return misfit(past, fmt::format("'{}' is not its present{}{}", present, expected.empty() ? "" : "; expected ", to_utf8(expected)));
  }
  if (shape.masdars.empty()) shape.masdars = predicted_masdars(shape.form, shape.weakness, shape.past);
  return shape;
}

}  // namespace tarikh::rules
