#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"answers", makeWorkspaceAnswersTest},
                                  {"branches", makeWorkspaceBranchesTest},
                                  {"keeping", makeWorkspaceKeepingTest},
                                  {"kept_choice", makeWorkspaceKeptChoiceTest},
                                  {"shelf", makeWorkspaceShelfTest},
                                  {"speeds", makeWorkspaceSpeedsTest},
                              });
}
