#include "tests/app/endpoint/local/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {{"seen_before", makeSeenBeforeTest},
                               {"telling", makeTellingTest},
                               {"template_chat", makeTemplateChatTest}});
}
