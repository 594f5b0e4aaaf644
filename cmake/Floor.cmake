# What nearly every file reads is read once for each library: a quarter of the time of a build. Files include what they use all
# the same: the preset dev reads it anew for each of them.
set(KEVAI_READ_ONCE <algorithm> <chrono> <functional> <map> <memory> <optional> <set> <string> <string_view> <variant> <vector>
    <boost/json/array.hpp> <boost/json/object.hpp> <boost/json/serialize.hpp>)

# kevai_floor(NAME LINKS…): the library kevai_NAME of the folder this is called in, from every *.cpp
# there, and kevai_NAME_test from every *_test.cpp beside them.
function(kevai_floor name)
  file(GLOB_RECURSE all CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(sources ${all})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  if(NOT sources)
    set(sources ${CMAKE_CURRENT_BINARY_DIR}/empty.cpp)
    file(TOUCH ${sources})
  endif()
  add_library(kevai_${name} STATIC ${sources})
  target_include_directories(kevai_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_compile_options(kevai_${name} PRIVATE ${KEVAI_WARNINGS})
  target_link_libraries(kevai_${name} PUBLIC ${ARGN})
  target_precompile_headers(kevai_${name} PRIVATE ${KEVAI_READ_ONCE})

  set(tests ${all})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(KEVAI_TESTS AND tests)
    kevai_test(kevai_${name}_test ${tests})
    target_link_libraries(kevai_${name}_test PRIVATE kevai_${name})
  endif()
endfunction()

# kevai_quick_to_build(TARGET): code that runs little and is long to compile is not made fast by the compiler's last efforts.
function(kevai_quick_to_build target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

# kevai_test_program(TARGET SOURCES…): a GoogleTest program; how ctest is to know its tests is for the caller to say.
function(kevai_test_program target)
  add_executable(${target} ${ARGN})
  target_compile_options(${target} PRIVATE ${KEVAI_WARNINGS})
  kevai_quick_to_build(${target})
  target_link_libraries(${target} PRIVATE kevai_test_headers GTest::gtest_main)
  target_precompile_headers(${target} REUSE_FROM kevai_test_headers)
endfunction()

# kevai_test(TARGET SOURCES…): a GoogleTest program whose tests ctest lists by name. Each test is told where the sources are.
function(kevai_test target)
  kevai_test_program(${target} ${ARGN})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${target} PRIVATE KEVAI_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  # NO_PRETTY_VALUES: a test is named by its claim, not by the bytes of its parameter.
  gtest_discover_tests(${target} DISCOVERY_TIMEOUT 60 NO_PRETTY_VALUES)
endfunction()

# -Wno-restrict, -Wno-maybe-uninitialized: g++ 12 warns of its own std::string (GCC bugs 105329, 105562).
# -Wno-missing-field-initializers: a record is written with the fields it has; the others are empty.
set(KEVAI_WARNINGS -Wall -Wextra -Wno-missing-field-initializers -Werror=switch -Werror=return-type
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
