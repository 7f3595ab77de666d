#include "tests/app/ingest/obtain/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"address", makeAddressTest},
                                  {"archive", makeArchiveTest},
                                  {"bundle", makeBundleTest},
                                  {"cache", makeSourceCacheTest},
                                  {"folder", makeSourceFolderTest},
                                  {"hostile", makeHostileArchiveTest},
                                  {"messages", makeUnpackMessagesTest},
                                  {"server", makeObtainServerTest},
                                  {"trace", makeObtainTraceTest},
                                  {"unpacking", makeUnpackingTest},
                                  {"words", makeGitWordsTest},
                              });
}
