#include "tests/support/test_table.h"
#include "tests/ui/endpoints/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"endpoint_form", makeEndpointFormTest},
                                  {"engine_looks", makeEngineLooksTest},
                              });
}
