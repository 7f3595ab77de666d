#include "tests/engine/face/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"activity", makeActivityTest},
                                  {"answers", makeAnswersTest},
                                  {"contexts", makeContextsTest},
                                  {"faults", makeFaultsTest},
                                  {"step_costs", makeStepCostsTest},
                              });
}
