#include "tests/support/test_table.h"
#include "tests/ui/works/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv, {{"works page", makeWorksPageTest}});
}
