#include "tests/support/test_table.h"
#include "tests/ui/shots/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0); // the caret is in every picture
    return tf::test::runTests(argc, argv, {{"shots", makeShotsTest}});
}
