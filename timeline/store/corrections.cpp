// corrections.tsv -> lines that can be carried out. What a line says is checked here as far as it can be without the pile.
#include "store/corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "model/names.h"
#include "tarikh/date.h"

namespace tarikh {
namespace store {
namespace {

constexpr std::array kFields = {
    CorrectedField{"date", FieldKind::date, true},
    CorrectedField{"type", FieldKind::type},
    CorrectedField{"phase", FieldKind::phase, true},
    CorrectedField{"factuality", FieldKind::factuality},
    CorrectedField{"subject", FieldKind::participants, true},
    CorrectedField{"object", FieldKind::participants, true},
    CorrectedField{"organisation", FieldKind::participants, true},
    CorrectedField{"place", FieldKind::place, true},
    CorrectedField{"title_ar", FieldKind::title},
    CorrectedField{"title_en", FieldKind::title},
    CorrectedField{"drop", FieldKind::deed, true},
    CorrectedField{"split", FieldKind::deed, true},
    CorrectedField{"merge", FieldKind::deed},
    CorrectedField{"add", FieldKind::deed},
};

constexpr std::array<std::string_view, 6> kColumns = {"target", "field", "value", "who", "why", "was"};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

std::string known_fields() {
  std::string names;
  for (const CorrectedField& field : kFields) names += fmt::format("{}{}", names.empty() ? "" : ", ", field.name);
  return names;
}

// What is wrong with the value, whatever it is put over; empty if nothing is.
std::string check_value(const Correction& line, const CorrectedField& field, const Ruleset& rules) {
  if (line.value.empty()) return field.may_be_empty ? "" : "the value is missing";
  const auto is_type = [&](const std::string& id) {
    return std::ranges::find(rules.event_types(), id, &EventType::id) != rules.event_types().end();
  };
  switch (field.kind) {
    case FieldKind::date:
      if (const Result<Date> date = parse_edtf(line.value); !date) return date.error().message;
      return "";
    case FieldKind::type: return is_type(line.value) ? "" : fmt::format("no event type is called {}", line.value);
    case FieldKind::factuality: {
      const std::optional<Factuality> value = parse_factuality(line.value);
      const bool off_timeline = value && *value != Factuality::actual && *value != Factuality::planned;
      if (!value) return fmt::format("no factuality is called {}", line.value);
      return off_timeline && !line.target.entry.empty() ? "an entry is actual or planned; what never was is dropped" : "";
    }
    case FieldKind::participants:
    case FieldKind::place: {
      const auto people = parse_participants(line.value, rules);
      if (!people) return people.error().message;
      return field.kind == FieldKind::place && people->size() != 1 ? "one place is wanted" : "";
    }
    case FieldKind::phase:  // depends on the type
    case FieldKind::title: return "";
    case FieldKind::deed: break;
  }
  if (line.field == "add") {
    if (!line.target.entry.empty()) return fmt::format("what is added is a mention: {}:NAME, or DOC:NAME in an article", kAddedDocument);
    return is_type(line.value) ? "" : fmt::format("no event type is called {}", line.value);
  }
  if (line.field == "merge") {
    const Result<TellingRef> other = parse_telling(line.value);
    return other ? "" : other.error().message;
  }
  return fmt::format("{} takes no value", line.field);
}

// The columns of a line by their names.
using Cells = std::map<std::string_view, std::string_view>;

Result<Correction> parse_line(const Cells& cells, const Ruleset& rules) {
  const auto cell = [&](std::string_view name) {
    const auto found = cells.find(name);
    return found == cells.end() ? std::string() : std::string(found->second);
  };
  Correction line{{}, cell("field"), cell("value"), cell("who"), cell("why"), cell("was"), 0};
  const Result<TellingRef> target = parse_telling(cell("target"));
  if (!target) return target.error();
  line.target = *target;
  const CorrectedField* field = find_field(line.field);
  if (field == nullptr) return Error{fmt::format("no field is called {}; there are {}", line.field, known_fields())};
  if (std::string wrong = check_value(line, *field, rules); !wrong.empty()) return Error{std::move(wrong)};
  if (line.field == "split" && !target->entry.empty()) return Error{"split takes one mention out of its entry: DOC:EVENT is wanted"};
  for (const std::string_view name : {"who", "why"}) {
    if (cell(name).empty()) return Error{fmt::format("{} is missing", name)};
  }
  return line;
}

}  // namespace

const CorrectedField* find_field(std::string_view name) {
  const auto* const found = std::ranges::find(kFields, name, &CorrectedField::name);
  return found == kFields.end() ? nullptr : &*found;
}

Result<std::vector<EntryParticipant>> parse_participants(std::string_view value, const Ruleset& rules) {
  std::vector<EntryParticipant> list;
  for (const std::string_view item : split(value, ';')) {
    const std::vector<std::string_view> parts = split(item, '|');
    const std::string_view id = model::trim(parts.front());
    if (id.empty()) continue;
    if (const std::optional<EntityRef> known = rules.entity(id)) {
      list.push_back({Role::subject, known->id, known->name_en, known->name_ar, {}});
    } else if (parts.size() == 3) {
      list.push_back({Role::subject, std::string(id), std::string(model::trim(parts[1])), std::string(model::trim(parts[2]))});
    } else {
      return Error{fmt::format("no name is known of {}; with names it is written {}|English|Arabic", id, id)};
    }
  }
  return list;
}

Result<TellingRef> parse_telling(std::string_view text) {
  if (text.empty()) return Error{"the target is missing: an entry or DOC:EVENT"};
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return TellingRef{std::string(text), {}, {}};
  TellingRef ref{{}, {}, std::string(text.substr(colon + 1))};
  for (std::size_t i = 0; i < colon; ++i) {
    unsigned byte = 0;
    const char* const digits = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < colon && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      ref.doc += static_cast<char>(byte);
      i += 2;
    } else {
      ref.doc += text[i];
    }
  }
  if (ref.doc.empty() || ref.event.empty()) return Error{fmt::format("{} is neither an entry nor DOC:EVENT", text)};
  return ref;
}

std::string to_string(const TellingRef& ref) { return ref.entry.empty() ? fmt::format("{}:{}", ref.doc, ref.event) : ref.entry; }

}  // namespace store

Corrections parse_corrections(std::string_view tsv, const Ruleset& rules) {
  Corrections corrections;
  if (tsv.starts_with("\xEF\xBB\xBF")) tsv.remove_prefix(3);
  std::vector<std::string> columns;
  int number = 0;
  for (const std::string_view text : store::split(tsv, '\n')) {
    ++number;
    if (model::trim(text).empty() || text.front() == '#') continue;
    const std::vector<std::string_view> raw = store::split(text, '\t');
    std::vector<std::string> cells;
    for (const std::string_view cell : raw) cells.emplace_back(model::trim(cell));
    if (columns.empty()) {
      columns = cells;
      for (const std::string_view name : store::kColumns) {
        if (std::ranges::find(columns, name) != columns.end() || name == "was") continue;
        corrections.problems.push_back({fmt::format("the header has no column {}; wanted are {}", name, fmt::join(store::kColumns, ", ")), "", number});
        return corrections;
      }
      continue;
    }
    store::Cells by_name;
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) by_name.emplace(columns[i], cells[i]);
    Result<Correction> line = store::parse_line(by_name, rules);
    if (!line) {
      corrections.problems.push_back({line.error().message, "", number});
      continue;
    }
    line->line = number;
    corrections.lines.push_back(std::move(*line));
  }
  return corrections;
}

}  // namespace tarikh
