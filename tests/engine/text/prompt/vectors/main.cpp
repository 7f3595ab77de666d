#include "tests/engine/text/prompt/vectors/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv, {{"template_vectors", makeTemplateVectorsTest}});
}
