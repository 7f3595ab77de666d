#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

int main(int argc, char** argv)
{
    const QTemporaryDir data; // answers are kept there, not among the user's own
    qputenv("XDG_DATA_HOME", data.path().toUtf8());
    return tf::test::runTests(argc, argv, {{"seen", makeSeenTest}});
}
