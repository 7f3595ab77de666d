#include "tests/support/test_table.h"
#include "tests/ui/composer/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"chips", makeChipsTest},
                                  {"composer", makeComposerTest},
                                  {"edit", makeEditTest},
                                  {"estimate", makeEstimateTest},
                                  {"obstacles", makeObstaclesTest},
                                  {"pasted", makePastedTest},
                                  {"thinking", makeThinkingTest},
                              });
}
