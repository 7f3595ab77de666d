#include "tests/engine/sched/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"admission", makeAdmissionTest},
                                  {"block", makeBlockTest},
                                  {"drafted_answers", makeDraftedAnswersTest},
                                  {"held_pages", makeHeldPagesTest},
                                  {"page_pool", makePagePoolTest},
                                  {"prefix_cache", makePrefixCacheTest},
                                  {"scheduler", makeSchedulerTest},
                                  {"sequence_pages", makeSequencePagesTest},
                                  {"workloads", makeWorkloadsTest},
                              });
}
