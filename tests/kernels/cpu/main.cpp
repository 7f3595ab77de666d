#include "tests/kernels/cpu/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"attention", makeAttentionTest},
                                  {"device", makeDeviceTest},
                                  {"patches", makePatchesTest},
                                  {"router", makeRouterTest},
                                  {"rows", makeRowsTest},
                              });
}
