#include "tests/kernels/api/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"cuda_plugin", makeCudaPluginTest},
                                  {"gpu", makeGpuTest},
                                  {"number", makeNumberTest},
                              });
}
