#include "tests/support/test_table.h"
#include "tests/ui/viewer/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"codePage", makeCodePageTest},
                                  {"codeView", makeCodeViewTest},
                                  {"going", makeGoingTest},
                                  {"lineInks", makeLineInksTest},
                              });
}
