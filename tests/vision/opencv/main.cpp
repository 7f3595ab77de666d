#include "tests/support/test_table.h"
#include "tests/vision/opencv/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"small_screen", makeSmallScreenTest},
                                  {"tile_change", makeTileChangeTest},
                              });
}
