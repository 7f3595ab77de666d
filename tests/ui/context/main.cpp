#include "tests/support/test_table.h"
#include "tests/ui/context/tests.h"

#include "ui/theme/fonts.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    MUST(tf::ui::loadFonts());
    return tf::test::runTests(argc, argv,
                              {
                                  {"context page", makeContextPageTest},
                                  {"file forest", makeFileForestTest},
                                  {"file tree", makeFileTreeTest},
                                  {"request page", makeRequestPageTest},
                                  {"token budget", makeTokenBudgetTest},
                              });
}
