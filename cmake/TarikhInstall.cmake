# `cmake --install`: the program with its man page and completions, the libraries, and the package that
# find_package(tarikh) reads.
if(NOT TARGET tarikh)
  return()  # a part of the project only
endif()
include(CMakePackageConfigHelpers)

install(TARGETS tarikh RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS extractor timeline EXPORT tarikh ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY extractor/include/tarikh timeline/include/tarikh DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tarikh)
install(EXPORT tarikh NAMESPACE tarikh:: FILE tarikh-targets.cmake DESTINATION ${package_dir})
configure_package_config_file(cmake/tarikh-config.cmake.in ${PROJECT_BINARY_DIR}/tarikh-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/tarikh-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/tarikh-config.cmake ${PROJECT_BINARY_DIR}/tarikh-config-version.cmake
  DESTINATION ${package_dir})

# The program writes these itself, from its table of commands.
set(generated ${PROJECT_BINARY_DIR}/share)
file(MAKE_DIRECTORY ${generated})
add_custom_command(OUTPUT ${generated}/tarikh.1 ${generated}/tarikh ${generated}/_tarikh ${generated}/tarikh.fish
  COMMAND tarikh man > ${generated}/tarikh.1
  COMMAND tarikh completion bash > ${generated}/tarikh
  COMMAND tarikh completion zsh > ${generated}/_tarikh
  COMMAND tarikh completion fish > ${generated}/tarikh.fish
  DEPENDS tarikh VERBATIM)
add_custom_target(tarikh_share ALL DEPENDS ${generated}/tarikh.1)
install(FILES ${generated}/tarikh.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${generated}/tarikh DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${generated}/_tarikh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${generated}/tarikh.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
