#include "tests/support/test_table.h"
#include "tests/vision/media/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"channel", makeChannelTest},
                                  {"frame_slots", makeFrameSlotsTest},
                                  {"messages", makeMessagesTest},
                                  {"source", makeSourceTest},
                              });
}
