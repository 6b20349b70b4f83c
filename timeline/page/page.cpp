// The page: a document per language, or, of a long timeline, several and one, the index, that leads to them.
#include <fmt/format.h>

#include <array>
#include <set>

#include "page/date_text.h"
#include "page/document.h"
#include "page/facets.h"
#include "page/site.h"
#include "page/view.h"
#include "store/json_writer.h"

namespace tarikh::page {
namespace {

constexpr std::array<const char*, 2> kLanguages = {"ar", "en"};

// The colours of event_types.tsv as custom properties. Anything but #rrggbb is left out.
std::string type_colours(std::span<const EventType> types) {
  std::string css;
  for (const EventType& type : types) {
    const bool valid = type.color.size() == 7 && type.color.front() == '#' &&
                       type.color.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (valid) css += fmt::format(".t-{}{{--type:{}}}\n", class_of(type.id), type.color);
  }
  return css;
}

// The heights that the years and months of a site have, as custom properties.
std::string heights(const Site& site) {
  std::set<std::size_t> rows;
  for (const Part& part : site.parts) {
    for (std::size_t at = part.begin, end = 0; at < part.end; at = end) {
      end = site.year_end(at, part.end);
      rows.insert(site.rows_of(at, end));
      for (std::size_t first = at, last = 0; first < end; first = last) {
        last = site.month_end(first, end);
        rows.insert(site.rows_of(first, last));
      }
    }
  }
  std::string css;
  for (const std::size_t count : rows) css += fmt::format(".rows-{0}{{--rows:{0}}}\n", count);
  return css;
}

// A file of the page, given on in pieces.
class PageFileOutput {
 public:
  PageFileOutput(const PageSink& sink, std::string path)
      : path_(std::move(path)), pieces_([this, &sink](std::string_view piece) { return sink({path_, piece}); }), output_(pieces_), sink_(sink) {}
  PageFileOutput(const PageFileOutput&) = delete;
  PageFileOutput& operator=(const PageFileOutput&) = delete;

  Output& get() { return output_; }
  bool finish() { return output_.finish() && sink_({path_, {}, true}); }

 private:
  std::string path_;
  Sink pieces_;
  Output output_;
  const PageSink& sink_;
};

bool write_document(const Site& site, const std::string& language, const Part* part, const PageSink& sink) {
  PageFileOutput file(sink, part == nullptr || site.is_one() ? site.index(language) : site.file(*part, language));
  write_document(site, language, part, file.get());
  return file.finish();
}

// For the search over all parts, a row per event: file, anchor, date, title, names.
class SearchIndex {
 public:
  SearchIndex(const Site& site, std::string language, const PageSink& sink)
      : site_(site), strings_(site.theme.strings(language)), file_(sink, fmt::format("search.{}.js", language)) {
    file_.get().text() += "tarikhIndex([\n";
  }

  bool add(const Part& part) {
    const std::string file = site_.file(part, strings_.language());
    site_.each(part.begin, part.end, [&](const Entry& entry) {
      std::string names = entry.place ? label_of(*entry.place, strings_.language()).text : "";
      for (const EntryParticipant& participant : entry.participants) names += " " + label_of(participant, strings_.language()).text;
      store::JsonWriter json;
      json.begin_array().value(file).value(anchor_of(entry.id)).value(date_text(entry.date_edtf, strings_).text);
      json.value(title_of(entry, strings_.language()).text).value(names).end_array();
      file_.get().text() += json.take() + ",\n";
      return open_ = file_.get().pass_on();
    });
    return open_;
  }

  bool finish() {
    file_.get().text() += "]);\n";
    return file_.finish();
  }

 private:
  const Site& site_;
  const Strings& strings_;
  PageFileOutput file_;
  bool open_ = true;
};

// Part by part in both languages, so that its entries are read once.
bool write_parts(const Site& site, const PageSink& sink) {
  std::array indexes{SearchIndex(site, kLanguages[0], sink), SearchIndex(site, kLanguages[1], sink)};
  for (const Part& part : site.parts) {
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
      if (!indexes[i].add(part) || !write_document(site, kLanguages[i], &part, sink)) return false;
    }
  }
  return std::ranges::all_of(indexes, [](SearchIndex& index) { return index.finish(); });
}

bool write_site(const Site& site, const PageSink& sink) {
  if (site.options.single_file) return write_document(site, site.options.language, site.parts.data(), sink);
  for (const char* language : kLanguages) {
    if (!write_document(site, language, site.is_one() ? site.parts.data() : nullptr, sink)) return false;
  }
  if (!site.is_one() && !write_parts(site, sink)) return false;
  return std::ranges::all_of(site.theme.assets(), [&](const PageFile& asset) { return sink({asset.path, asset.bytes, true}); });
}

}  // namespace
}  // namespace tarikh::page

namespace tarikh {

struct PageWriter::Impl {
  page::Site site;
};

PageWriter::PageWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PageWriter::PageWriter(PageWriter&&) noexcept = default;
PageWriter& PageWriter::operator=(PageWriter&&) noexcept = default;
PageWriter::~PageWriter() = default;

Result<PageWriter> PageWriter::open(std::span<const EventType> types, const PageOptions& options) {
  Result<page::Theme> theme = page::Theme::load(options.theme);
  if (!theme) return theme.error();
  theme->choose(options);
  theme->append(page::kStyle, page::type_colours(types));
  PageOptions known = options;
  if (known.language != "en") known.language = "ar";
  if (known.single_file) {
    if (Result<void> fits = theme->check_single_file(); !fits) return fits.error();
  }
  return PageWriter(std::unique_ptr<Impl>(new Impl{page::Site(std::move(*theme), std::move(known), types)}));
}

void PageWriter::look(const Entry& entry) { impl_->site.add(entry); }

Result<void> PageWriter::write(EntrySource& entries, const PageSink& sink) {
  page::Site& site = impl_->site;
  site.close(entries);
  site.theme.append(page::kStyle, page::heights(site));
  if (site.options.single_file) site.theme.make_single_file();
  page::write_site(site, sink);
  return site.failure();
}

Result<void> render_page(const Timeline& timeline, std::span<const EventType> types, const PageOptions& options, const PageSink& sink) {
  Result<PageWriter> writer = PageWriter::open(types, options);
  if (!writer) return writer.error();
  for (const Entry& entry : timeline.entries) writer->look(entry);
  TimelineEntries entries(timeline);
  return writer->write(entries, sink);
}

std::vector<PageFile> page_templates() { return page::builtin_files(); }

}  // namespace tarikh
