// What the table formats say about an entry: cells as text, before any quoting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/membership.h"
#include "tarikh/writer.h"

namespace tarikh::exporting {

/// Everything a column needs to know.
struct Row {
  const Entry& entry;
  const EventType* type;        ///< nullptr if the type is not in the table
  const EntryMention* witness;  ///< the mention whose date the entry has; nullptr without mentions
};

enum class ColumnType : std::uint8_t { text, integer, day };

/// What datapackage.json says of a column; docs/reference/csv.md is made from that.
struct ColumnInfo {
  std::string_view name;
  ColumnType type;
  std::string_view title_ar, title_en;
  std::string_view description;  ///< Markdown
};

struct Column : ColumnInfo {
  std::string (*cell)(const Row&);
};

[[nodiscard]] const std::vector<Column>& event_columns();

struct MentionColumn : ColumnInfo {
  std::string (*cell)(const Entry&, const EntryMention&);
};

[[nodiscard]] const std::vector<MentionColumn>& mention_columns();

struct MembershipColumn : ColumnInfo {
  std::string (*cell)(const Membership&, const MembershipReader&);
};

[[nodiscard]] const std::vector<MembershipColumn>& membership_columns();

[[nodiscard]] Row make_row(const Entry&, std::span<const EventType>);

/// The language in which an entry is headed: that of its witness if there is a headline in it.
[[nodiscard]] std::string_view headline_language(const Row&);
[[nodiscard]] std::string headline(const Row&);
/// "000:e15 says 2011; 002:e24 says 2001"; empty without a conflict.
[[nodiscard]] std::string conflict_note(const Entry&);
/// The type's label in a language, else its id.
[[nodiscard]] std::string type_label(const Row&, std::string_view language);
/// "a|b", with | and \ in a value escaped by \.
[[nodiscard]] std::string join_values(const std::vector<std::string>& values);

}  // namespace tarikh::exporting
