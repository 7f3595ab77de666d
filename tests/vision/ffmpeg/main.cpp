#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"bad_clips", makeBadClipsTest},
                                  {"clip_times", makeClipTimesTest},
                                  {"codecs", makeCodecsTest},
                                  {"colours", makeColoursTest},
                                  {"fields", makeFieldsTest},
                                  {"key_frames", makeKeyFramesTest},
                                  {"seeks", makeSeeksTest},
                                  {"shapes", makeShapesTest},
                                  {"tone_map", makeToneMapTest},
                                  {"turn", makeTurnTest},
                                  {"yuv_rows", makeYuvRowsTest},
                              });
}
