# TRIFOLD_SANITIZE: "", "address" (with undefined behaviour), "thread", or "fuzzer" (both and coverage).

set(TRIFOLD_SANITIZE "" CACHE STRING "address, thread or fuzzer")
set_property(CACHE TRIFOLD_SANITIZE PROPERTY STRINGS "" address thread fuzzer)

set(tf_sanitize_address -fsanitize=address,undefined -fno-sanitize-recover=all)
set(tf_sanitize_thread -fsanitize=thread)
# Coverage everywhere, libFuzzer's own main() only in the fuzz targets (tf_fuzz).
set(tf_sanitize_fuzzer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)

if(TRIFOLD_SANITIZE)
    if(NOT DEFINED tf_sanitize_${TRIFOLD_SANITIZE})
        message(FATAL_ERROR "TRIFOLD_SANITIZE=${TRIFOLD_SANITIZE}: use address, thread or fuzzer")
    endif()
    target_compile_options(tf_flags INTERFACE
        $<$<COMPILE_LANGUAGE:CXX>:${tf_sanitize_${TRIFOLD_SANITIZE}}>
        $<$<COMPILE_LANGUAGE:CXX>:-fno-omit-frame-pointer>)
    target_link_options(tf_flags INTERFACE ${tf_sanitize_${TRIFOLD_SANITIZE}})
endif()
