#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(
        argc, argv, {{"answer_splits", makeAnswerSplitsTest}, {"tool_limits", makeToolLimitsTest}});
}
