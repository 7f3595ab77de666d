#include "tests/support/test_table.h"
#include "tests/ui/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"accessible", makeAccessibleTest},
                                  {"actions", makeActionsTest},
                                  {"code_tab", makeCodeTabTest},
                                  {"drop", makeDropTest},
                                  {"keys", makeKeysTest},
                                  {"input_method", makeInputMethodTest},
                                  {"local_engine", makeLocalEngineTest},
                                  {"palette", makePaletteTest},
                                  {"panes", makePanesTest},
                                  {"program", makeProgramTest},
                                  {"pseudo_locale", makePseudoLocaleTest},
                                  {"theme", makeThemeTest},
                                  {"window", makeWindowTest},
                              });
}
