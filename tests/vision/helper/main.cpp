#include "tests/support/test_table.h"
#include "tests/vision/helper/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"box", makeBoxTest},
                                  {"decode", makeDecodeTest},
                                  {"frame_fit", makeFrameFitTest},
                              });
}
