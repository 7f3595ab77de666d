#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"amount", makeAmountTest},
                                  {"clip_choices", makeClipChoicesTest},
                                  {"clip_frames", makeClipFramesTest},
                                  {"clip_view", makeClipViewTest},
                                  {"enclosing", makeEnclosingTest},
                                  {"fit", makeFitTest},
                                  {"intake", makeIntakeTest},
                                  {"kept_media", makeKeptMediaTest},
                                  {"path_rule", makePathRuleTest},
                                  {"source_changes", makeSourceChangesTest},
                                  {"tray_bad_sources", makeTrayBadSourcesTest},
                                  {"tray_choices", makeTrayChoicesTest},
                                  {"picture_choices", makePictureChoicesTest},
                                  {"picture_pixels", makePicturePixelsTest},
                                  {"picture_way", makePictureWayTest},
                                  {"tray_media", makeTrayMediaTest},
                                  {"tray_sources", makeTraySourcesTest},
                              });
}
