#include "tests/support/test_table.h"
#include "tests/ui/transcript/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"announcer", makeAnnouncerTest},
                                  {"cited", makeCitedTest},
                                  {"compare", makeCompareTest},
                                  {"failure", makeFailureTest},
                                  {"find", makeFindTest},
                                  {"follow", makeFollowTest},
                                  {"heights", makeHeightsTest},
                                  {"marking", makeMarkingTest},
                                  {"media", makeMediaTest},
                                  {"retryWays", makeRetryWaysTest},
                                  {"sideBar", makeSideBarTest},
                                  {"spoken", makeSpokenTest},
                                  {"treePlan", makeTreePlanTest},
                                  {"turnMap", makeTurnMapTest},
                              });
}
