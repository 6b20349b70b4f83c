# Flags shared by every target of the project, and the two functions that declare a room and a test.

add_library(tarikh_flags INTERFACE)
target_compile_features(tarikh_flags INTERFACE cxx_std_20)
target_compile_options(tarikh_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wimplicit-fallthrough -Wnull-dereference)
if(TARIKH_SANITIZE)
  target_compile_options(tarikh_flags INTERFACE -fsanitize=${TARIKH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(tarikh_flags INTERFACE -fsanitize=${TARIKH_SANITIZE})
endif()
if(TARIKH_FUZZ)
  target_compile_options(tarikh_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# tarikh_room(LIBRARY NAME SOURCES … [USES …]): a room is an object library of its own, so that it compiles
# and is tested alone; the library that people link is the sum of its rooms.
function(tarikh_room library name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES" ${ARGN})
  set(target tarikh_${name})
  add_library(${target} OBJECT ${ROOM_SOURCES})
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_include_directories(${target}
    PUBLIC ${PROJECT_SOURCE_DIR}/extractor/include
    PRIVATE ${PROJECT_SOURCE_DIR}/${library})
  if(library STREQUAL "timeline")
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/timeline/include)
  endif()
  target_link_libraries(${target} PRIVATE tarikh_flags ${ROOM_USES})
  target_link_libraries(${target} PUBLIC date::date)
  if(TARIKH_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY clang-tidy)
  endif()
  set_property(GLOBAL APPEND PROPERTY TARIKH_${library}_ROOMS ${target})
endfunction()

# tarikh_library(NAME): sums up the rooms declared for it.
function(tarikh_library name)
  get_property(rooms GLOBAL PROPERTY TARIKH_${name}_ROOMS)
  add_library(${name} STATIC)
  add_library(tarikh::${name} ALIAS ${name})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME tarikh_${name} EXPORT_NAME ${name})
  foreach(room IN LISTS rooms)
    target_sources(${name} PRIVATE $<TARGET_OBJECTS:${room}>)
  endforeach()
  target_include_directories(${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/${name}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_link_libraries(${name} PUBLIC date::date PRIVATE $<BUILD_INTERFACE:tarikh_flags>)
endfunction()

# tarikh_test(NAME LIBRARY SOURCES … [USES …]): one GoogleTest binary and one CTest entry. It may look into
# the private folders of the library it tests.
function(tarikh_test name library)
  cmake_parse_arguments(TEST "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/${library} ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE tarikh_flags tarikh::${library} ${TEST_USES} fmt::fmt GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE TARIKH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()
