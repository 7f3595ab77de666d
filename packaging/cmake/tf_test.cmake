# tf_test(area SOURCES … [LINKS …] [LABELS …] [TIMEOUT seconds])
#
# One test program tst_<area> per area (dots become underscores), registered with ctest under the
# area's name. Its sources are Qt Test classes listed in a table in its main.cpp.
function(tf_test area)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    string(REPLACE "." "_" target tst_${area})
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE tf_flags tf::test_support ${ARG_LINKS})
    tf_qt(${target} ${ARG_LINKS})
    add_test(NAME ${area} COMMAND ${target})
    tf_test_properties(${area} "${ARG_LABELS}" "${ARG_TIMEOUT}")
endfunction()

# tf_test_class(area class [LABELS …] [TIMEOUT seconds])
#
# Registers one class of an area's program as a test of its own, <area>.<class>: for what has a label
# or a skip that the others do not share.
function(tf_test_class area class)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS" ${ARGN})
    string(REPLACE "." "_" target tst_${area})
    add_test(NAME ${area}.${class} COMMAND ${target} ${class})
    tf_test_properties(${area}.${class} "${ARG_LABELS}" "${ARG_TIMEOUT}")
endfunction()

# tf_fuzz(name SOURCES … LINKS …)
#
# A fuzz target. In the fuzz preset it is a libFuzzer program; everywhere else the same source is
# linked with a main() that replays its corpus, tests/fuzz/corpus/<name>, as an ordinary test.
function(tf_fuzz name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    set(target fuzz_${name})
    set(corpus ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name})
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE tf_flags ${ARG_LINKS})
    if(TRIFOLD_SANITIZE STREQUAL "fuzzer")
        target_link_options(${target} PRIVATE -fsanitize=fuzzer)
        add_test(NAME fuzz.${name} COMMAND ${target} -runs=0 ${corpus})
    else()
        target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/replay_main.cpp)
        add_test(NAME fuzz.${name} COMMAND ${target} ${corpus})
    endif()
    tf_test_properties(fuzz.${name} "fast;fuzz" "")
endfunction()

# Tests run without a screen, without the user's settings, and silent unless something is wrong.
function(tf_test_properties name labels timeout)
    if(NOT timeout)
        set(timeout 120)
    endif()
    set_tests_properties(${name} PROPERTIES
        LABELS "${labels}"
        TIMEOUT ${timeout}
        SKIP_REGULAR_EXPRESSION "SKIPPED ENTIRELY: "
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_RULES=qt.qpa.fonts.warning=false")
endfunction()
