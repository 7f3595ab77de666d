#include "tests/engine/model/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv, {{"large_header", makeLargeHeaderTest}});
}
