// What the tree of files costs with 80,000 of them: the longest time in which nobody was answered.
//
// One line a step: what was done, how long until it was shown, the longest gap of the event loop,
// and the longest processor time of its thread between two beats. Run it while nothing else runs.

#include "tests/ui/context/prepared_look.h"
#include "tests/ui/measure/loop_watch.h"
#include "ui/context/tree/file_tree.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

constexpr int kFiles = 80'000;

class Bench {
public:
    Bench()
        : m_theme(Shade::Light)
        , m_tree(m_theme)
    {
        QApplication::setStyle(new Style(m_theme));
        m_tree.resize(900, 700);
        m_tree.show();
        QTest::qWait(300);
    }

    FileTree& tree() { return m_tree; }

    template <class Deed, class Done>
    void step(const char* name, Deed deed, Done isDone)
    {
        QTest::qWait(100);
        test::LoopWatch watch;
        QElapsedTimer time;
        time.start();
        deed();
        while (!isDone() && time.elapsed() < 10'000)
            QTest::qWait(1);
        const auto until = time.elapsed();
        QTest::qWait(200);
        const auto figures = watch.figures();
        std::printf("%-24s %6d rows  shown after %4lld ms  longest gap %5.1f ms  busy %5.1f ms\n",
                    name, numRows(), static_cast<long long>(until), figures.longestMillis,
                    figures.longestBusyMillis);
    }

    template <class Deed>
    void step(const char* name, Deed deed)
    {
        step(name, deed, [] { return true; });
    }

    /// That could be scrolled to.
    [[nodiscard]] int numRows() const
    {
        const int height = std::max(1, m_tree.visualRect(m_tree.indexAt({0, 0})).height());
        const auto& bar = *m_tree.verticalScrollBar();
        return (bar.maximum() + bar.pageStep()) / height;
    }

    [[nodiscard]] QModelIndex at(const char* path)
    {
        return m_tree.files().indexOf(m_tree.files().forest().find(path));
    }

private:
    Theme m_theme;
    FileTree m_tree;
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    MUST(loadFonts());
    Bench bench;
    FileTree& tree = bench.tree();
    const auto look = test::largeLook(kFiles);
    bench.step(
        "first look", [&] { tree.setLook(look); }, [&] { return tree.files().rowCount() > 0; });
    bench.step("open a folder", [&] { tree.expand(bench.at("part003")); });
    bench.step("open all", [&] { tree.openAll(); });
    bench.step("to the end", [&] { tree.scrollToBottom(); });
    bench.step("close a folder", [&] { tree.collapse(bench.at("part003")); });
    bench.step("leave out a file",
               [&] { tree.toggle(bench.at("part000/unit00/source_file_000001.cpp")); });
    bench.step("leave out a folder", [&] { tree.toggle(bench.at("part001")); });
    bench.step("the costliest first",
               [&] { Q_EMIT tree.header()->sectionClicked(int(FileColumn::Tokens)); });
    const auto isFlat = [&] { return tree.files().isFlat(); };
    bench.step(
        "find words", [&] { tree.setFilter(u"file_0123"_s); }, isFlat);
    bench.step("the whole tree again", [&] { tree.setFilter({}); });
    bench.step(
        "find what all have", [&] { tree.setFilter(u"source"_s); }, isFlat);
    tree.setFilter({});
    bench.step(
        "find a slow glob", [&] { tree.setFilter(u"*s*o*u*r*c*e*9.cpp"_s); }, isFlat);
    tree.setFilter({});
    const auto again = test::largeLook(kFiles);
    bench.step(
        "another look, all open", [&] { tree.setLook(again); },
        [&] { return tree.files().forest().look() == again; });
    return 0;
}
