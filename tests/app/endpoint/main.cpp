#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"dialects", makeDialectsTest},
                                  {"faults", makeFaultsTest},
                                  {"gate", makeGateTest},
                                  {"known_answers", makeKnownAnswersTest},
                                  {"known_problems", makeKnownProblemsTest},
                                  {"retries", makeRetriesTest},
                                  {"stream", makeStreamTest},
                                  {"tls", makeTlsTest},
                              });
}
