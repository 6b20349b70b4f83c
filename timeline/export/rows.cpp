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
      {{"event_id", ColumnType::text, "معرّف الحدث", "Event id",
        "stable id of the event, as in `timeline.jsonl`; begins with `ev-`"},
       [](const Row& r) { return r.entry.id; }},
      {{"date_edtf", ColumnType::text, "التاريخ (EDTF)", "Date (EDTF)",
        "the date as precise as the articles give it ([EDTF](https://www.loc.gov/standards/datetime/)): `2024-07-04`, `2024-07`, `2024`, `2021-22` (summer), `199X`, `2022-09-15/2022-09-16`, `../2001`; `[2001,2011]` where articles contradict each other"},
       [](const Row& r) { return r.entry.date_edtf; }},
      {{"date_start", ColumnType::day, "أول يوم ممكن", "First possible day",
        "first possible day, `YYYY-MM-DD`; empty where the start is open"},
       [](const Row& r) { return r.entry.first; }},
      {{"date_end", ColumnType::day, "آخر يوم ممكن", "Last possible day",
        "last possible day; empty where the end is open"},
       [](const Row& r) { return r.entry.last; }},
      {{"date_precision", ColumnType::text, "دقة التاريخ", "Precision of the date",
        "`day`, `month`, `season`, `year`, `decade`, `interval`; `set` where articles contradict each other; `none`"},
       [](const Row& r) { return r.entry.granularity.empty() ? std::string("none") : r.entry.granularity; }},
      {{"date_certainty", ColumnType::text, "يقين التاريخ", "Certainty of the date",
        "`certain`, `approximate`, `uncertain`, `approximate and uncertain`, `disputed`"},
       certainty},
      {{"date_basis", ColumnType::text, "مصدر التاريخ", "Origin of the date",
        "where the date comes from: `explicit` in full in the text, `relative` to the publication day or another date, `inherited` from the event it happened at, `dct` the publication day by news convention, `corrected` by a person"},
       [](const Row& r) { return std::string(to_string(r.entry.date_basis)); }},
      {{"date_text", ColumnType::text, "ألفاظ التاريخ", "Words of the date",
        "the words of the article that say the date"},
       [](const Row& r) { return witness(r).date_text; }},
      {{"type", ColumnType::text, "نوع الحدث", "Event type",
        "id of the event type"},
       [](const Row& r) { return r.entry.type; }},
      {{"phase", ColumnType::text, "المرحلة", "Phase",
        "step of the event where its type has steps: `applied`, `effective`, `signed` …"},
       [](const Row& r) { return r.entry.phase; }},
      {{"event_type_label", ColumnType::text, "اسم النوع", "Name of the type",
        "the type's name in the language of `title`"},
       [](const Row& r) { return type_label(r, headline_language(r)); }},
      {{"title", ColumnType::text, "العنوان", "Headline",
        "headline in the language of the article that dates the event"},
       headline},
      {{"title_ar", ColumnType::text, "العنوان بالعربية", "Headline in Arabic",
        "headline in Arabic"},
       [](const Row& r) { return r.entry.title_ar; }},
      {{"title_en", ColumnType::text, "العنوان بالإنجليزية", "Headline in English",
        "headline in English"},
       [](const Row& r) { return r.entry.title_en; }},
      {{"actors", ColumnType::text, "الأطراف", "Participants",
        "who takes part, in the language of `title`; several are separated by `|`"},
       actors},
      {{"actor_ids", ColumnType::text, "معرّفات الأطراف", "Ids of the participants",
        "their ids, in the same order"},
       actor_ids},
      {{"participants_ar", ColumnType::text, "الأطراف بالعربية", "Participants in Arabic",
        "who takes part, in Arabic; several are separated by `; `"},
       [](const Row& r) { return join_names(r.entry, &EntryParticipant::name_ar); }},
      {{"participants_en", ColumnType::text, "الأطراف بالإنجليزية", "Participants in English",
        "the same in English"},
       [](const Row& r) { return join_names(r.entry, &EntryParticipant::name_en); }},
      {{"place", ColumnType::text, "المكان", "Place",
        "where, in the language of `title`"},
       place},
      {{"place_id", ColumnType::text, "معرّف المكان", "Id of the place",
        "id of the place"},
       [](const Row& r) { return r.entry.place ? r.entry.place->id : std::string(); }},
      {{"factuality", ColumnType::text, "واقع أم مقرَّر", "Actual or planned",
        "`actual` or `planned`"},
       [](const Row& r) { return std::string(to_string(r.entry.factuality)); }},
      {{"conflict", ColumnType::text, "خلاف على التاريخ", "Disputed date",
        "`yes` where articles contradict each other on the date"},
       [](const Row& r) { return std::string(r.entry.conflict.empty() ? "" : "yes"); }},
      {{"conflict_note", ColumnType::text, "تفصيل الخلاف", "Who says what",
        "which article says what"},
       [](const Row& r) { return conflict_note(r.entry); }},
      {{"corrections", ColumnType::text, "التصحيحات", "Corrections",
        "what people corrected, and why: `FIELD: VALUE (was OLD), by WHO: WHY`; several are separated by `|`"},
       corrections},
      {{"lang", ColumnType::text, "لغة الاقتباس", "Language of the quote",
        "language of `quote`"},
       [](const Row& r) { return witness(r).lang; }},
      {{"quote", ColumnType::text, "الاقتباس", "Quote",
        "the sentence that tells it"},
       [](const Row& r) { return witness(r).quote; }},
      {{"source_count", ColumnType::integer, "عدد المقالات", "Number of articles",
        "number of articles that tell it; those that print one text count once"},
       [](const Row& r) { return std::to_string(independent_sources(r.entry)); }},
      {{"sources", ColumnType::text, "المصادر", "Sources",
        "`DOC:EVENT` of each mention, separated by spaces; blanks and `:;,%` in an id are written `%XX`"},
       sources},
      {{"source_url", ColumnType::text, "عنوان المقال المقتبس", "Address of the quoted article",
        "where the quoted article is: its URL or file"},
       [](const Row& r) { return witness(r).source; }},
      {{"source_title", ColumnType::text, "عنوان المقال", "Title of the article",
        "its title"},
       [](const Row& r) { return witness(r).source_title; }},
      {{"source_published", ColumnType::day, "يوم نشر المقال", "Publication day of the article",
        "its publication day"},
       [](const Row& r) { return witness(r).published; }},
      {{"first_seen", ColumnType::day, "أول يوم نشر", "Earliest publication day",
        "earliest publication day of all articles that tell it"},
       first_seen},
      {{"plover", ColumnType::text, "فئة PLOVER", "PLOVER category",
        "PLOVER category of the type, if there is one"},
       [](const Row& r) { return r.type == nullptr ? std::string() : r.type->plover; }},
      {{"cameo", ColumnType::text, "رموز CAMEO", "CAMEO codes",
        "CAMEO root codes of the type, if there are any"},
       [](const Row& r) { return r.type == nullptr ? std::string() : r.type->cameo; }},
      {{"tool_version", ColumnType::text, "إصدار البرنامج", "Version of the program",
        "version of `tarikh` that wrote the file"},
       [](const Row&) { return std::string(version()); }},
  };
  return kColumns;
}

const std::vector<MentionColumn>& mention_columns() {
  static const std::vector<MentionColumn> kColumns = {
      {{"event_id", ColumnType::text, "معرّف الحدث", "Event id",
        "the row of `events.csv`"},
       [](const Entry& e, const EntryMention&) { return e.id; }},
      {{"mention_id", ColumnType::text, "معرّف الذكر", "Mention id",
        "`DOC:EVENT`, as in `sources`"},
       [](const Entry&, const EntryMention& m) { return source_id(m); }},
      {{"doc_id", ColumnType::text, "معرّف المقال", "Article id",
        "id of the article"},
       [](const Entry&, const EntryMention& m) { return m.doc; }},
      {{"url", ColumnType::text, "موضع المقال", "Address of the article",
        "where the article is: its URL or file"},
       [](const Entry&, const EntryMention& m) { return m.source; }},
      {{"title", ColumnType::text, "عنوان المقال", "Title of the article",
        "title of the article"},
       [](const Entry&, const EntryMention& m) { return m.source_title; }},
      {{"publisher", ColumnType::text, "الناشر", "Publisher",
        "host name of the URL"},
       [](const Entry&, const EntryMention& m) { return host(m); }},
      {{"copy_of", ColumnType::text, "نسخة من", "Copy of",
        "id of the older article whose text it prints"},
       [](const Entry&, const EntryMention& m) { return m.copy_of; }},
      {{"published", ColumnType::day, "يوم النشر", "Publication day",
        "publication day; empty if it is unknown or inferred"},
       [](const Entry&, const EntryMention& m) { return m.published; }},
      {{"lang", ColumnType::text, "اللغة", "Language",
        "language of the article"},
       [](const Entry&, const EntryMention& m) { return m.lang; }},
      {{"char_start", ColumnType::integer, "بداية لفظ الحدث", "Start of the trigger",
        "where the trigger word begins: Unicode code points from the start of the clean text"},
       [](const Entry&, const EntryMention& m) { return std::to_string(m.start); }},
      {{"char_end", ColumnType::integer, "نهاية لفظ الحدث", "End of the trigger",
        "where it ends (exclusive)"},
       [](const Entry&, const EntryMention& m) { return std::to_string(m.end); }},
      {{"trigger", ColumnType::text, "لفظ الحدث", "Trigger",
        "the word that tells the event"},
       [](const Entry&, const EntryMention& m) { return m.trigger; }},
      {{"sentence_start", ColumnType::integer, "بداية الجملة", "Start of the sentence",
        "where the sentence begins"},
       [](const Entry&, const EntryMention& m) { return std::to_string(m.sentence_start); }},
      {{"sentence_end", ColumnType::integer, "نهاية الجملة", "End of the sentence",
        "where it ends (exclusive)"},
       [](const Entry&, const EntryMention& m) { return std::to_string(m.sentence_end); }},
      {{"quote", ColumnType::text, "الجملة", "Sentence",
        "the sentence"},
       [](const Entry&, const EntryMention& m) { return m.quote; }},
      {{"date_text", ColumnType::text, "ألفاظ التاريخ", "Words of the date",
        "the words that say the date; empty where it is inherited or by convention"},
       [](const Entry&, const EntryMention& m) { return m.date_text; }},
      {{"date_edtf", ColumnType::text, "التاريخ (EDTF)", "Date (EDTF)",
        "the date this article gives"},
       [](const Entry&, const EntryMention& m) { return m.date_edtf; }},
      {{"date_basis", ColumnType::text, "مصدر التاريخ", "Origin of the date",
        "where that date comes from"},
       [](const Entry&, const EntryMention& m) { return std::string(to_string(m.date_basis)); }},
      {{"factuality", ColumnType::text, "واقع أم مقرَّر", "Actual or planned",
        "`actual` or `planned`"},
       [](const Entry&, const EntryMention& m) { return std::string(to_string(m.factuality)); }},
      {{"attributed_to", ColumnType::text, "القائل", "Said by",
        "id of who says so, if it is not the article itself"},
       [](const Entry&, const EntryMention& m) { return m.attributed_to; }},
      {{"rule_id", ColumnType::text, "القاعدة", "Rule",
        "the rule that found it: file, line and name"},
       [](const Entry&, const EntryMention& m) { return m.rule; }},
  };
  return kColumns;
}

}  // namespace tarikh::exporting
