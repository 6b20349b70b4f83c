// A name that two alphabets spell: its consonants, as far as both tell them apart. "Mohammed al-Jaber" and "محمد آل جابر"
// have one skeleton; vowels but a last i, doubled letters, articles and a final h are nobody's to rely on.
#pragma once

#include <string>
#include <string_view>

namespace tarikh::model {

/// In letters of its own; empty if the name has a single word, too few consonants to tell people apart, or another alphabet.
[[nodiscard]] std::string skeleton(std::string_view name);

}  // namespace tarikh::model
