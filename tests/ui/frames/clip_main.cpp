#include "tests/support/test_table.h"
#include "tests/ui/frames/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv, {{"clip page", makeClipPageTest}});
}
