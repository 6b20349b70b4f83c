# tarikh_embed(TARGET NAMESPACE/FUNCTION BASE dir FILES … [GENERATED]): puts files, byte for byte, into an object target.
# GENERATED: the build makes them, by a command of the same folder.
#
#   include(TarikhEmbed)
#   tarikh_room(extractor data SOURCES data.cpp)
#   tarikh_embed(tarikh_data tarikh::data/embedded_files BASE ${CMAKE_CURRENT_SOURCE_DIR} FILES ar/time.rules en/time.rules)
#
# The code of that target then reads them so:
#
#   #include "embedded_files.h"          // generated; its name is FUNCTION's
#   for (const tarikh::EmbeddedFile& file : tarikh::data::embedded_files()) use(file.path, file.bytes);
#
# `path` is as written in FILES (relative to BASE), in the order written; `bytes` live as long as the program. The bytes
# go through the assembler's .incbin, which g++ and clang++ share: nothing is parsed as C++, so size does not matter.
set(TARIKH_EMBED_DIR ${CMAKE_CURRENT_LIST_DIR}/embed)

function(tarikh_embed target symbol)
  cmake_parse_arguments(EMBED "GENERATED" "BASE" "FILES" ${ARGN})
  string(REGEX MATCH "^(.+)/([a-z_]+)$" matched "${symbol}")
  if(NOT matched OR NOT EMBED_BASE OR NOT EMBED_FILES)
    message(FATAL_ERROR "tarikh_embed(TARGET NAMESPACE/FUNCTION BASE dir FILES … [GENERATED])")
  endif()
  set(EMBED_NAMESPACE ${CMAKE_MATCH_1})
  set(EMBED_FUNCTION ${CMAKE_MATCH_2})

  set(EMBED_DATA "")
  set(EMBED_SYMBOLS "")
  set(EMBED_ROWS "")
  set(paths "")
  set(number 0)
  foreach(file IN LISTS EMBED_FILES)
    set(path ${EMBED_BASE}/${file})
    if(NOT EMBED_GENERATED AND NOT EXISTS ${path})
      message(FATAL_ERROR "tarikh_embed: no file ${path}")
    endif()
    list(APPEND paths ${path})
    set(name ${target}_${EMBED_FUNCTION}_${number})
    string(APPEND EMBED_DATA "TARIKH_EMBED(\"${name}\", \"${path}\")\n")
    string(APPEND EMBED_SYMBOLS "extern const char ${name}[], ${name}_end[];\n")
    string(APPEND EMBED_ROWS "      {\"${file}\", bytes(${name}, ${name}_end)},\n")
    math(EXPR number "${number} + 1")
  endforeach()

  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embed)
  configure_file(${TARIKH_EMBED_DIR}/embedded.h.in ${folder}/${EMBED_FUNCTION}.h @ONLY)
  configure_file(${TARIKH_EMBED_DIR}/embedded.cpp.in ${folder}/${EMBED_FUNCTION}.cpp @ONLY)
  # The compiler does not report what .incbin reads.
  set_source_files_properties(${folder}/${EMBED_FUNCTION}.cpp PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${folder}/${EMBED_FUNCTION}.cpp)
  target_include_directories(${target} PRIVATE ${TARIKH_EMBED_DIR} ${folder})
endfunction()
