#include "tests/engine/sight/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"answers_to_media", makeAnswersToMediaTest},
                                  {"looks", makeLooksTest},
                                  {"placeholders", makePlaceholdersTest},
                                  {"spellings", makeSpellingsTest},
                                  {"steps_with_media", makeStepsWithMediaTest},
                              });
}
