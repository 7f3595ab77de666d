#include "tests/support/test_table.h"
#include "tests/ui/bad_input/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {{"bad_input", makeBadInputTest},
                               {"drop_overlay", makeDropOverlayTest},
                               {"two_windows", makeTwoWindowsTest}});
}
