#include "tests/kernels/comm/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"collective", makeCollectiveTest},
                                  {"collective_failure", makeCollectiveFailureTest},
                              });
}
