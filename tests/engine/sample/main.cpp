#include "tests/engine/sample/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"candidates", makeCandidatesTest},
                                  {"draft_rule", makeDraftRuleTest},
                                  {"logprobs", makeLogprobsTest},
                                  {"prompt_lookup", makePromptLookupTest},
                                  {"random", makeRandomTest},
                                  {"sampler", makeSamplerTest},
                                  {"sampling", makeSamplingTest},
                                  {"speculation", makeSpeculationTest},
                                  {"stop", makeStopTest},
                                  {"stop_strings", makeStopStringsTest},
                              });
}
