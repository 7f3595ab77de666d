#include "tests/support/test_table.h"
#include "tests/vision/picture/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {{"patches", makePatchesTest},
                               {"resampler", makeResamplerTest},
                               {"resampler_levels", makeResamplerLevelsTest},
                               {"size_wish", makeSizeWishTest},
                               {"taps", makeTapsTest}});
}
