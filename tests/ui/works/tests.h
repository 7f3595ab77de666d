#pragma once

// The test classes of this area, made by main().

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeWorksPageTest();
