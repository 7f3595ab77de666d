#include "tests/app/ingest/count/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"count_cache", makeCountCacheTest},
                                  {"estimate", makeEstimateTest},
                                  {"exact_counts", makeExactCountsTest},
                              });
}
