#include "export/rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "tarikh/extractor.h"

namespace tarikh::exporting {
namespace {

// Lists of names as the guideline writes them: a; b.
std::string join_names(const Entry& entry, std::string EntryParticipant::*name) {
  std::string text;
  for (const EntryParticipant& participant : entry.participants) {
    if ((participant.*name).empty()) continue;
    text += (text.empty() ? "" : "; ") + participant.*name;
  }
  return text;
}

const std::string& name_in(const EntryParticipant& participant, std::string_view language) {
  const bool arabic = language == "ar" ? !participant.name_ar.empty() : participant.name_en.empty();
  return arabic ? participant.name_ar : participant.name_en;
}

std::string actors(const Row& row) {
  std::vector<std::string> names;
  for (const EntryParticipant& p : row.entry.participants) names.push_back(name_in(p, headline_language(row)));
  return join_values(names);
}

std::string actor_ids(const Row& row) {
  std::vector<std::string> ids;
  for (const EntryParticipant& p : row.entry.participants) ids.push_back(p.id);
  return join_values(ids);
}

std::string place(const Row& row) {
  return row.entry.place ? name_in(*row.entry.place, headline_language(row)) : std::string();
}

std::string certainty(const Row& row) {
  const std::string& edtf = row.entry.date_edtf;
  if (edtf.empty()) return "";
  switch (edtf.back()) {
    case '~':
      return "approximate";
    case '?':
      return "uncertain";
    case '%':
      return "approximate and uncertain";
    default:
      return row.entry.conflict.empty() ? "certain" : "disputed";
  }
}

// doc:event, with what would end it in a list written as %XX.
std::string source_id(const EntryMention& mention) {
  std::string id;
  for (const char c : mention.doc) {
    const bool splits =
        static_cast<unsigned char>(c) <= ' ' || std::string_view(":;,%").find(c) != std::string_view::npos;
    if (splits)
      id += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      id += c;
  }
  return id + ":" + mention.event;
}

std::string sources(const Row& row) {
  std::string list;
  for (const EntryMention& mention : row.entry.mentions) list += (list.empty() ? "" : " ") + source_id(mention);
  return list;
}

std::string first_seen(const Row& row) {
  std::string first;
  for (const EntryMention& m : row.entry.mentions) {
    if (!m.published.empty() && (first.empty() || m.published < first)) first = m.published;
  }
  return first;
}

std::string host(const EntryMention& m) {
  const std::size_t scheme = m.source.find("://");
  if (scheme == std::string::npos) return {};
  const std::size_t begin = scheme + 3;
  return m.source.substr(begin, m.source.find_first_of("/?#", begin) - begin);
}

// "date: 2001 (was 2011), by D. Editor: the charter says so".
std::string corrections(const Row& row) {
  std::vector<std::string> list;
  for (const EntryCorrection& c : row.entry.corrections) {
    const std::string was = c.was.empty() ? "" : fmt::format(" (was {})", c.was);
    list.push_back(fmt::format("{}: {}{}, by {}: {}", c.field, c.value.empty() ? "nothing" : c.value, was, c.who, c.why));
  }
  return join_values(list);
}

const EntryMention& witness(const Row& row) {
  static const EntryMention kNobody;
  return row.witness == nullptr ? kNobody : *row.witness;
}

}  // namespace

std::string join_values(const std::vector<std::string>& values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += '|';
    for (const char c : values[i]) {
      if (c == '|' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text;
}

Row make_row(const Entry& entry, std::span<const EventType> types) {
  const auto type = std::ranges::find(types, entry.type, &EventType::id);
  auto witness = std::ranges::find_if(entry.mentions, [&](const EntryMention& m) {
    return m.date_edtf == entry.date_edtf && m.factuality == entry.factuality;
  });
  if (witness == entry.mentions.end()) witness = entry.mentions.begin();
  return {entry, type == types.end() ? nullptr : &*type, entry.mentions.empty() ? nullptr : &*witness};
}

std::string_view headline_language(const Row& row) {
  const bool arabic = witness(row).lang == "ar" ? !row.entry.title_ar.empty() : row.entry.title_en.empty();
  return arabic ? "ar" : "en";
}

std::string headline(const Row& row) {
  return headline_language(row) == "ar" ? row.entry.title_ar : row.entry.title_en;
}

std::string type_label(const Row& row, std::string_view language) {
  if (row.type == nullptr) return row.entry.type;
  return language == "ar" ? row.type->label_ar : row.type->label_en;
}

std::string conflict_note(const Entry& entry) {
  std::string note;
  for (const Claim& claim : entry.conflict) {
    for (const std::size_t i : claim.mentions) {
      if (i >= entry.mentions.size()) continue;
      const EntryMention& m = entry.mentions[i];
      note += fmt::format("{}{}:{} says {}", note.empty() ? "" : "; ", m.doc, m.event,
                          m.date_edtf.empty() ? "no date" : m.date_edtf);
    }
  }
  return note;
}

const std::vector<Column>& event_columns() {
  static const std::vector<Column> kColumns = {
      {"event_id", [](const Row& r) { return r.entry.id; }},
      {"date_edtf", [](const Row& r) { return r.entry.date_edtf; }},
      {"date_start", [](const Row& r) { return r.entry.first; }},
      {"date_end", [](const Row& r) { return r.entry.last; }},
      {"date_precision",
       [](const Row& r) { return r.entry.granularity.empty() ? std::string("none") : r.entry.granularity; }},
      {"date_certainty", certainty},
      {"date_basis", [](const Row& r) { return std::string(to_string(r.entry.date_basis)); }},
      {"date_text", [](const Row& r) { return witness(r).date_text; }},
      {"type", [](const Row& r) { return r.entry.type; }},
      {"phase", [](const Row& r) { return r.entry.phase; }},
      {"event_type_label", [](const Row& r) { return type_label(r, headline_language(r)); }},
      {"title", headline},
      {"title_ar", [](const Row& r) { return r.entry.title_ar; }},
      {"title_en", [](const Row& r) { return r.entry.title_en; }},
      {"actors", actors},
      {"actor_ids", actor_ids},
      {"participants_ar", [](const Row& r) { return join_names(r.entry, &EntryParticipant::name_ar); }},
      {"participants_en", [](const Row& r) { return join_names(r.entry, &EntryParticipant::name_en); }},
      {"place", place},
      {"place_id", [](const Row& r) { return r.entry.place ? r.entry.place->id : std::string(); }},
      {"factuality", [](const Row& r) { return std::string(to_string(r.entry.factuality)); }},
      {"conflict", [](const Row& r) { return std::string(r.entry.conflict.empty() ? "" : "yes"); }},
      {"conflict_note", [](const Row& r) { return conflict_note(r.entry); }},
      {"corrections", corrections},
      {"lang", [](const Row& r) { return witness(r).lang; }},
      {"quote", [](const Row& r) { return witness(r).quote; }},
      {"source_count", [](const Row& r) { return std::to_string(independent_sources(r.entry)); }},
      {"sources", sources},
      {"source_url", [](const Row& r) { return witness(r).source; }},
      {"source_title", [](const Row& r) { return witness(r).source_title; }},
      {"source_published", [](const Row& r) { return witness(r).published; }},
      {"first_seen", first_seen},
      {"plover", [](const Row& r) { return r.type == nullptr ? std::string() : r.type->plover; }},
      {"cameo", [](const Row& r) { return r.type == nullptr ? std::string() : r.type->cameo; }},
      {"tool_version", [](const Row&) { return std::string(version()); }},
  };
  return kColumns;
}

const std::vector<MentionColumn>& mention_columns() {
  static const std::vector<MentionColumn> kColumns = {
      {"event_id", [](const Entry& e, const EntryMention&) { return e.id; }},
      {"mention_id", [](const Entry&, const EntryMention& m) { return source_id(m); }},
      {"doc_id", [](const Entry&, const EntryMention& m) { return m.doc; }},
      {"url", [](const Entry&, const EntryMention& m) { return m.source; }},
      {"title", [](const Entry&, const EntryMention& m) { return m.source_title; }},
      {"publisher", [](const Entry&, const EntryMention& m) { return host(m); }},
      {"copy_of", [](const Entry&, const EntryMention& m) { return m.copy_of; }},
      {"published", [](const Entry&, const EntryMention& m) { return m.published; }},
      {"lang", [](const Entry&, const EntryMention& m) { return m.lang; }},
      {"char_start", [](const Entry&, const EntryMention& m) { return std::to_string(m.start); }},
      {"char_end", [](const Entry&, const EntryMention& m) { return std::to_string(m.end); }},
      {"trigger", [](const Entry&, const EntryMention& m) { return m.trigger; }},
      {"sentence_start", [](const Entry&, const EntryMention& m) { return std::to_string(m.sentence_start); }},
      {"sentence_end", [](const Entry&, const EntryMention& m) { return std::to_string(m.sentence_end); }},
      {"quote", [](const Entry&, const EntryMention& m) { return m.quote; }},
      {"date_text", [](const Entry&, const EntryMention& m) { return m.date_text; }},
      {"date_edtf", [](const Entry&, const EntryMention& m) { return m.date_edtf; }},
      {"date_basis", [](const Entry&, const EntryMention& m) { return std::string(to_string(m.date_basis)); }},
      {"factuality", [](const Entry&, const EntryMention& m) { return std::string(to_string(m.factuality)); }},
      {"attributed_to", [](const Entry&, const EntryMention& m) { return m.attributed_to; }},
      {"rule_id", [](const Entry&, const EntryMention& m) { return m.rule; }},
  };
  return kColumns;
}

}  // namespace tarikh::exporting
