#pragma once

// The test classes of ui/pictures, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeCanvasPlaceTest();
std::unique_ptr<QObject> makeCanvasTest();
std::unique_ptr<QObject> makeEditPieceTest();
std::unique_ptr<QObject> makeManyPicturesTest();
std::unique_ptr<QObject> makePicturePageTest();
