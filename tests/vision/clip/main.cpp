#include "tests/support/test_table.h"
#include "tests/vision/clip/tests.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {{"clip_plan", makeClipPlanTest}, {"frame_rule", makeFrameRuleTest}});
}
