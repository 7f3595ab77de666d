#include "tests/engine/context/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"context_file", makeContextFileTest},
                                  {"context_header", makeContextHeaderTest},
                                  {"context_writer", makeContextWriterTest},
                              });
}
