// The words of the interface in one language: templates/strings.<language>.tsv, a key and a text per line. A theme
// may hold only the lines it changes.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "tarikh/result.h"

namespace tarikh::page {

class Strings {
 public:
  explicit Strings(std::string language) : language_(std::move(language)) {}

  /// Adds the lines of a file over those already there. Errors: a line without a tab, named with `file`.
  Result<void> add(std::string_view tsv, const std::string& file);

  /// The text, or the key itself if there is none, so that a gap is seen and nothing breaks.
  [[nodiscard]] std::string_view get(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }
  /// get(key) with {0}, {1} … replaced.
  [[nodiscard]] std::string fill(std::string_view key, std::initializer_list<std::string_view> values) const;
  /// "3 أحداث": the text of key_one, key_two, key_few, key_many or key_other (CLDR plurals of ar and en), {0} = n.
  [[nodiscard]] std::string count(std::string_view key, std::size_t n) const;

  /// "12", or "١٢" after use_arabic_digits().
  [[nodiscard]] std::string number(long long n) const;
  void use_arabic_digits() { arabic_digits_ = true; }
  /// Makes month_1_<set> … the names of months; month_1_other … are the names that many readers know better.
  void choose_months(std::string_view set);

  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  std::string language_;
  bool arabic_digits_ = false;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace tarikh::page
