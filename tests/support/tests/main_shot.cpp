#include "tests/support/test_table.h"
#include "tests/support/tests/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv, {{"shot", makeShotTest}});
}
