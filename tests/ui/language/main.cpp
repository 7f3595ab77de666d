#include "tests/support/test_table.h"
#include "tests/ui/language/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"kept_words", makeKeptWordsTest},
                                  {"language", makeLanguageTest},
                                  {"literals", makeLiteralsTest},
                                  {"spoken", makeSpokenTest},
                              });
}
