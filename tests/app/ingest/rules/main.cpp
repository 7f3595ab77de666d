#include "tests/app/ingest/rules/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"as_git", makeAsGitTest},
                                  {"glob", makeGlobTest},
                                  {"kinds", makeKindsTest},
                                  {"rules", makeRulesTest},
                                  {"user_globs", makeUserGlobsTest},
                              });
}
