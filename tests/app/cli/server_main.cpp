#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {{"ask_asleep", makeAskAsleepTest},
                               {"ask_repository", makeAskRepositoryTest},
                               {"ask_server", makeAskServerTest},
                               {"ask_session", makeAskSessionTest},
                               {"repository_policy", makeRepositoryPolicyTest},
                               {"server_words", makeServerWordsTest}});
}
