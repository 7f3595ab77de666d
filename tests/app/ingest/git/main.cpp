#include "tests/app/ingest/git/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"config_notices", makeConfigNoticesTest},
                                  {"head", makeHeadTest},
                                  {"safe_name", makeSafeNameTest},
                              });
}
