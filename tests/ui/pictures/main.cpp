#include "tests/support/test_table.h"
#include "tests/ui/pictures/tests.h"

#include <QApplication>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::runTests(argc, argv,
                              {
                                  {"canvas", makeCanvasTest},
                                  {"canvas_place", makeCanvasPlaceTest},
                                  {"edit_piece", makeEditPieceTest},
                                  {"many_pictures", makeManyPicturesTest},
                                  {"picture_page", makePicturePageTest},
                              });
}
