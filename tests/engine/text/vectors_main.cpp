#include "tests/engine/text/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv, {{"prompt_vectors", makePromptVectorsTest}});
}
