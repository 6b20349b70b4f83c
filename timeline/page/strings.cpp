#include "page/strings.h"

#include <fmt/format.h>

namespace tarikh::page {
namespace {

std::string_view plural(std::string_view language, std::size_t n) {
  if (language != "ar") return n == 1 ? "one" : "other";
  const std::size_t hundredth = n % 100;
  if (n == 0) return "zero";
  if (n == 1) return "one";
  if (n == 2) return "two";
  if (hundredth >= 3 && hundredth <= 10) return "few";
  return hundredth >= 11 ? "many" : "other";
}

}  // namespace

Result<void> Strings::add(std::string_view tsv, const std::string& file) {
  for (int line = 1; !tsv.empty(); ++line) {
    std::string_view row = tsv.substr(0, tsv.find('\n'));
    tsv.remove_prefix(std::min(tsv.size(), row.size() + 1));
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (row.empty() || row.front() == '#') continue;
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos) return Error{"expected a key, a tab and a text", file, line};
    texts_.insert_or_assign(std::string(row.substr(0, tab)), std::string(row.substr(tab + 1)));
  }
  return {};
}

std::string_view Strings::get(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? key : std::string_view(found->second);
}

std::string Strings::fill(std::string_view key, std::initializer_list<std::string_view> values) const {
  const std::string_view text = get(key);
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' &&
                       static_cast<std::size_t>(text[i + 1] - '0') < values.size();
    if (!place) {
      filled += text[i];
      continue;
    }
    filled += values.begin()[text[i + 1] - '0'];
    i += 2;
  }
  return filled;
}

std::string Strings::count(std::string_view key, std::size_t n) const {
  const std::string exact = fmt::format("{}_{}", key, plural(language_, n));
  return fill(has(exact) ? exact : fmt::format("{}_other", key), {number(static_cast<long long>(n))});
}

std::string Strings::number(long long n) const {
  std::string western = std::to_string(n);
  if (!arabic_digits_) return western;
  std::string arabic;
  for (const char c : western) {
    if (c < '0' || c > '9')
      arabic += c;
    else
      arabic += {'\xd9', static_cast<char>('\xa0' + (c - '0'))};  // U+0660 and on
  }
  return arabic;
}

void Strings::choose_months(std::string_view set) {
  for (int month = 1; month <= 12; ++month) {
    const std::string key = fmt::format("month_{}", month), levant = key + "_levant", chosen = fmt::format("{}_{}", key, set);
    if (!has(levant)) return;
    const std::string egypt(get(key));
    texts_[key + "_other"] = set == "levant" ? egypt : std::string(get(levant));
    if (has(chosen)) texts_[key] = std::string(get(chosen));
    texts_[key + "_egypt"] = egypt;
  }
}

}  // namespace tarikh::page
