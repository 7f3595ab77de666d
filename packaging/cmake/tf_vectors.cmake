# Sources of a library that compute with vector instructions. Both functions are called from the
# folder that declares the library, after tf_library.

# g++ 12 takes the undefined operands inside its own AVX-512 intrinsics for forgotten ones.
set(tf_vector_warnings "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-uninitialized>")

# tf_intrinsics(sources…): written in the compiler's intrinsics.
function(tf_intrinsics)
    set_source_files_properties(${ARGN} PROPERTIES
        SKIP_UNITY_BUILD_INCLUSION ON
        COMPILE_OPTIONS "${tf_vector_warnings}")
endfunction()

# tf_highway(library source OTHERWISE source): the first, written over Highway, or where there is no
# Highway the second. Highway includes its file again for each target.
function(tf_highway library source keyword otherwise)
    if(NOT hwy_FOUND)
        target_sources(tf_${library} PRIVATE ${otherwise})
        return()
    endif()
    target_sources(tf_${library} PRIVATE ${source})
    target_link_libraries(tf_${library} PRIVATE hwy::hwy)
    tf_intrinsics(${source})
    set_source_files_properties(${source} PROPERTIES
        COMPILE_DEFINITIONS HWY_DISABLED_TARGETS=\(HWY_SSSE3|HWY_SSE4|HWY_AVX3_DL\))
endfunction()
