#include "tests/app/ingest/cite/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"check", makeCiteCheckTest},
                                  {"find", makeCiteFindTest},
                              });
}
