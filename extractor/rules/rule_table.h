// Where every rule stands: what a RuleId means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "tarikh/extraction.h"

namespace tarikh::rules {

struct RuleInfo {
  std::string file;  ///< "ar/time.rules"
  int line = 0;
  std::string name;  ///< "time/day-month-year"
  template <class Image>
  void fields(Image& image) {
    image(file, line, name);
  }
};

class RuleTable {
 public:
  /// The rules before `first` stand in another table, which this one is appended to.
  explicit RuleTable(RuleId first = 0) : first_(first) {}

  RuleId add(std::string_view file, int line, std::string_view name) {
    rules_.push_back({std::string(file), line, std::string(name)});
    return static_cast<RuleId>(first_ + rules_.size() - 1);
  }
  void append(const RuleTable& next) { rules_.insert(rules_.end(), next.rules_.begin(), next.rules_.end()); }
  /// "ar/time.rules:26 time/day-month-year"; empty for kNoRule.
  [[nodiscard]] std::string describe(RuleId id) const {
    if (id >= rules_.size()) return {};
    const RuleInfo& rule = rules_[id];
    const fmt::format_int line(rule.line);
    std::string text;
    text.reserve(rule.file.size() + line.size() + rule.name.size() + 2);
    text.append(rule.file).append(1, ':').append(line.data(), line.size()).append(1, ' ').append(rule.name);
    return text;
  }
  template <class Image>
  void fields(Image& image) {
    image(first_, rules_);
  }

 private:
  RuleId first_ = 0;
  std::vector<RuleInfo> rules_;
};

}  // namespace tarikh::rules
