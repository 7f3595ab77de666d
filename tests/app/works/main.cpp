#include "tests/app/works/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"answer_files", makeAnswerFilesTest},
                                  {"bug_report", makeBugReportTest},
                                  {"diagram_graph", makeDiagramGraphTest},
                                  {"preset", makePresetTest},
                                  {"saved_files", makeSavedFilesTest},
                                  {"static_checks", makeStaticChecksTest},
                                  {"tool_check", makeToolCheckTest},
                              });
}
