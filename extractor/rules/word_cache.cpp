#include "rules/word_cache.h"

namespace tarikh::rules {

void WordCache::update(const text::Analyzer& analyzer) {
  for (auto id = static_cast<std::uint32_t>(entries_.size()); id < analyzer.size(); ++id) {
    Entry& entry = entries_.emplace_back();
    entry.first = static_cast<std::uint32_t>(hits_.size());
    const std::span<const text::Reading> readings = analyzer.readings(id);
    for (std::size_t r = 0; r < readings.size(); ++r) {
      entry.begins_phrase = entry.begins_phrase || lexicon_.phrases().begins(readings[r].word);
      for (const Sense& sense : lexicon_.senses(readings[r].word)) {
        if (!clitics_fit(sense.pos, sense.features, readings[r])) continue;
        hits_.push_back({.sense = sense, .reading = static_cast<std::uint8_t>(r)});
        entry.mask |= bit(sense.cls);
      }
    }
    entry.count = static_cast<std::uint32_t>(hits_.size()) - entry.first;
  }
}

void WordCache::clear() {
  ++generation_;
  entries_.clear();
  hits_.clear();
}

const Hit* WordCache::find(std::uint32_t analysis, ClassId cls) const {
  if ((class_mask(analysis) & bit(cls)) == 0) return nullptr;
  for (const Hit& hit : hits(analysis)) {
    if (hit.sense.cls == cls) return &hit;
  }
  return nullptr;
}

}  // namespace tarikh::rules
