// A file that is part of the program; see TarikhEmbed.cmake.
#pragma once

#include <string_view>

namespace tarikh {

struct EmbeddedFile {
  std::string_view path;   ///< relative to the folder it was embedded from
  std::string_view bytes;
};

}  // namespace tarikh
