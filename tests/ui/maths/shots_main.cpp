#include "tests/support/test_table.h"
#include "tests/ui/maths/tests.h"

#include <QGuiApplication>

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    return tf::test::runTests(argc, argv, {{"shots", makeFormulaShotsTest}});
}
