#include "page/quote.h"

#include <algorithm>

#include "page/escape.h"

namespace tarikh::page {
namespace {

struct Marked {
  std::size_t begin = 0, end = 0;  // bytes of the quote
  Mark mark = Mark::none;
};

// Byte offset of every code point, and of the end.
std::vector<std::size_t> code_point_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  starts.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size(); at += std::max<std::size_t>(1, utf8_length(text.substr(at))))
    starts.push_back(at);
  starts.push_back(text.size());
  return starts;
}

}  // namespace

std::vector<Piece> quote_pieces(const EntryMention& mention) {
  const std::string_view quote = mention.quote;
  const std::vector<std::size_t> starts = code_point_starts(quote);
  std::vector<Marked> marks;
  const auto add = [&](const Quote& words, Mark mark) {
    if (words.start < mention.sentence_start || words.end <= words.start) return;
    const std::size_t first = words.start - mention.sentence_start, last = words.end - mention.sentence_start;
    if (last >= starts.size()) return;
    const Marked found{starts[first], starts[last], mark};
    if (quote.substr(found.begin, found.end - found.begin) != words.text) return;
    const bool taken =
        std::ranges::any_of(marks, [&](const Marked& m) { return m.begin < found.end && found.begin < m.end; });
    if (!taken) marks.push_back(found);
  };
  add({mention.trigger, mention.start, mention.end}, Mark::trigger);
  for (const Quote& words : mention.highlights)
    add(words, !words.text.empty() && words.text == mention.date_text ? Mark::date : Mark::role);
  std::ranges::sort(marks, {}, &Marked::begin);

  std::vector<Piece> pieces;
  std::size_t at = 0;
  for (const Marked& mark : marks) {
    if (mark.begin > at) pieces.push_back({quote.substr(at, mark.begin - at), Mark::none});
    pieces.push_back({quote.substr(mark.begin, mark.end - mark.begin), mark.mark});
    at = mark.end;
  }
  if (at < quote.size()) pieces.push_back({quote.substr(at), Mark::none});
  return pieces;
}

}  // namespace tarikh::page
