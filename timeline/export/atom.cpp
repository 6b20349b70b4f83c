// Atom (RFC 4287): what the articles told last comes first. An entry is as new as its newest article, whenever the
// event was; its own date stands in the text. No clock is read: the same timeline gives the same bytes.
#include <fmt/format.h>

#include <algorithm>

#include "export/formats.h"
#include "export/rows.h"
#include "export/xml.h"

namespace tarikh::exporting {
namespace {

constexpr std::size_t kNewest = 200;

struct News {
  Entry entry;
  std::string day;  ///< of its newest article
};

std::string newest_day(const Entry& entry) {
  std::string newest;
  for (const EntryMention& mention : entry.mentions) newest = std::max(newest, mention.published);
  return newest;
}

std::string element(std::string_view name, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", name, escape_xml(text));
}

std::string render(const News& news, Types types) {
  const Row row = make_row(news.entry, types);
  const std::string_view language = headline_language(row);
  std::string xml = fmt::format("<entry xml:lang=\"{}\">\n", language);
  xml += element("id", "urn:x-tarikh:" + news.entry.id);
  xml += element("title", fmt::format("{}: {}", news.entry.date_edtf, headline(row)));
  xml += element("updated", news.day + "T00:00:00Z");
  xml += fmt::format("<category term=\"{}\" label=\"{}\"/>\n", escape_xml(news.entry.type),
                     escape_xml(type_label(row, language)));
  for (const EntryMention& mention : news.entry.mentions) {
    if (!mention.source.starts_with("http://") && !mention.source.starts_with("https://")) continue;
    xml += fmt::format("<link rel=\"via\" href=\"{}\" title=\"{}\"/>\n", escape_xml(mention.source),
                       escape_xml(mention.source_title));
  }
  std::string text = row.witness == nullptr ? std::string() : row.witness->quote;
  if (!news.entry.conflict.empty()) text += "\n" + conflict_note(news.entry);
  return xml + "<content type=\"text\">" + escape_xml(text) + "</content>\n</entry>\n";
}

class Atom final : public FormatWriter {
 public:
  using FormatWriter::FormatWriter;

  bool add(const Entry& entry) override {
    ++told_;
    std::string day = newest_day(entry);
    if (entry.date_edtf.empty() || day.empty() || (newest_.size() == kNewest && day <= newest_.back().day)) return true;
    const auto place = std::ranges::upper_bound(newest_, day, std::ranges::greater{}, &News::day);
    newest_.insert(place, {entry, std::move(day)});
    if (newest_.size() > kNewest) newest_.pop_back();
    return true;
  }

  WriteReport finish() override {
    report_.left_out = told_ - newest_.size();
    if (report_.left_out > 0)
      report_.left_out_why = fmt::format("undated, from undated articles, or older than the newest {}", kNewest);

    std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    head +=
        element("id", "urn:x-tarikh:timeline") + element("title", "tarikh") + "<author><name>tarikh</name></author>\n";
    head += element("updated", (newest_.empty() ? "1970-01-01" : newest_.front().day) + "T00:00:00Z");
    bool open = put(head);
    for (const News& news : newest_) open = open && put_row(render(news, types()));
    put("</feed>\n");
    return report_;
  }

 private:
  std::vector<News> newest_;  // first the newest, of one day in order
  std::size_t told_ = 0;
};

}  // namespace

Started start_atom(Types types, const Sink& sink) { return std::make_unique<Atom>(types, sink); }

}  // namespace tarikh::exporting
