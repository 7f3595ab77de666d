#include "tests/app/wire/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"calls", makeCallPiecesTest},
                                  {"chunk", makeChunkTest},
                                  {"growing_text", makeGrowingTextTest},
                                  {"reply", makeReplyTest},
                                  {"request", makeChatRequestTest},
                                  {"sse", makeSseTest},
                                  {"think_tags", makeThinkTagsTest},
                                  {"trouble", makeTroubleTest},
                              });
}
