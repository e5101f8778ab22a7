# Project-wide build helpers: one static library a folder, one test executable a file.

option(BRIDGESCOPE_GUI "Build the window (needs Qt Widgets)" ON)
option(BRIDGESCOPE_STD_THREADS "Run the parallel seam on std::thread instead of oneTBB (thread sanitizer)" OFF)
option(BRIDGESCOPE_WERROR "Treat warnings as errors" OFF)
set(CMAKE_UNITY_BUILD_BATCH_SIZE 10) # the presets compile ten files of a library as one: most of a build is reading headers
set(BRIDGESCOPE_SANITIZE "" CACHE STRING "Sanitizers, as given to -fsanitize= (address,undefined or thread)")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

# What every target of ours compiles with: C++20, warnings, and includes from the repository root.
add_library(bridgescope_options INTERFACE)
target_compile_features(bridgescope_options INTERFACE cxx_std_20)
target_include_directories(bridgescope_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(bridgescope_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(bridgescope_options INTERFACE -Wno-restrict) # at -O3 GCC 12 warns of its own std::string: PR 105651
endif()
if(BRIDGESCOPE_WERROR)
    target_compile_options(bridgescope_options INTERFACE -Werror)
endif()
if(BRIDGESCOPE_SANITIZE)
    # With a sanitizer's checks between the lines GCC 12 sees uninitialized reads where there are none.
    target_compile_options(bridgescope_options INTERFACE -fsanitize=${BRIDGESCOPE_SANITIZE} -fno-omit-frame-pointer -Wno-maybe-uninitialized)
    target_link_options(bridgescope_options INTERFACE -fsanitize=${BRIDGESCOPE_SANITIZE})
endif()

# bridgescope_library(NAME SOURCES... LINKS LIBS...): the link list is the list of folders it may include.
function(bridgescope_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(bridgescope_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(bridgescope_${name} PUBLIC bridgescope_options ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# bridgescope_tests(FOLDER [PROGRAM NAME] TESTS NAMES... LINKS LIBS...): each tests/FOLDER/NAME.cpp is a ctest case of its own,
# FOLDER/NAME; together they are one program, test_FOLDER (test_FOLDER_NAME where PROGRAM is given).
function(bridgescope_tests folder)
    cmake_parse_arguments(ARG "" "PROGRAM;TIMEOUT" "TESTS;LINKS" ${ARGN})
    string(REPLACE "/" "_" target test_${folder})
    if(ARG_PROGRAM)
        string(APPEND target _${ARG_PROGRAM})
    endif()
    list(TRANSFORM ARG_TESTS APPEND .cpp OUTPUT_VARIABLE sources)
    add_executable(${target} ${sources})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    if(folder MATCHES "^(ui|workflow)")
        set(program bridgescope_window_test_program)
    else()
        set(program bridgescope_test_program)
    endif()
    target_link_libraries(${target} PRIVATE bridgescope_options ${program} ${ARG_LINKS})
    if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Where files are compiled as one, GCC takes the unnamed namespace of a file for one of a header.
        target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    endif()
    target_compile_definitions(${target} PRIVATE
        BRIDGESCOPE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        BRIDGESCOPE_SHARED_DATA="${PROJECT_SOURCE_DIR}/../shared/data")
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    foreach(name ${ARG_TESTS})
        add_test(NAME ${folder}/${name} COMMAND ${target} ${name})
        set_tests_properties(${folder}/${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;XDG_CONFIG_HOME=${PROJECT_BINARY_DIR}/test-config;XDG_DATA_HOME=${PROJECT_BINARY_DIR}/test-data;ASAN_OPTIONS=detect_leaks=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/packaging/sanitizers/lsan.txt:print_suppressions=0;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/packaging/sanitizers/tsan.txt"
            LABELS ${folder})
    endforeach()
endfunction()
