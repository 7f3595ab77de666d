#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"bad_network", makeBadNetworkTest},
                                  {"dialects", makeDialectsTest},
                                  {"faults", makeFaultsTest},
                                  {"gate", makeGateTest},
                                  {"known_answers", makeKnownAnswersTest},
                                  {"known_problems", makeKnownProblemsTest},
                                  {"line", makeLineTest},
                                  {"peers", makePeersTest},
                                  {"retries", makeRetriesTest},
                                  {"stream", makeStreamTest},
                                  {"tls", makeTlsTest},
                              });
}
