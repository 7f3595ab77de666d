#include "tests/support/test_table.h"
#include "tests/ui/transcript/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"compare", makeCompareTest},
                                  {"follow", makeFollowTest},
                                  {"heights", makeHeightsTest},
                                  {"marking", makeMarkingTest},
                                  {"treePlan", makeTreePlanTest},
                                  {"turnMap", makeTurnMapTest},
                              });
}
