#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"cancels", makeCancelsTest},
                                  {"generated_streams", makeGeneratedStreamsTest},
                                  {"stream_costs", makeStreamCostsTest},
                              });
}
