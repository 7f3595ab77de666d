# Finds CUDA or does without: TRIFOLD_CUDA = AUTO (default), ON (must be there), OFF.
#
# Three things break a plain project with CMake 3.25 and CUDA 13. The architecture must be set before
# enable_language, or the build silently targets 75, where no Hopper instruction exists. CMake does
# not know the flag for CUDA C++20, so it is declared by hand. And find_package(CUDAToolkit)
# stopped with an error over CUDA::nvToolsExt on a bare Debian 12; the CUDA language itself knows
# where the headers are and links the runtime.

set(TRIFOLD_CUDA AUTO CACHE STRING "Build the CUDA plug-in: AUTO, ON or OFF")
set_property(CACHE TRIFOLD_CUDA PROPERTY STRINGS AUTO ON OFF)
set(TRIFOLD_HAS_CUDA FALSE)

if(TRIFOLD_CUDA)
    find_program(TRIFOLD_NVCC nvcc HINTS ENV CUDA_PATH PATHS /usr/local/cuda/bin)
    mark_as_advanced(TRIFOLD_NVCC)
    if(TRIFOLD_NVCC)
        set(CMAKE_CUDA_COMPILER ${TRIFOLD_NVCC})
        set(CMAKE_CUDA_ARCHITECTURES 90a-real CACHE STRING "GPU architectures")
        enable_language(CUDA)
        set(CMAKE_CUDA20_STANDARD_COMPILE_OPTION "-std=c++20")
        set(CMAKE_CUDA20_EXTENSION_COMPILE_OPTION "-std=c++20")
        list(APPEND CMAKE_CUDA_COMPILE_FEATURES cuda_std_20)
        set(CMAKE_CUDA_STANDARD 20)
        set(TRIFOLD_HAS_CUDA TRUE)
        message(STATUS "CUDA ${CMAKE_CUDA_COMPILER_VERSION} for ${CMAKE_CUDA_ARCHITECTURES}: the plug-in is built")
    elseif(NOT TRIFOLD_CUDA STREQUAL "AUTO")
        message(FATAL_ERROR "TRIFOLD_CUDA=ON but there is no nvcc on PATH or in /usr/local/cuda/bin")
    else()
        message(STATUS "No nvcc: the CUDA plug-in is left out, everything else is built")
    endif()
endif()
