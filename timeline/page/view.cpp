#include "page/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "page/date_text.h"
#include "page/escape.h"
#include "page/quote.h"
#include "page/reason_text.h"

namespace tarikh::page {
namespace {

constexpr std::size_t kFacetHead = 8;   // values shown before "more"
constexpr std::size_t kFacetMost = 80;  // rarer ones are found by search

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool right_to_left(std::string_view language) {
  return language == "ar" || language == "fa" || language == "ur" || language == "he";
}

// A language tag may be anything in a record; only a plausible one goes into lang="".
std::string language_tag(std::string_view tag) {
  return std::ranges::all_of(tag, is_word) ? std::string(tag) : std::string();
}

std::string source_name(const EntryMention& mention, const Strings& strings) {
  if (!mention.source_title.empty()) return mention.source_title;
  if (!host_of(mention.source).empty()) return std::string(host_of(mention.source));
  if (!mention.source.empty()) return mention.source.substr(mention.source.rfind('/') + 1);
  return mention.doc.empty() ? std::string(strings.get("unknown_source")) : mention.doc;
}

std::string basis_key(DateBasis basis) {
  switch (basis) {
    case DateBasis::none:
      return "basis_none";
    case DateBasis::explicit_:
      return "basis_explicit";
    case DateBasis::relative:
      return "basis_relative";
    case DateBasis::inherited:
      return "basis_inherited";
    case DateBasis::dct:
      return "basis_dct";
    case DateBasis::corrected:
      return "basis_corrected";
  }
  return "basis_none";
}

std::string_view mark_class(Mark mark) {
  switch (mark) {
    case Mark::none:
      return "";
    case Mark::trigger:
      return "trigger";
    case Mark::date:
      return "date";
    case Mark::role:
      return "role";
  }
  return "";
}

// The sentence with its marked words, which is the same in both languages.
std::string quote_html(const EntryMention& mention) {
  std::string html;
  for (const Piece& piece : quote_pieces(mention)) {
    if (piece.mark == Mark::none)
      html += escape_html(piece.text);
    else
      html += fmt::format("<mark class=\"{}\">{}</mark>", mark_class(piece.mark), escape_html(piece.text));
  }
  return html;
}

// An empty text is set as false, so that the name of an outer level does not shine through.
void set_text(View& view, const char* name, const std::string& text) {
  if (text.empty())
    view.set(name, false);
  else
    view.set(name, text);
}

void set_source(View& view, const EntryMention& mention, const Strings& strings) {
  const std::string name = source_name(mention, strings);
  const std::string host(host_of(mention.source));
  view.set("name", name);
  set_text(view, "href", web_address(mention.source));
  set_text(view, "host", name == host ? "" : host);
  set_text(view, "words", mention.date_text);
  set_text(view, "copy", mention.copy_of.empty() ? "" : strings.fill("copy_of", {mention.copy_of}));
}

std::string published_text(const EntryMention& mention, const Strings& strings) {
  if (!mention.published.empty()) return strings.fill("published", {date_text(mention.published, strings).text});
  if (!mention.published_inferred.empty()) return strings.fill("published_inferred", {date_text(mention.published_inferred, strings).text});
  return {};
}

void set_mention(View& view, const EntryMention& mention, const Strings& strings) {
  set_source(view, mention, strings);
  view.set("quote_language", language_tag(mention.lang));
  view.set("quote_direction", mention.lang.empty() ? "auto" : right_to_left(mention.lang) ? "rtl" : "ltr");
  view.set("quote", quote_html(mention));
  set_text(view, "published", published_text(mention, strings));
  view.set("basis", std::string(strings.get(basis_key(mention.date_basis))));
  view.set("edtf", mention.date_edtf);
  set_text(view, "attributed", mention.attributed_to);
  set_text(view, "rule", mention.rule);
}

// The sentence of a claim's first source stands for it; its other sources are only named.
View claims_view(const Entry& entry, const Strings& strings) {
  View list = View::list(entry.conflict.size());
  for (const Claim& claim : entry.conflict) {
    View view, others = View::list(claim.mentions.size());
    view.set("claim_date", date_text(claim.date_edtf, strings).text);
    view.set("support", strings.count("sources", independent_sources(entry, claim)));
    view.set("witness", false);
    bool first = true;
    for (const std::size_t index : claim.mentions) {
      if (index >= entry.mentions.size()) continue;
      View told;
      if (std::exchange(first, false)) {
        set_mention(told, entry.mentions[index], strings);
        view.set("witness", std::move(told));
      } else {
        set_source(told, entry.mentions[index], strings);
        others.push_back(std::move(told));
      }
    }
    view.set("others", std::move(others));
    list.push_back(std::move(view));
  }
  return list;
}

View participants_view(const Entry& entry, const Strings& strings) {
  std::vector<Label> labels;
  std::set<std::string_view> seen;
  for (const EntryParticipant& participant : entry.participants) {
    const std::string_view key = key_of(participant);
    if (!key.empty() && seen.insert(key).second) labels.push_back(label_of(participant, strings.language()));
  }
  View list = View::list(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    View view;
    view.set("name", labels[i].text);
    view.set("foreign", labels[i].language != strings.language());
    view.set("language", labels[i].language);
    view.set("transliterated", labels[i].transliterated);
    view.set("more", i + 1 < labels.size());
    list.push_back(std::move(view));
  }
  return list;
}

// "Visit of A to B" needs no line "A · B" below it, unless a name is marked there.
bool title_says_all(const Entry& entry, std::string_view title, const Strings& strings) {
  const auto named = [&](const EntryParticipant& who) {
    const Label label = label_of(who, strings.language());
    return !label.transliterated && title.find(label.text) != std::string_view::npos;
  };
  return std::ranges::all_of(entry.participants, named) && (!entry.place || named(*entry.place));
}

void set_meta(View& view, const Entry& entry, const Strings& strings) {
  view.set("has_participants", std::ranges::any_of(entry.participants, [](const EntryParticipant& who) { return !key_of(who).empty(); }));
  view.set("participants", participants_view(entry, strings));
  view.set("has_place", entry.place.has_value());
  view.set("place", entry.place ? label_of(*entry.place, strings.language()).text : "");
}

void set_date(View& view, const Entry& entry, const DateText& date, const Strings& strings) {
  view.set("date", date.text);
  set_text(view, "machine", date.machine);
  const bool certain = entry.conflict.empty() && !date.qualified;
  set_text(view, "hijri", certain ? hijri_text(entry.first, entry.last, entry.granularity, strings) : "");
  view.set("first", entry.first);
  view.set("last", entry.last);
}

std::string classes_of(const Entry& entry, const DateText& date, bool minor) {
  std::string classes = fmt::format("t-{} p-{}", class_of(entry.type), to_string(date.precision));
  if (date.qualified) classes += " qualified";
  if (entry.factuality == Factuality::planned) classes += " planned";
  if (!entry.conflict.empty()) classes += " conflict";
  if (minor) classes += " minor";
  return classes;
}

std::string marks_of(const Entry& entry) {
  std::string marks = entry.factuality == Factuality::planned ? "planned" : "confirmed";
  if (!entry.conflict.empty()) marks += " conflict";
  if (is_coarse(entry)) marks += " coarse";
  return marks;
}

// The number of a value of a facet; of one that was not counted, that of the first.
std::size_t number_of(const Facet& facet, std::string_view id) {
  const auto found = facet.numbers.find(id);
  return found == facet.numbers.end() ? 0 : found->second;
}

void set_facet_numbers(View& view, const Entry& entry, const Facets& facets) {
  view.set("type_number", std::to_string(number_of(facets.types, entry.type)));
  std::set<std::size_t> who;
  for (const EntryParticipant& participant : entry.participants)
    if (const std::string_view key = key_of(participant); !key.empty()) who.insert(number_of(facets.participants, key));
  view.set("who_numbers", fmt::format("{}", fmt::join(who, " ")));
  std::set<std::size_t> publishers;
  for (const EntryMention& mention : entry.mentions) {
    publishers.insert(number_of(facets.publishers, publisher_of(mention)));
  }
  view.set("publisher_numbers", fmt::format("{}", fmt::join(publishers, " ")));
  view.set("basis_number", std::to_string(static_cast<int>(entry.date_basis)));
  view.set("where_number", entry.place && !key_of(*entry.place).empty() ? std::to_string(number_of(facets.places, key_of(*entry.place))) : "");
}

// Names of sources are titles, and may run against the direction of the page.
auto isolated_name(const Strings& strings) {
  return [&strings](const EntryMention& mention) { return strings.fill("quoted", {"\u2068" + source_name(mention, strings) + "\u2069"}); };
}

// A list of which every item is one text.
template <typename Items, typename Text>
View texts_view(const char* name, const Items& items, const Text& text) {
  View list = View::list(items.size());
  for (const auto& item : items) {
    View view;
    view.set(name, text(item));
    list.push_back(std::move(view));
  }
  return list;
}

View doubts_view(const Entry& entry, const Strings& strings) {
  return texts_view("doubt", entry.doubts, [&](const Doubt& doubt) { return doubt_text(doubt, entry, strings, isolated_name(strings)); });
}

View reasons_view(const Entry& entry, const Strings& strings) {
  return texts_view("reason", entry.merge_reasons, [&](const MergeReason& reason) { return reason_text(reason, entry, strings, isolated_name(strings)); });
}

View corrections_view(const Entry& entry, const Strings& strings) {
  View list = View::list(entry.corrections.size());
  for (const EntryCorrection& correction : entry.corrections) {
    View view;
    const bool regrouped = correction.field == "merge" || correction.field == "split";
    view.set("correction", correction.field == "add"
                               ? strings.fill("added", {correction.who, correction.why})
                               : strings.fill("corrected", {strings.get("corrected_" + correction.field), correction.who, correction.why}));
    set_text(view, "was", regrouped || correction.was.empty() ? "" : strings.fill("corrected_was", {correction.was}));
    list.push_back(std::move(view));
  }
  return list;
}

View value_view(const char* name, const std::string& value, const Label& label, std::size_t count, const Strings& strings) {
  View view;
  view.set("facet_name", name);
  view.set("value", value);
  view.set("value_label", label.text);
  view.set("value_count", strings.number(static_cast<long long>(count)));
  view.set("value_class", "");
  view.set("off", false);
  return view;
}

View facet_view(const char* name, const Facet& facet, const Strings& strings) {
  View view, head = View::list(), tail = View::list();
  const std::size_t shown = facet.values.size() <= kFacetHead + 2 ? facet.values.size() : kFacetHead;
  const std::size_t size = std::min(facet.values.size(), kFacetMost);
  for (std::size_t i = 0; i < size; ++i) {
    const FacetValue& value = facet.values[i];
    const bool is_year = std::string_view(name) == "year";
    View row = value_view(name, is_year ? value.id : std::to_string(i), value.label, value.count, strings);
    if (std::string_view(name) == "type") row.set("value_class", fmt::format("swatch t-{}", class_of(value.id)));
    row.set("off", value.hidden_at_first);
    (i < shown ? head : tail).push_back(std::move(row));
  }
  view.set("facet_name", name);
  view.set("facet_label", std::string(strings.get(fmt::format("facet_{}", name))));
  view.set("head", std::move(head));
  view.set("tail", std::move(tail));
  view.set("has_tail", size > shown);
  view.set("tail_count", strings.number(static_cast<long long>(size - std::min(size, shown))));
  return view;
}

View years_view(const Facets& facets, const Strings& strings) {
  Facet years;
  for (const auto& [year, count] : facets.years) years.values.push_back({std::to_string(year), {year_text(year, strings), ""}, count, false});
  std::ranges::reverse(years.values);
  return facet_view("year", years, strings);
}

// A filter of a few values, those that occur.
View short_facet_view(const char* name, View head, const Strings& strings) {
  View view;
  view.set("facet_name", name);
  view.set("facet_label", std::string(strings.get(fmt::format("facet_{}", name))));
  view.set("head", std::move(head));
  view.set("has_tail", false);
  return view;
}

View certainty_view(const Facets& facets, const Strings& strings) {
  View head = View::list();
  for (const DateBasis basis : {DateBasis::explicit_, DateBasis::relative, DateBasis::inherited, DateBasis::dct,
                                DateBasis::corrected}) {
    const auto found = facets.certainties.find(basis);
    if (found == facets.certainties.end()) continue;
    const Label label{std::string(strings.get("short_" + basis_key(basis))), ""};
    head.push_back(value_view("certainty", std::to_string(static_cast<int>(basis)), label, found->second, strings));
  }
  return short_facet_view("certainty", std::move(head), strings);
}

View status_view(const Facets& facets, const Strings& strings) {
  View head = View::list();
  for (const auto& [value, count] : {std::pair{"confirmed", facets.confirmed}, std::pair{"planned", facets.planned},
                                     std::pair{"conflict", facets.conflicts}, std::pair{"coarse", facets.coarse}}) {
    if (count == 0) continue;
    head.push_back(value_view("status", value, {std::string(strings.get(fmt::format("status_{}", value))), ""}, count, strings));
  }
  return short_facet_view("status", std::move(head), strings);
}

}  // namespace

std::string class_of(std::string_view id) {
  std::string name(id);
  std::ranges::replace_if(
      name, [](char c) { return !is_word(c); }, '_');
  return name;
}

std::string anchor_of(std::string_view entry_id) { return "e-" + class_of(entry_id); }

void set_entry(View& view, const Entry& entry, const Facets& facets, const Strings& strings) {
  const FacetValue& type = facets.types.values[number_of(facets.types, entry.type)];
  const Label title = title_of(entry, strings.language());
  const DateText date = date_text(entry.date_edtf, strings);
  const std::string phase = "phase_" + entry.phase;
  view.set("anchor", anchor_of(entry.id));
  view.set("classes", classes_of(entry, date, type.hidden_at_first));
  view.set("marks", marks_of(entry));
  view.set("type", type.label.text);
  set_text(view, "phase",
           entry.phase.empty() ? "" : std::string(strings.has(phase) ? strings.get(phase) : entry.phase));
  view.set("title", title.text);
  view.set("title_foreign", title.language != strings.language());
  view.set("title_language", title.language);
  view.set("planned", entry.factuality == Factuality::planned);
  view.set("conflict", !entry.conflict.empty());
  view.set("claims", claims_view(entry, strings));
  const bool has_meta = !title_says_all(entry, title.text, strings);
  view.set("has_meta", has_meta);
  if (has_meta) set_meta(view, entry, strings);
  view.set("sources", strings.count("sources", independent_sources(entry)));
  view.set_list("mentions", entry.mentions.size(), [&](View& mention, std::size_t i) { set_mention(mention, entry.mentions[i], strings); });
  view.set("corrections", corrections_view(entry, strings));
  view.set("doubts", doubts_view(entry, strings));
  view.set("has_reasons", !entry.merge_reasons.empty());
  view.set("reasons", reasons_view(entry, strings));
  set_date(view, entry, date, strings);
  set_facet_numbers(view, entry, facets);
}

View facets_view(const Facets& facets, const Strings& strings) {
  View list = View::list();
  if (!facets.types.values.empty()) list.push_back(facet_view("type", facets.types, strings));
  list.push_back(status_view(facets, strings));
  list.push_back(years_view(facets, strings));
  if (!facets.participants.values.empty()) list.push_back(facet_view("who", facets.participants, strings));
  if (!facets.places.values.empty()) list.push_back(facet_view("where", facets.places, strings));
  if (facets.publishers.values.size() > 1) list.push_back(facet_view("publisher", facets.publishers, strings));
  list.push_back(certainty_view(facets, strings));
  return list;
}

}  // namespace tarikh::page
