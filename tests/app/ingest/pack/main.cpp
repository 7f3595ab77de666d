#include "tests/app/ingest/pack/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"changes", makeChangesTest},
                                  {"pack", makePackTest},
                                  {"shown", makeShownFileTest},
                                  {"worth", makeWorthTest},
                              });
}
