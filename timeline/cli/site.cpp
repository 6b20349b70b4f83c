#include "cli/site.h"

#include <fmt/format.h>

#include <optional>

#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/pile.h"

namespace tarikh::cli {
namespace {

// What lies beside the page, by the names of the export formats.
constexpr std::string_view kTables[] = {"csv", "mentions", "memberships", "datapackage", "excel", "jsonl"};

Result<void> write_page(OutputFolder& folder, const Timeline& timeline, std::span<const EventType> types, const PageOptions& options) {
  std::string open;  // the path of the file
  std::optional<OutputFile> file;
  Result<void> written;
  const auto take = [&](const std::string& path, std::string_view piece) {
    if (path != open) {
      if (file) written = file->commit();
      if (!written) return false;
      Result<OutputFile> next = folder.file(path);
      if (!next) {
        written = next.error();
        return false;
      }
      file.emplace(std::move(*next));
      open = path;
    }
    return file->write(piece);
  };
  if (Result<void> rendered = render_page(timeline, types, options, take); !rendered) return rendered;
  return written && file ? file->commit() : written;
}

Result<void> write_tables(OutputFolder& folder, const Timeline& timeline, std::span<const EventType> types) {
  for (const std::string_view name : kTables) {
    const WriterInfo* writer = find_writer(name);
    if (writer == nullptr) return Error{fmt::format("no export format is called {}", name)};
    Result<OutputFile> output = folder.file(std::string(writer->file_name));
    if (!output) return output.error();
    writer->write(timeline, types, [&](std::string_view bytes) { return output->write(bytes); });
    if (Result<void> written = output->commit(); !written) return written;
  }
  return {};
}

}  // namespace

CLI::Option* add_site_options(CLI::App& app, SiteOptions& options) {
  CLI::Option* output = app.add_option("-o,--output", options.output, "Folder to write; with --single-file the file")->required();
  output->type_name("DIR");
  app.add_flag("-f,--force", options.force, "Write into a folder that tarikh did not make; its other files are left alone");
  app.add_flag("--single-file", options.page.single_file, "One HTML file with style, script and fonts inside it and nothing beside it");
  app.add_option("--title-ar", options.page.title_ar, "Title of the page in Arabic")->type_name("TEXT");
  app.add_option("--title-en", options.page.title_en, "Title of the page in English")->type_name("TEXT");
  add_choice(app, "--page-lang", options.page.language, {"ar", "en"}, "Language of the page when it is opened (default: ar)");
  add_choice(app, "--month-names", options.page.month_names, {"egypt", "levant", "maghreb"}, "Names of months in Arabic (default: egypt)");
  add_choice(app, "--digits", options.digits, {"western", "arabic"}, "Digits of dates and numbers in Arabic (default: western)");
  app.add_flag("--hijri", options.page.hijri, "Hijri dates beside Gregorian ones from the start");
  app.add_option("--theme", options.theme, "Folder of templates that replace built-in ones of the same name")->type_name("DIR");
  return output;
}

Result<SiteOutput> SiteOutput::open(const SiteOptions& options) {
  if (options.page.single_file) {
    Result<OutputFile> file = OutputFile::open(options.output);
    if (!file) return file.error();
    return SiteOutput(std::move(*file));
  }
  Result<OutputFolder> folder = OutputFolder::open(options.output, options.force);
  if (!folder) return folder.error();
  return SiteOutput(std::move(*folder));
}

Result<void> SiteOutput::write(const Timeline& timeline, std::span<const EventType> types, const SiteOptions& options) {
  PageOptions page = options.page;
  page.theme = options.theme;
  page.arabic_digits = options.digits == "arabic";
  if (auto* file = std::get_if<OutputFile>(&place_))
    return render_page(timeline, types, page, [&](const std::string&, std::string_view piece) { return file->write(piece); });
  if (Result<void> written = write_page(*folder(), timeline, types, page); !written) return written;
  return write_tables(*folder(), timeline, types);
}

Result<void> SiteOutput::commit() {
  return std::visit([](auto& place) { return place.commit(); }, place_);
}

void for_each_line(const std::string& path, Console& console,
                   const std::function<Result<void>(std::string_view, int)>& take) {
  const std::string where = path == "-" ? "standard input" : path;
  Result<LineReader> lines = LineReader::open(path);
  if (!lines) return console.error(where, lines.error());
  while (std::optional<LineReader::Line> line = lines->next(&interrupted)) {
    Result<void> taken;
    if (line->too_long) taken = Error{fmt::format("a line longer than {} MiB; left out", kMaxDocumentBytes >> 20)};
    else if (line->text.find_first_not_of(" \t") != std::string::npos) taken = take(line->text, line->number);
    if (taken) continue;
    Error error = taken.error();
    error.line = line->number;
    console.error(where, error);
  }
  if (lines->error()) console.error(where, *lines->error());
}

bool is_entry(std::string_view line) { return line.starts_with(R"({"id":)"); }
bool is_record(std::string_view line) { return line.starts_with(R"({"doc":)"); }

Timeline read_timeline(const std::vector<std::string>& paths, Console& console) {
  Timeline timeline;
  for (const std::string& path : paths.empty() ? std::vector<std::string>{"-"} : paths) {
    const std::size_t before = timeline.entries.size();
    std::optional<Error> no_entry;  // a file of records alone is no timeline
    for_each_line(path, console, [&](std::string_view line, int number) -> Result<void> {
      if (is_record(line) && no_entry) return {};
      Result<Entry> entry = parse_entry(line, number);
      if (!entry && is_record(line)) no_entry = entry.error();
      else if (!entry) return entry.error();
      else timeline.entries.push_back(std::move(*entry));
      return {};
    });
    if (no_entry && timeline.entries.size() == before) console.error(path, *no_entry);
  }
  return timeline;
}

}  // namespace tarikh::cli
