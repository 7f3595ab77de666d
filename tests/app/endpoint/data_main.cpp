#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"destination", makeDestinationTest},
                                  {"price", makePriceTest},
                                  {"retry", makeRetryTest},
                                  {"server_kind", makeServerKindTest},
                              });
}
