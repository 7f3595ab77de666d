#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"cancel", makeCancelTest},
                                  {"check", makeCheckTest},
                                  {"checked", makeCheckedTest},
                                  {"latest", makeLatestTest},
                                  {"log", makeLogTest},
                                  {"mailbox", makeMailboxTest},
                                  {"mapped_file", makeMappedFileTest},
                                  {"new_file", makeNewFileTest},
                                  {"result", makeResultTest},
                                  {"words", makeWordsTest},
                              });
}
