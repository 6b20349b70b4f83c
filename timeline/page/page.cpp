// The page: one document per language that is complete without its script, in the order year, month, entry. The script
// only adds ways through it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "builtin_templates.h"
#include "page/date_text.h"
#include "page/escape.h"
#include "page/json_ld.h"
#include "page/template.h"
#include "page/theme.h"
#include "page/view.h"
#include "store/json_writer.h"

namespace tarikh::page {
namespace {

using kainjow::mustache::data;

using Entries = std::vector<const Entry*>;

data words_of(const Strings& strings) {
  data words;
  for (const auto& [key, text] : strings.all()) words.set(key, text);
  return data("s", words);
}

Entries dated(const Timeline& timeline) {
  Entries entries;
  for (const Entry& entry : timeline.entries) {
    if (!entry.date_edtf.empty() && !(entry.first.empty() && entry.last.empty())) entries.push_back(&entry);
  }
  return entries;
}

std::string group_anchor(const Place& place) { return place.month == 0 ? fmt::format("y{}-0", place.year) : fmt::format("y{}-{}", place.year, place.month); }

class PageMaker {
 public:
  PageMaker(const Theme& theme, const std::string& language, Entries entries, std::span<const EventType> types, const PageOptions& options)
      : options_(options), strings_(theme.strings(language)), words_(words_of(strings_)), entries_(std::move(entries)),
        facets_(count_facets(entries_, types, language)), page_(theme.text("page.html"), words_), year_(theme.text("year.html"), words_),
        month_(theme.text("month.html"), words_), entry_(theme.text("entry.html"), words_) {
    for (const Entry* entry : entries_) places_.push_back(group_of(*entry));
  }

  std::string make() {
    data view;
    const bool arabic = strings_.language() == "ar";
    const std::string& title = arabic ? options_.title_ar : options_.title_en;
    view.set("page_language", strings_.language());
    view.set("page_direction", arabic ? "rtl" : "ltr");
    view.set("other_language", arabic ? "en" : "ar");
    view.set("other_file", options_.language == strings_.language() ? (arabic ? "en.html" : "ar.html") : "index.html");
    view.set("title", title.empty() ? std::string(strings_.get("title")) : title);
    view.set("summary", summary());
    view.set("has_events", !entries_.empty());
    set_overview(view);
    view.set("shapes", shapes());
    view.set("facets", facets_view(facets_, entries_, strings_));
    view.set("timeline", timeline());
    view.set("script_strings", script_strings());
    view.set("json_ld", script_json(json_ld(entries_, strings_.language())));
    return page_.fill(view);
  }

 private:
  std::string summary() const {
    if (entries_.empty()) return std::string(strings_.get("summary_empty"));
    std::set<std::string_view> articles;
    for (const Entry* entry : entries_) {
      for (const EntryMention& mention : entry->mentions) articles.insert(mention.doc);
    }
    const auto [low, high] = std::ranges::minmax(places_, {}, &Place::year);
    return strings_.fill(low.year == high.year ? "summary_one_year" : "summary",
                         {strings_.count("events", entries_.size()), strings_.count("articles", articles.size()),
                          year_text(low.year, strings_), year_text(high.year, strings_)});
  }

  std::string bin_label(const Overview& overview, const Bin& bin) const {
    if (overview.unit == BinUnit::month) return fmt::format("{} {}", strings_.get(fmt::format("month_{}", bin.month)), year_text(bin.year, strings_));
    const std::string first = year_text(bin.year, strings_);
    if (overview.unit == BinUnit::year) return first;
    return fmt::format("{}{}{}", first, strings_.get("date_dash"), year_text(bin.year + overview.years_per_bin - 1, strings_));
  }

  // A label that fits under a bar: the year where one begins, else the month's number.
  std::string tick_label(const Overview& overview, const Bin& bin) const {
    return overview.unit != BinUnit::month || bin.month == 1 ? year_text(bin.year, strings_) : std::to_string(bin.month);
  }

  void set_overview(data& view) const {
    std::vector<Place> places = places_;
    for (Place& place : places) place.month = std::max(place.month, 1);
    const Overview overview = make_overview(places);
    data bins{data::type::list};
    for (const Bin& bin : overview.bins) {
      data row;
      const std::size_t height = bin.count == 0 ? 0 : std::max<std::size_t>(6, bin.count * 100 / overview.highest);
      row.set("tick", bin.tick);
      row.set("tick_label", tick_label(overview, bin));
      row.set("bin_label", strings_.fill("bin", {bin_label(overview, bin), strings_.count("events", bin.count)}));
      row.set("bin_top", std::to_string(100 - height));
      row.set("bin_height", std::to_string(height));
      if (bin.count == 0) row.set("bin_anchor", false);
      else row.set("bin_anchor", overview.unit == BinUnit::month ? group_anchor(places_[bin.first_place]) : fmt::format("y{}", places_[bin.first_place].year));
      bins.push_back(row);
    }
    const std::string_view unit = overview.unit == BinUnit::month ? "months" : overview.unit == BinUnit::year ? "years" : "bins";
    view.set("overview_label", std::string(strings_.get(fmt::format("overview_{}", unit))));
    view.set("bins", bins);
    // For the script: where the bars begin, in months of the calendar, and how many months one is.
    if (overview.bins.empty()) return;
    view.set("bins_start", std::to_string(overview.bins.front().year * 12 + std::max(overview.bins.front().month, 1) - 1));
    view.set("bins_months", std::to_string(overview.unit == BinUnit::month ? 1 : 12 * overview.years_per_bin));
  }

  // The key to the marks on the axis.
  data shapes() const {
    data list{data::type::list};
    for (const std::string_view shape : {"p-day", "p-month", "p-year", "p-range", "p-open", "p-day qualified", "p-day planned", "p-set"}) {
      data row;
      row.set("shape", std::string(shape));
      row.set("meaning", std::string(strings_.get(fmt::format("shape_{}", shape.substr(shape.find_last_of("- ") + 1)))));
      list.push_back(row);
    }
    return list;
  }

  std::string timeline() {
    std::string html;
    for (std::size_t at = 0; at < entries_.size();) {
      std::size_t end = at;
      while (end < entries_.size() && places_[end].year == places_[at].year) ++end;
      html += year(at, end);
      at = end;
    }
    return html;
  }

  std::string year(std::size_t at, std::size_t end) {
    data view;
    view.set("anchor", fmt::format("y{}", places_[at].year));
    view.set("heading", year_text(places_[at].year, strings_));
    if (end - at == 1) view.set("count", false);
    else view.set("count", strings_.count("events", end - at));
    std::string months;
    for (std::size_t first = at, run = 0; first < end;) {
      std::size_t last = first;
      while (last < end && places_[last].month == places_[first].month) ++last;
      months += month(first, last, run++);
      first = last;
    }
    view.set("entries", months);
    return year_.fill(view);
  }

  // A month can come twice in a year: a date of the whole year may sort between. Its anchor is then numbered.
  std::string month(std::size_t first, std::size_t last, std::size_t run) {
    const Place place = places_[first];
    data view;
    std::string anchor = group_anchor(place);
    if (!anchors_.insert(anchor).second) anchor += fmt::format("-{}", run);
    view.set("anchor", anchor);
    view.set("year", year_text(place.year, strings_));
    view.set("month", false);
    view.set("also", false);
    if (place.month != 0) {
      const std::string also = fmt::format("month_{}_also", place.month);
      view.set("month", std::string(strings_.get(fmt::format("month_{}", place.month))));
      if (strings_.has(also)) view.set("also", std::string(strings_.get(also)));
    }
    std::string list;
    for (std::size_t i = first; i < last; ++i) list += entry_.fill(entry_view(*entries_[i], facets_, strings_));
    view.set("entries", list);
    return month_.fill(view);
  }

  std::string script_strings() const {
    store::JsonWriter json;
    json.begin_object();
    for (const std::string_view key : {"lanes", "lanes_help", "zoom_in", "zoom_out", "zoom_all", "earlier", "later", "only_visible", "shown", "planned", "conflict", "to_top"}) {
      json.field(key, strings_.get(key));
    }
    for (int month = 1; month <= 12; ++month) json.field(fmt::format("month_{}", month), strings_.get(fmt::format("month_{}", month)));
    json.end_object();
    return script_json(json.take());
  }

  const PageOptions& options_;
  const Strings& strings_;
  const data words_;
  const Entries entries_;
  const Facets facets_;
  std::vector<Place> places_;
  std::set<std::string> anchors_;
  Template page_, year_, month_, entry_;
};

// The colours of event_types.tsv as custom properties. Anything but #rrggbb is left out.
std::string type_colours(std::span<const EventType> types) {
  std::string css;
  for (const EventType& type : types) {
    const bool valid = type.color.size() == 7 && type.color.front() == '#' && type.color.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (valid) css += fmt::format(".t-{}{{--type:{}}}\n", class_of(type.id), type.color);
  }
  return css;
}

}  // namespace
}  // namespace tarikh::page

namespace tarikh {

Result<std::vector<PageFile>> render_page(const Timeline& timeline, std::span<const EventType> types, const PageOptions& options) {
  Result<page::Theme> theme = page::Theme::load(options.theme);
  if (!theme) return theme.error();
  const page::Entries entries = page::dated(timeline);
  const std::string other = options.language == "en" ? "ar" : "en";
  PageOptions known = options;
  known.language = other == "en" ? "ar" : "en";
  std::vector<PageFile> files;
  files.push_back({"index.html", page::PageMaker(*theme, known.language, entries, types, known).make()});
  files.push_back({other + ".html", page::PageMaker(*theme, other, entries, types, known).make()});
  for (PageFile asset : theme->assets()) {
    if (asset.path == "style.css") asset.bytes += page::type_colours(types);
    files.push_back(std::move(asset));
  }
  return files;
}

std::vector<PageFile> page_templates() {
  std::vector<PageFile> files;
  for (const EmbeddedFile& file : page::builtin_templates()) files.push_back({std::string(file.path), std::string(file.bytes)});
  return files;
}

}  // namespace tarikh
