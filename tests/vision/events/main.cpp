#include "tests/support/test_table.h"
#include "tests/vision/events/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"moment_laws", makeMomentLawsTest},
                                  {"moments", makeMomentsTest},
                              });
}
