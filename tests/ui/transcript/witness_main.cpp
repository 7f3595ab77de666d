#include "tests/support/test_table.h"
#include "tests/ui/transcript/tests.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv, {{"witness", makeTranscriptWitnessTest}});
}
