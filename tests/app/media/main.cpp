#include "tests/app/media/tests.h"
#include "tests/support/test_table.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"edited_picture", makeEditedPictureTest},
                                  {"legibility", makeLegibilityTest},
                              });
}
