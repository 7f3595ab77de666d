# tf_library(name SOURCES … [LINKS …] [PRIVATE_LINKS …] [QT])
#
# A static library tf_<name> with the alias tf::<name>. QT: runs moc, adds Qt's strictness and, in
# presets that ask for it, a shared precompiled header.
function(tf_library name)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(tf_${name} STATIC ${ARG_SOURCES})
    add_library(tf::${name} ALIAS tf_${name})
    target_link_libraries(tf_${name} PUBLIC tf_flags ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
    if(ARG_QT)
        tf_qt(tf_${name} ${ARG_LINKS} ${ARG_PRIVATE_LINKS})
    endif()
endfunction()

# tf_program(name SOURCES … [LINKS …] [QT])
function(tf_program name)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE tf_flags ${ARG_LINKS})
    if(ARG_QT)
        tf_qt(${name} ${ARG_LINKS})
    endif()
endfunction()

# tf_qt(target links…): moc, strictness, precompiled header.
function(tf_qt target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PRIVATE tf_qt_flags)
    if(TRIFOLD_PCH AND "Qt6::Widgets" IN_LIST ARGN)
        tf_shared_pch(${target} widgets Qt6::Widgets)
    elseif(TRIFOLD_PCH)
        tf_shared_pch(${target} core Qt6::Core)
    endif()
endfunction()

# The header is compiled once, with the first target that wants it.
function(tf_shared_pch target name link)
    if(NOT TARGET tf_pch_${name})
        set(empty ${PROJECT_BINARY_DIR}/pch_${name}.cpp)
        file(CONFIGURE OUTPUT ${empty} CONTENT "// carries the precompiled header\n")
        add_library(tf_pch_${name} STATIC ${empty})
        target_link_libraries(tf_pch_${name} PUBLIC tf_flags tf_qt_flags ${link})
        target_precompile_headers(tf_pch_${name} PRIVATE
            ${PROJECT_SOURCE_DIR}/packaging/cmake/pch_${name}.h)
    endif()
    target_precompile_headers(${target} REUSE_FROM tf_pch_${name})
endfunction()
