#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"engines", makeWorkspaceEnginesTest},
                                  {"local model", makeWorkspaceLocalModelTest},
                                  {"nearby", makeWorkspaceNearbyTest},
                                  {"request look", makeWorkspaceRequestLookTest},
                                  {"servers", makeWorkspaceServersTest},
                                  {"workspace", makeWorkspaceWorkspaceTest},
                              });
}
