#include "tests/kernels/weights/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"bounds", makeBoundsTest},
                                  {"experts", makeExpertsTest},
                                  {"gemm", makeGemmTest},
                                  {"quantise", makeQuantiseTest},
                                  {"same_bits", makeSameBitsTest},
                                  {"stored_matrix", makeStoredMatrixTest},
                                  {"swiglu", makeSwigluTest},
                                  {"weight_shelf", makeWeightShelfTest},
                              });
}
