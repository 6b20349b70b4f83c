// What the principal parts of an Arabic verb say about it: its form (I-X), its weak radical, and the parts that
// were left out. Written Arabic has no vowels, so some shapes are told apart by the present (وقع يقع, وقع يوقع)
// or by the verbal noun (استقل استقلال, استلم استلام).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rules/arabic_spelling.h"
#include "tarikh/result.h"

namespace tarikh::rules {

enum class VerbForm : std::uint8_t {
  i,
  i_or_ii,  // three letters without a verbal noun: كرم
  ii,
  iii,
  iv,
  v,
  vi,
  vii,
  viii,
  x,
  quadriliteral,    // سيطر
  quadriliteral_ta  // تدهور
};

enum class Weakness : std::uint8_t { sound, hollow, defective, doubled };

struct VerbShape {
  VerbForm form = VerbForm::i;
  Weakness weakness = Weakness::sound;
  Letters past;
  Letters present;
  std::vector<Letters> masdars;
};

/// Errors: letters that are not Arabic, a present that cannot be derived or does not belong to the past.
Result<VerbShape> analyse_arabic_verb(std::string_view past, std::string_view present,
                                      std::span<const std::string_view> masdars);

}  // namespace tarikh::rules
