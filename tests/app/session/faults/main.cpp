#include "tests/app/session/faults/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"damage", makeSessionDamageTest},
                                  {"io_faults", makeSessionIoFaultsTest},
                                  {"kill", makeSessionKillTest},
                                  {"network_disk", makeSessionNetworkDiskTest},
                                  {"power_cut", makeSessionPowerCutTest},
                                  {"write_cost", makeSessionWriteCostTest},
                              });
}
