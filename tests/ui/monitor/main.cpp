#include "tests/support/test_table.h"
#include "tests/ui/monitor/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"facts", makeFactsTest},
                                  {"load", makeLoadTest},
                                  {"memory", makeMonitorMemoryTest},
                                  {"panel", makePanelTest},
                                  {"speed line", makeSpeedLineTest},
                                  {"speeds", makeSpeedsTest},
                              });
}
