// The templates of a page: those of the program, each replaceable by a file of the same name in a theme folder.
//
// A template writes {{name}}, which is escaped for HTML text and attributes. {{{name}}} is refused, but for the few
// names whose value the program has escaped already, so that a theme cannot open a hole by one brace too many.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "page/strings.h"
#include "tarikh/result.h"
#include "tarikh/writer.h"

namespace tarikh::page {

inline constexpr std::string_view kStyle = "style.css", kScript = "script.js";

/// The built-in templates as a theme folder would hold them.
[[nodiscard]] const std::vector<PageFile>& builtin_files();

class Theme {
 public:
  /// An empty folder means the built-in one. Errors: a folder or file that cannot be read, a template or a strings file
  /// of an unknown name, one that does not parse or that would not escape.
  static Result<Theme> load(const std::filesystem::path& folder);

  /// The reader's taste, on the Arabic page.
  void choose(const PageOptions& options) {
    arabic_.choose_months(options.month_names);
    if (options.arabic_digits) arabic_.use_arabic_digits();
  }

  /// The text of a template: "entry.html". It exists.
  [[nodiscard]] const std::string& text(std::string_view name) const { return files_.find(name)->second; }
  [[nodiscard]] const Strings& strings(std::string_view language) const {
    return language == "ar" ? arabic_ : english_;
  }
  /// What lies beside the page as it is: style, script, fonts, and the folder's own files, by name.
  [[nodiscard]] std::vector<PageFile> assets() const;

  void append(std::string_view name, std::string_view text) { files_.find(name)->second += text; }

  /// Errors: a page.html without a place for style and script, a style or script that cannot stand there.
  [[nodiscard]] Result<void> check_single_file() const;
  /// Puts style, script, and all files they or the templates name inside page.html.
  void make_single_file();

 private:
  Result<void> add(const std::string& name, std::string bytes, const std::string& file);

  std::map<std::string, std::string, std::less<>> files_;
  Strings arabic_{"ar"}, english_{"en"};
};

}  // namespace tarikh::page
