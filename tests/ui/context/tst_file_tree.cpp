// The tree as it is walked by keys and read aloud, and what stays when its source is read anew.

#include "tests/support/test_table.h"
#include "tests/ui/context/prepared_look.h"
#include "tests/ui/context/tests.h"
#include "ui/context/tree/file_tree.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

class ShownTree {
public:
    explicit ShownTree(const test::Look& look)
        : m_theme(Shade::Light)
        , m_tree(m_theme)
    {
        m_tree.resize(360, 420);
        m_tree.show();
        put(look);
    }

    FileTree& operator*() { return m_tree; }
    FileTree* operator->() { return &m_tree; }

    void put(const test::Look& look)
    {
        QSignalSpy shown(&m_tree, &FileTree::shown);
        m_tree.setLook(look);
        QVERIFY(shown.wait(5000));
    }

    [[nodiscard]] QModelIndex at(const char* path) const
    {
        return m_tree.files().indexOf(m_tree.files().forest().find(path));
    }

    void find(const QString& query)
    {
        QSignalSpy shown(&m_tree, &FileTree::shown);
        m_tree.setFilter(query);
        if (shown.isEmpty())
            QVERIFY(shown.wait(5000));
    }

private:
    Theme m_theme;
    FileTree m_tree;
};

} // namespace

class FileTreeTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void spaceLetsInAndLeavesOut()
    {
        ShownTree tree(test::smallLook());
        QSignalSpy chosen(&*tree, &FileTree::chosen);
        tree->setCurrentIndex(tree.at("README.md"));
        QTest::keyClick(&*tree, Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<std::string>(), std::string("README.md"));
        QCOMPARE(chosen[0][2].value<Taken>(), Taken::No);
        tree->setCurrentIndex(tree.at("tests"));
        QTest::keyClick(&*tree, Qt::Key_Space);
        QCOMPARE(chosen[1][1].value<ingest::EntryKind>(), ingest::EntryKind::Folder);
        QCOMPARE(chosen[1][2].value<Taken>(), Taken::Yes);
        QCOMPARE(tree->files().forest().at(tree->files().fileOf(tree.at("tests"))).mark,
                 FileMark::Sent);
    }

    void whatCannotBeSentSaysWhy()
    {
        ShownTree tree(test::smallLook());
        QSignalSpy chosen(&*tree, &FileTree::chosen);
        QSignalSpy refused(&*tree, &FileTree::refused);
        tree->toggle(tree.at("docs/flow.png"));
        tree->toggle(tree.at("data/rates.csv"));
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(refused[0][0].toString(), u"flow.png cannot be sent: no text: png."_s);
        QVERIFY(refused[1][0].toString().startsWith(u"There is no room for rates.csv."_s));
    }

    /// All that can come in of it is in: the next press leaves it out.
    void aFolderWithAHugeFileCanBeLeftOut()
    {
        ShownTree tree(test::smallLook());
        QSignalSpy chosen(&*tree, &FileTree::chosen);
        tree->toggle(tree.at("src"));
        QCOMPARE(chosen[0][2].value<Taken>(), Taken::No);
    }

    void allFoldersOpenAndClose()
    {
        ShownTree tree(test::smallLook());
        tree->openAll();
        QVERIFY(tree->isExpanded(tree.at("src/checkout")));
        tree.put(test::smallLook());
        QVERIFY(tree->isExpanded(tree.at("src/checkout")));
        tree->closeAll();
        QVERIFY(!tree->isExpanded(tree.at("src")));
    }

    void aPressOnTheBoxChooses()
    {
        ShownTree tree(test::smallLook());
        QSignalSpy chosen(&*tree, &FileTree::chosen);
        const QRect cell = tree->visualRect(tree.at("README.md"));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(chosen.count(), 0);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                          {cell.left() + 10, cell.center().y()});
        QCOMPARE(chosen.count(), 1);
    }

    void keysOpenCopyAndUndo()
    {
        ShownTree tree(test::smallLook());
        QSignalSpy opened(&*tree, &FileTree::openAsked);
        QSignalSpy undone(&*tree, &FileTree::undoAsked);
        tree->setCurrentIndex(tree.at("src"));
        QTest::keyClick(&*tree, Qt::Key_Return);
        QVERIFY(tree->isExpanded(tree.at("src")));
        QCOMPARE(opened.count(), 0);
        tree->setCurrentIndex(tree.at("src/main.cpp"));
        QTest::keyClick(&*tree, Qt::Key_Return);
        QCOMPARE(opened[0][0].value<std::string>(), std::string("src/main.cpp"));
        QTest::keyClick(&*tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"src/main.cpp"_s);
        QTest::keyClick(&*tree, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
    }

    void lettersLeadToNames()
    {
        ShownTree tree(test::smallLook());
        tree->setCurrentIndex(tree.at("build"));
        QTest::keyClicks(&*tree, u"rea"_s);
        QCOMPARE(tree->currentIndex(), tree.at("README.md"));
    }

    void aNewLookMovesNothing()
    {
        ShownTree tree(test::largeLook(4000));
        tree->expand(tree.at("part000"));
        tree->expand(tree.at("part000/unit07"));
        tree->setCurrentIndex(tree.at("part000/unit07/source_file_000301.cpp"));
        tree->scrollTo(tree.at("part000/unit09"), QAbstractItemView::PositionAtTop);
        const int place = tree->verticalScrollBar()->value();
        QVERIFY(place > 0);
        tree.put(test::largeLook(4200));
        QVERIFY(tree->isExpanded(tree.at("part000/unit07")));
        QVERIFY(!tree->isExpanded(tree.at("part000/unit08")));
        QCOMPARE(tree->currentIndex().siblingAtColumn(0),
                 tree.at("part000/unit07/source_file_000301.cpp"));
        QCOMPARE(tree->verticalScrollBar()->value(), place);
        tree->collapse(tree.at("part000/unit07"));
        tree.put(test::largeLook(4200));
        QVERIFY(!tree->isExpanded(tree.at("part000/unit07")));
    }

    void whatIsFoundIsAList()
    {
        ShownTree tree(test::smallLook());
        tree->expand(tree.at("src"));
        tree.find(u"money"_s);
        QVERIFY(tree->files().isFlat());
        QCOMPARE(tree->files().rowCount(), 3);
        QCOMPARE(tree->files().index(0, 0).data().toString(), u"src/money.cpp"_s);
        tree.put(test::smallLook());
        QCOMPARE(tree->files().rowCount(), 3);
        tree.find({});
        QVERIFY(!tree->files().isFlat());
        QVERIFY(tree->isExpanded(tree.at("src")));
    }

    void anotherOrderKeepsThePlace()
    {
        ShownTree tree(test::smallLook());
        tree->expand(tree.at("src"));
        tree->setCurrentIndex(tree.at("src/money.h"));
        Q_EMIT tree->header()->sectionClicked(int(FileColumn::Tokens));
        QCOMPARE(tree->files().sort(), FileSort::Tokens);
        QVERIFY(tree->isExpanded(tree.at("src")));
        QCOMPARE(tree->currentIndex().siblingAtColumn(0), tree.at("src/money.h"));
        QCOMPARE(tree->files().index(0, 0).data().toString(), u"data"_s);
    }

    void itIsReadOut()
    {
        ShownTree tree(test::smallLook());
        auto* face = QAccessible::queryAccessibleInterface(&*tree);
        QVERIFY(face != nullptr);
        QCOMPARE(face->role(), QAccessible::Tree);
        const auto says = [face](const QString& words) {
            for (int idx = 0; idx < face->childCount(); ++idx) {
                const auto* child = face->child(idx);
                const bool isRow = child != nullptr && child->role() == QAccessible::TreeItem;
                if (isRow && child->text(QAccessible::Name) == words)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says(u"README.md, included, 1,840 tokens"_s)); // once it is laid out
        QTRY_VERIFY(says(u"src, partly included, 11,800 tokens, 6 of 7 files"_s));
    }

    void narrowIsWithoutReasons()
    {
        ShownTree tree(test::smallLook());
        QVERIFY(tree->isColumnHidden(int(FileColumn::Why)));
        tree->resize(900, 400);
        QVERIFY(!tree->isColumnHidden(int(FileColumn::Why)));
    }

    void nothingTicks()
    {
        ShownTree tree(test::smallLook());
        tree.find(u"money"_s);
        for (const QTimer* timer : tree->findChildren<QTimer*>())
            QVERIFY(!timer->isActive());
    }
};

std::unique_ptr<QObject> makeFileTreeTest()
{
    return std::make_unique<FileTreeTest>();
}

#include "tst_file_tree.moc"
