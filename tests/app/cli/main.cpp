#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"event_json", makeEventJsonTest},
                                  {"ingest", makeIngestTest},
                                  {"inspect", makeInspectTest},
                                  {"logits", makeLogitsTest},
                                  {"m3", makeM3Test},
                                  {"options", makeOptionsTest},
#if defined(TRIFOLD_HAS_MEDIA)
                                  {"media", makeMediaTest},
#endif
                                  {"parse", makeParseTest},
                                  {"render", makeRenderTest},
                                  {"sessions", makeSessionsTest},
                                  {"shown_text", makeShownTextTest},
                                  {"tokenize", makeTokenizeTest},
                              });
}
