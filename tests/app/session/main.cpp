#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"codec", makeSessionCodecTest},
                                  {"document", makeSessionDocumentTest},
                                  {"files", makeSessionFilesTest},
                                  {"journal", makeSessionJournalTest},
                                  {"markdown", makeSessionMarkdownTest},
                                  {"open", makeSessionOpenTest},
                                  {"search", makeSessionSearchTest},
                                  {"store", makeSessionStoreTest},
                                  {"terms", makeSessionTermsTest},
                              });
}
