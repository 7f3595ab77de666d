#include "tests/app/draft/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"checked_citation", makeCheckedCitationTest},
                                  {"history", makeHistoryTest},
                                  {"kept_question", makeKeptQuestionTest},
                                  {"kept_reply", makeKeptReplyTest},
                                  {"source_choice", makeSourceChoiceTest},
                              });
}
