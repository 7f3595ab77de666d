#pragma once

// The test classes of ui/markdown, one per file; main.cpp puts them in a table.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeMarkdownBlocksTest();
std::unique_ptr<QObject> makeMarkdownCostTest();
std::unique_ptr<QObject> makeMarkdownLawsTest();
std::unique_ptr<QObject> makeMarkdownPeerTest();
std::unique_ptr<QObject> makeProvisionalTest();
