#include "tests/app/ingest/reader/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"box", makeReaderBoxTest},
                                  {"corrupt", makeCorruptTest},
                                  {"crowd", makeCrowdTest},
                                  {"death", makeDeathTest},
                                  {"hostile", makeHostileTest},
                                  {"messages", makeMessagesTest},
                                  {"repository", makeRepositoryTest},
                                  {"witness", makeWitnessTest},
                              });
}
