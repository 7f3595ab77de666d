#include "tests/app/ingest/leaks/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"anchors", makeLeakAnchorsTest},
                                  {"assigned", makeLeakAssignedTest},
                                  {"laws", makeLeakLawsTest},
                                  {"rules", makeLeakRulesTest},
                                  {"shape", makeLeakShapeTest},
                                  {"structures", makeLeakStructuresTest},
                              });
}
