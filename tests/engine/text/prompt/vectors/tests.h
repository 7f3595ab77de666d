#pragma once

// The test classes of engine/text that need a folder of reference cases.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeTemplateVectorsTest();
