#include "tests/app/workspace/cited/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"citation_check", makeCitationCheckTest},
                                  {"cited_place", makeCitedPlaceTest},
                                  {"line_map", makeLineMapTest},
                                  {"source_sides", makeSourceSidesTest},
                              });
}
