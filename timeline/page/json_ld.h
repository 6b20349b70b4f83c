// The events for search engines and other readers of schema.org: the first few hundred, as JSON-LD. A date coarser than
// a day keeps its precision as ISO 8601 allows ("2024-07"); a planned event says so.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "store/json_writer.h"
#include "tarikh/timeline.h"

namespace tarikh::page {

inline constexpr std::size_t kMaxJsonLd = 300;  ///< larger timelines have timeline.jsonl beside the page

class JsonLd {
 public:
  explicit JsonLd(std::string language);
  /// What is too much is left out.
  void add(const Entry&);
  [[nodiscard]] std::string take();

 private:
  std::string language_;
  store::JsonWriter json_;
  std::size_t count_ = 0;
};

}  // namespace tarikh::page
