#include "tests/arch/rows.h"

#include "kernels/base/words.h"

#include <QTest>

#include <algorithm>
#include <set>

namespace tf::test::arch {

void addRows(std::span<const Row> rows)
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("lines");
    for (const Row& row : rows)
        QTest::newRow(row.name) << std::string(row.path) << std::string(row.text)
                                << std::string(row.lines);
}

Pointed pointedAt(FileRule rule)
{
    QFETCH(const std::string, path);
    QFETCH(const std::string, text);
    QFETCH(const std::string, lines);
    std::set<int> numbers;
    for (const auto& violation : rule(makeSourceFile(path, text)))
        numbers.insert(violation.line);
    std::string got;
    for (const int number : numbers)
        got += words(got.empty() ? "" : " ", number);
    return {got, lines};
}

std::string placesIn(const Violations& violations)
{
    std::string places;
    for (const auto& violation : violations)
        places += words(places.empty() ? "" : " ", violation.path, ":", violation.line);
    return places;
}

SourceTree makeTree(std::vector<std::pair<std::string, std::string>> files)
{
    std::sort(files.begin(), files.end());
    SourceTree tree;
    for (auto& [path, text] : files)
        tree.files.push_back(makeSourceFile(std::move(path), std::move(text)));
    return tree;
}

} // namespace tf::test::arch
