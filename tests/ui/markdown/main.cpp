#include "tests/support/test_table.h"
#include "tests/ui/markdown/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"blocks", makeMarkdownBlocksTest},
                                  {"cost", makeMarkdownCostTest},
                                  {"laws", makeMarkdownLawsTest},
                                  {"peer", makeMarkdownPeerTest},
                                  {"provisional", makeProvisionalTest},
                              });
}
