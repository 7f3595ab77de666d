#include "tests/engine/text/prompt/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"chat_json", makeChatJsonTest},
                                  {"python_text", makePythonTextTest},
                                  {"shown_media", makeShownMediaTest},
                                  {"template", makeTemplateTest},
                                  {"template_golden", makeTemplateGoldenTest},
                                  {"template_growth", makeTemplateGrowthTest},
                                  {"template_trust", makeTemplateTrustTest},
                              });
}
