#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {{"answer_parser", makeAnswerParserTest},
                               {"broken_calls", makeBrokenCallsTest},
                               {"think_parser", makeThinkParserTest},
                               {"tool_calls", makeToolCallsTest},
                               {"tool_round_trip", makeToolRoundTripTest},
                               {"tool_schema", makeToolSchemaTest}});
}
