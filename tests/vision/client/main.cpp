#include "tests/support/test_table.h"
#include "tests/vision/client/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv, {
        {"decoder", makeDecoderTest}, {"hostile", makeHostileTest}, {"slot_room", makeSlotRoomTest},
#if defined(TRIFOLD_HAS_MEDIA)
            {"kills", makeKillsTest}, {"links", makeLinksTest},
#endif
    });
}
