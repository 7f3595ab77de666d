#include "tests/support/test_table.h"
#include "tests/ui/frames/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"board", makeBoardTest},
                                  {"frame strip", makeFrameStripTest},
                                  {"frame words", makeFrameWordsTest},
                                  {"playback", makePlaybackTest},
                                  {"screen", makeScreenTest},
                                  {"timeline", makeTimelineTest},
                              });
}
