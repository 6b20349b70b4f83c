#include "cli/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>

#include "cli/options.h"
#include "cli/pile.h"

namespace tarikh::cli {
namespace {

// What lies beside the page, by the names of the export formats.
constexpr std::string_view kTables[] = {"csv", "mentions", "memberships", "datapackage", "excel", "jsonl"};

// Files that are written by turns.
class OpenFiles {
 public:
  explicit OpenFiles(OutputFolder& folder) : folder_(folder) {}

  bool take(const PagePiece& piece) {
    auto file = files_.find(piece.path);
    if (file == files_.end()) {
      Result<OutputFile> next = folder_.file(piece.path);
      if (!next) return keep(next.error());
      file = files_.emplace(piece.path, std::move(*next)).first;
    }
    if (!file->second.write(piece.bytes) || piece.last) {
      const Result<void> done = file->second.commit();
      files_.erase(file);
      if (!done) return keep(done.error());
    }
    return true;
  }
  [[nodiscard]] const Result<void>& failure() const { return failure_; }

 private:
  bool keep(const Error& error) {
    failure_ = error;
    return false;
  }

  OutputFolder& folder_;
  std::map<std::string, OutputFile> files_;
  Result<void> failure_;
};

// The tables beside a page, all in one pass over the entries.
class Tables {
 public:
  Result<void> open(OutputFolder& folder, std::span<const EventType> types) {
    for (const std::string_view name : kTables) {
      const WriterInfo* format = find_writer(name);
      if (format == nullptr || format->looks_first) return Error{fmt::format("no table that is written in one pass is called {}", name)};
      Result<OutputFile> file = folder.file(std::string(format->file_name));
      if (!file) return file.error();
      OutputFile& output = files_.emplace_back(std::move(*file));
      writers_.push_back(format->start(types, [&output](std::string_view bytes) { return output.write(bytes); }));
    }
    return {};
  }
  bool add(const Entry& entry) {
    return std::ranges::all_of(writers_, [&](const auto& writer) { return writer->add(entry); });
  }
  Result<void> close() {
    for (const auto& writer : writers_) writer->finish();
    for (OutputFile& file : files_) {
      if (Result<void> written = file.commit(); !written) return written;
    }
    return {};
  }

 private:
  std::deque<OutputFile> files_;  // stay where they are
  std::vector<std::unique_ptr<TimelineWriter>> writers_;
};

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

Result<std::size_t> SiteOutput::write(EntrySource& entries, std::span<const EventType> types, const SiteOptions& options) {
  PageOptions page = options.page;
  page.theme = options.theme;
  page.arabic_digits = options.digits == "arabic";
  Result<PageWriter> writer = PageWriter::open(types, page);
  if (!writer) return writer.error();
  Tables tables;
  Result<void> done = folder() != nullptr ? tables.open(*folder(), types) : Result<void>{};
  if (!done) return done.error();
  std::size_t count = 0;
  done = entries.each([&](const Entry& entry) {
    ++count;
    writer->look(entry);
    return tables.add(entry) && !interrupted;
  });
  if (done) done = tables.close();
  if (!done) return done.error();
  if (auto* file = std::get_if<OutputFile>(&place_)) {
    done = writer->write(entries, [&](const PagePiece& piece) { return file->write(piece.bytes) && !interrupted; });
  } else {
    OpenFiles files(*folder());
    done = writer->write(entries, [&](const PagePiece& piece) { return files.take(piece) && !interrupted; });
    if (done) done = files.failure();
  }
  if (!done) return done.error();
  return count;
}

Result<void> SiteOutput::commit() {
  return std::visit([](auto& place) { return place.commit(); }, place_);
}

}  // namespace tarikh::cli
