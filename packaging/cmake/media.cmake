# Libraries that decode pictures and clips, each as one target: tf_ffmpeg, tf_opencv, tf_picture_codecs
# and tf_sandbox. Sets TRIFOLD_HAS_MEDIA; without them the room vision builds its arithmetic alone.
find_package(PkgConfig)
set(TRIFOLD_HAS_MEDIA OFF)
if(NOT PkgConfig_FOUND)
    message(STATUS "Trifold: no pkg-config, so no decoding of pictures and clips")
    return()
endif()
pkg_check_modules(ffmpeg QUIET IMPORTED_TARGET libavformat libavcodec libswscale libavutil)
pkg_check_modules(picture_codecs QUIET IMPORTED_TARGET libpng libjpeg libwebp libtiff-4 librsvg-2.0 cairo)
pkg_check_modules(sandbox QUIET IMPORTED_TARGET libseccomp)
# Debian's subset of OpenCV has neither a CMake package nor a .pc file.
find_path(opencv_include opencv2/core.hpp PATH_SUFFIXES opencv4)
find_library(opencv_core_library opencv_core)
find_library(opencv_imgproc_library opencv_imgproc)

if(ffmpeg_FOUND AND picture_codecs_FOUND AND sandbox_FOUND AND opencv_include
   AND opencv_core_library AND opencv_imgproc_library)
    set(TRIFOLD_HAS_MEDIA ON)
    add_library(tf_opencv INTERFACE)
    target_include_directories(tf_opencv SYSTEM INTERFACE ${opencv_include})
    target_link_libraries(tf_opencv INTERFACE ${opencv_core_library} ${opencv_imgproc_library})
    add_library(tf_ffmpeg ALIAS PkgConfig::ffmpeg)
    add_library(tf_picture_codecs ALIAS PkgConfig::picture_codecs)
    add_library(tf_sandbox ALIAS PkgConfig::sandbox)
else()
    message(STATUS "Trifold: FFmpeg, OpenCV, a picture codec or libseccomp is missing, so no "
                   "decoding of pictures and clips")
endif()
