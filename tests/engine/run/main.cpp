#include "tests/engine/run/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"failures", makeFailuresTest},
                                  {"forms", makeFormsTest},
                                  {"golden", makeGoldenTest},
                                  {"memory", makeMemoryTest},
                                  {"pages", makePagesTest},
                                  {"ranks", makeRanksTest},
                                  {"sequences", makeSequencesTest},
                                  {"steps", makeStepsTest},
                                  {"wrong", makeWrongTest},
                              });
}
