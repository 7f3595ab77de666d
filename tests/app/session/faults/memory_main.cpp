#include "tests/app/session/faults/failing_memory.h"
#include "tests/app/session/faults/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    tf::test::countMemory();
    return tf::test::runTests(argc, argv, {{"memory", makeSessionMemoryTest}});
}
