#include "tests/arch/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"includes", makeIncludesTest},
                                  {"names", makeNamesTest},
                                  {"qt_habits", makeQtHabitsTest},
                                  {"scan", makeScanTest},
                                  {"source_file", makeSourceFileTest},
                                  {"tree", makeTreeTest},
                                  {"tree_rules", makeTreeRulesTest},
                              });
}
