# Four words, so that a module's build file reads as a list:
#   lotline_module(custody DEPENDS base proof)   a library of every .cpp in the folder but the tests
#   (its *_test.cpp become the test program custody_test, one CTest entry per program)
#   lotline_program(lotline SOURCES ...)         a program
#   lotline_fuzz(csv_fuzz SOURCES ... DEPENDS)   a libFuzzer program, built only with LOTLINE_FUZZ (preset asan)

option(LOTLINE_FUZZ "build the fuzz targets; needs clang" OFF)
option(LOTLINE_TIDY "run clang-tidy on each file as it is compiled; needs clang" OFF)
if(LOTLINE_TIDY)
  set(CMAKE_CXX_CLANG_TIDY clang-tidy-19 --quiet)
endif()
# The preset asan leaves out the check "vptr": it opens a pipe to look at memory, and some tests leave no file to open.
if(LOTLINE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_package(fmt REQUIRED)
find_package(GTest REQUIRED)

add_library(lotline_flags INTERFACE)
target_compile_features(lotline_flags INTERFACE cxx_std_23)
target_compile_options(lotline_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
# GCC 12's own std::stable_sort calls what C++17 deprecated; only clang says so.
target_compile_options(lotline_flags INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
target_include_directories(lotline_flags INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
target_link_libraries(lotline_flags INTERFACE fmt::fmt)

# An import makes and drops strings by the million: mimalloc serves them several times as fast as the C library. The
# sanitizers have an allocator of their own.
add_library(lotline_allocator INTERFACE)
target_link_libraries(lotline_allocator INTERFACE $<$<CONFIG:Release>:mimalloc>)

# The headers nearly every file needs, compiled once.
set(lotline_common_headers
  <algorithm> <chrono> <expected> <functional> <map> <memory> <optional> <span> <string> <string_view> <unordered_map>
  <utility> <variant> <vector> <fmt/format.h>)
add_library(lotline_pch OBJECT ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(lotline_pch PUBLIC lotline_flags)
target_precompile_headers(lotline_pch PRIVATE ${lotline_common_headers})

# The same for tests, with theirs. Most of a first build is tests, and they need not be fast: -O1 compiles them in three
# quarters of the time. GCC 12 then warns of a deletion that cannot happen.
set(lotline_test_options $<$<CONFIG:Release>:-O1> $<$<CXX_COMPILER_ID:GNU>:-Wno-free-nonheap-object>)
add_library(lotline_test_pch OBJECT ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(lotline_test_pch PUBLIC lotline_flags GTest::gtest)
target_compile_options(lotline_test_pch PRIVATE ${lotline_test_options})
target_precompile_headers(lotline_test_pch PRIVATE ${lotline_common_headers} <gtest/gtest.h>)

function(lotline_module name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  set(here ${PROJECT_SOURCE_DIR}/src/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${here}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(NOT sources)
    set(sources ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
  endif()
  add_library(${name} STATIC ${sources})
  target_precompile_headers(${name} REUSE_FROM lotline_pch)
  target_link_libraries(${name} PUBLIC lotline_flags ${ARG_DEPENDS} PRIVATE ${ARG_LIBRARIES})
  if(tests)
    lotline_test(${name}_test SOURCES ${tests} DEPENDS ${name})
  endif()
endfunction()

function(lotline_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_compile_options(${name} PRIVATE ${lotline_test_options})
  target_precompile_headers(${name} REUSE_FROM lotline_test_pch)
  target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} ${ARG_LIBRARIES} lotline_flags GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE LOTLINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  set_target_properties(${name} PROPERTIES CXX_CLANG_TIDY "")
  add_test(NAME ${name} COMMAND ${name})
endfunction()

function(lotline_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_precompile_headers(${name} REUSE_FROM lotline_pch)
  target_link_libraries(${name} PRIVATE lotline_allocator ${ARG_DEPENDS} ${ARG_LIBRARIES} lotline_flags)
endfunction()

function(lotline_fuzz name)
  if(NOT LOTLINE_FUZZ)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} ${ARG_LIBRARIES} lotline_flags)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()
