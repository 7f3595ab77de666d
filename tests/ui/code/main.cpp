#include "tests/support/test_table.h"
#include "tests/ui/code/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"golden", makeInkGoldenTest},
                                  {"laws", makeInkLawsTest},
                                  {"names", makeLanguageNamesTest},
                              });
}
