#include "tests/engine/text/tokens/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv, {{"tokenizer", makeTokenizerVectorsTest}});
}
