// The tab as it is used: a folder lies in a tray, files of it are left out, taken back, made to
// fit.

#include "tests/support/test_table.h"
#include "tests/ui/context/prepared_look.h"
#include "tests/ui/context/tests.h"
#include "ui/context/context_page.h"
#include "ui/context/fit_card.h"
#include "ui/context/repository_view.h"
#include "ui/context/rule_chip.h"
#include "ui/context/rule_chips.h"
#include "ui/context/thing_row.h"
#include "ui/context/tree/file_tree.h"
#include "ui/sessions/undo_line.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using workspace::RepositoryChoice;

namespace {

/// A page over a tray that reads a real folder.
class Used {
public:
    Used()
        : m_theme(Shade::Light)
        , m_page(*new ContextPage(m_theme, &m_window))
    {
        for (const char* name : {"main.cpp", "money.cpp", "notes.md"}) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            CHECK(file.open(QIODevice::WriteOnly), "the folder is the test's");
            file.write(QByteArray("int main() { return 0; }\n").repeated(40));
        }
        auto* column = new QVBoxLayout(&m_window);
        // The platform without a screen warns of every least size that it is told.
        column->setSizeConstraint(QLayout::SetNoConstraint);
        column->addWidget(&m_page);
        m_window.resize(340, 660);
        m_window.show();
        m_page.setSession(&m_tray, nullptr);
    }

    [[nodiscard]] bool drop()
    {
        m_id = m_tray.add(m_folder.path().toStdString());
        return QTest::qWaitFor([this] { return isReady() && tree().files().rowCount() > 0; },
                               20'000);
    }

    [[nodiscard]] bool isReady() const
    {
        return m_tray.items().size() == 1 && m_tray.items()[0].state == workspace::TrayState::Ready;
    }

    [[nodiscard]] RepositoryChoice choice() const
    {
        const auto choice = m_tray.choiceOf(m_id);
        const auto* chosen = std::get_if<RepositoryChoice>(&choice);
        return chosen == nullptr ? RepositoryChoice() : *chosen;
    }

    [[nodiscard]] FileMark mark(const char* path)
    {
        const FileForest& forest = tree().files().forest();
        const FileId id = forest.find(path);
        return id == kNoFile ? FileMark::Unfit : forest.at(id).mark;
    }

    FileTree& tree() { return m_page.repository().tree(); }
    ContextPage& page() { return m_page; }
    workspace::Tray& tray() { return m_tray; }

    [[nodiscard]] QString words()
    {
        QStringList lines;
        for (const QLabel* label : m_page.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&m_page))
                lines.append(label->text());
        }
        return lines.join(u'\n');
    }

private:
    QTemporaryDir m_folder;
    Theme m_theme;
    workspace::Tray m_tray; ///< outlives the page
    workspace::TrayId m_id = 0;
    QWidget m_window;
    ContextPage& m_page; ///< of the window
};

} // namespace

class ContextPageTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void emptyLeadsToAFolder()
    {
        Used test;
        QVERIFY(test.words().contains(u"No repository goes along"_s));
        QSignalSpy asked(&test.page(), &ContextPage::attachFolderAsked);
        for (QPushButton* button : test.page().findChildren<QPushButton*>()) {
            if (button->text() == u"Attach a folder…"_s)
                button->click();
        }
        QCOMPARE(asked.count(), 1);
    }

    void whatIsLeftOutIsNotSentAndComesBack()
    {
        Used test;
        QVERIFY(test.drop());
        QCOMPARE(test.mark("money.cpp"), FileMark::Sent);
        const auto before = test.tray().items()[0].tokens;
        const FileTreeModel& files = test.tree().files();
        test.tree().setCurrentIndex(files.indexOf(files.forest().find("money.cpp")));
        QTest::keyClick(&test.tree(), Qt::Key_Space);
        QCOMPARE(test.mark("money.cpp"), FileMark::LeftOut); // at once
        QVERIFY(test.choice().rules.rules
                == std::vector<ingest::UserRule>({{"/money.cpp", false}}));
        QTRY_VERIFY_WITH_TIMEOUT(test.isReady() && test.tray().items()[0].tokens < before, 20'000);
        QTRY_COMPARE(files.forest().entry(files.forest().find("money.cpp")).verdict.why,
                     ingest::Why::Rule);
        QTest::keyClick(&test.tree(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(test.choice().rules.rules.empty());
        QTRY_VERIFY_WITH_TIMEOUT(test.isReady() && test.tray().items()[0].tokens == before, 20'000);
        QTRY_COMPARE(test.mark("money.cpp"), FileMark::Sent);
    }

    /// Before the source was read anew: the tree says again what it said.
    void takenBackAtOnceItShowsAtOnce()
    {
        Used test;
        QVERIFY(test.drop());
        const FileTreeModel& files = test.tree().files();
        test.tree().toggle(files.indexOf(files.forest().find("main.cpp")));
        QVERIFY(test.page().findChild<UndoLine*>()->isVisible());
        test.page().undo();
        QTRY_COMPARE(test.mark("main.cpp"), FileMark::Sent);
        test.page().undo(); // there is nothing more
        QVERIFY(test.choice().rules.rules.empty());
    }

    void onlyOneFile()
    {
        Used test;
        QVERIFY(test.drop());
        Q_EMIT test.tree().onlyAsked("notes.md", ingest::EntryKind::File);
        QTRY_VERIFY_WITH_TIMEOUT(test.isReady() && test.mark("main.cpp") == FileMark::LeftOut,
                                 20'000);
        QCOMPARE(test.mark("notes.md"), FileMark::Sent);
    }

    void removedItCanComeBack()
    {
        Used test;
        QVERIFY(test.drop());
        Q_EMIT test.page().repository().removeAsked();
        QVERIFY(test.tray().items().empty());
        QTRY_VERIFY(test.words().contains(u"No repository goes along"_s));
        auto* undo = test.page().findChild<UndoLine*>()->findChild<QPushButton*>();
        undo->click();
        QCOMPARE(test.tray().items().size(), std::size_t(1));
    }

    void rulesAreChipsAndCheckedWhileTheyAreWritten()
    {
        const Theme theme(Shade::Light);
        RuleChips chips(theme);
        ingest::RuleChoice choice;
        choice.rules = {{"src/**", true}, {"**/testdata/**", false}};
        chips.setChoice(choice);
        const auto shown = chips.findChildren<RuleChip*>();
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown[0]->accessibleName(), u"Rule, takes along: +src/**"_s);
        QCOMPARE(shown[1]->accessibleName(), u"Rule, leaves out: -**/testdata/**"_s);
        QSignalSpy chosen(&chips, &RuleChips::chosen);
        auto* field = chips.findChild<QLineEdit*>();
        field->setText(u"docs"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        field->setText(u"-docs/**"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen[0][0].value<ingest::RuleChoice>().rules.size(), std::size_t(3));
        QTest::keyClick(shown[0], Qt::Key_Delete);
        QVERIFY(chosen[1][0].value<ingest::RuleChoice>().rules
                == std::vector<ingest::UserRule>({{"**/testdata/**", false}}));
        for (auto* box : chips.findChildren<QCheckBox*>())
            box->click();
        const auto all = chosen.back()[0].value<ingest::RuleChoice>();
        QVERIFY(all.takesLockFiles);
        QCOMPARE(chosen.count(), 6);
    }

    void nothingIsCutWithoutConsent()
    {
        const Theme theme(Shade::Light);
        FitCard card(theme);
        card.await({u"128K"_s, 100'000});
        workspace::Fit fit;
        fit.before = 180'000;
        fit.cuts = {{workspace::FitKind::Data, "data", {}, 1, 12, 60'000, {{"/data/", false}}},
                    {workspace::FitKind::Tests, "tests", {}, 1, 40, 30'000, {{"/tests/", false}}}};
        fit.after = 90'000;
        card.setFit(fit);
        QSignalSpy applied(&card, &FitCard::applied);
        const auto boxes = card.findChildren<QCheckBox*>();
        QCOMPARE(boxes.size(), 2);
        QCOMPARE(boxes[0]->accessibleName(), u"Data: data, 12 files, frees 60K tokens"_s);
        const auto says = [&card](const QString& words) {
            const auto labels = card.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel* label) { return label->text().contains(words); });
        };
        QVERIFY(says(u"Then 90K of the 100K tokens that are left for it: it fits."_s));
        boxes[1]->click();
        QVERIFY(says(u"Then 120K of the 100K tokens that are left for it: 20K too many."_s));
        QCOMPARE(applied.count(), 0);
        card.findChildren<QPushButton*>().front()->click();
        QVERIFY(applied[0][0].value<std::vector<ingest::UserRule>>()
                == std::vector<ingest::UserRule>({{"/data/", false}}));
        QSignalSpy cancelled(&card, &FitCard::cancelled);
        QTest::keyClick(&card, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
    }

    void otherThingsLeadToTheirTabs()
    {
        Used test;
        workspace::TrayItem picture;
        picture.id = 7;
        picture.kind = workspace::TrayKind::Picture;
        picture.state = workspace::TrayState::Ready;
        picture.title = "a.png";
        picture.tokens = 301;
        test.page().setItems({picture});
        QSignalSpy asked(&test.page(), &ContextPage::thingAsked);
        auto* row = test.page().findChild<ThingRow*>();
        QCOMPARE(row->accessibleName(), u"a.png, ≈ 301 tokens"_s);
        row->click();
        QCOMPARE(asked[0][0].value<workspace::TrayKind>(), workspace::TrayKind::Picture);
        QCOMPARE(asked[0][1].value<workspace::TrayId>(), workspace::TrayId(7));
    }
};

std::unique_ptr<QObject> makeContextPageTest()
{
    return std::make_unique<ContextPageTest>();
}

#include "tst_context_page.moc"
