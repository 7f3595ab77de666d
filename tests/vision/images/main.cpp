#include "tests/support/test_table.h"
#include "tests/vision/images/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"bad_pictures", makeBadPicturesTest},
                                  {"pictures", makePicturesTest},
                                  {"svg", makeSvgTest},
                              });
}
