#include "tests/support/test_table.h"
#include "tests/vision/picture/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {{"patch_vectors", makePatchVectorsTest},
                               {"resize_vectors", makeResizeVectorsTest},
                               {"size_vectors", makeSizeVectorsTest}});
}
