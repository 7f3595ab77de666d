// The page shows what answers made, checks it only when asked to, and saves it after a preview.

#include "tests/app/workspace/talk.h"
#include "tests/support/test_table.h"
#include "tests/ui/works/tests.h"
#include "ui/works/code_preview.h"
#include "ui/works/answer_tree.h"
#include "ui/works/graph_table.h"
#include "ui/works/report_card.h"
#include "ui/works/sign_row.h"
#include "ui/works/works_page.h"
#include "ui/works/works_watch.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using test::Talk;

namespace {

const char* const kDiagram = R"(```json
{"nodes": [{"id": "web", "kind": "service"}, {"id": "db", "kind": "database", "uncertain": true},
           {"id": "people", "kind": "actor"}],
 "edges": [{"from": "web", "to": "db", "protocol": "tcp/5432"}], "questions": ["How large?"]}
```
```hcl main.tf
# node: web
resource "aws_security_group" "web" {
  ingress {
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}
```
```hcl net/vpc.tf
locals {}
```
```hcl ../evil.tf
```
)";

const char* const kReport = R"(# Title: The spinner never stops
## Steps to reproduce
1. Open it [00:02]
2. Wait
## Actual
It spins.
## Suspect files
- `net/retry.cpp:42` high: never capped
)";

class Shown {
public:
    Shown()
        : page(*new WorksPage(theme))
    {
        window.setWidget(&page);
        window.setWidgetResizable(true);
        window.resize(340, 900);
        window.show();
    }
    ~Shown() { page.setConversation(nullptr); }
    Shown(const Shown&) = delete;
    Shown& operator=(const Shown&) = delete;

    void exchange(const char* question, const char* answer)
    {
        talk.exchange(question, answer);
        page.setConversation({&talk.talk(), [](workspace::Conversation*) {}});
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList names;
        for (const SignRow* row : page.findChildren<SignRow*>()) {
            if (row->isVisible())
                names.append(row->accessibleName());
        }
        return names;
    }
    [[nodiscard]] SignRow* row(const QString& words) const
    {
        for (SignRow* row : page.findChildren<SignRow*>()) {
            if (row->isVisible() && row->accessibleName().contains(words))
                return row;
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton* button(const QString& words) const
    {
        for (QPushButton* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == words)
                return button;
        }
        return nullptr;
    }

    Theme theme{Shade::Light};
    Talk talk;
    QScrollArea window;
    WorksPage& page; ///< the window's
};

} // namespace

class WorksPageTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void withoutFilesItSaysWhatToDo()
    {
        const Shown test;
        QSignalSpy begin(&test.page, &WorksPage::beginAsked);
        QVERIFY(test.button(u"What is it about?…"_s) != nullptr);
        test.button(u"What is it about?…"_s)->click();
        QCOMPARE(begin.count(), 1);
        QCOMPARE(test.rows(), QStringList());
    }

    void filesWarningsAndTheGraphAreShown()
    {
        Shown test;
        test.exchange("draw", kDiagram);
        auto* tree = test.page.findChild<AnswerTree*>();
        QTRY_COMPARE(tree->topLevelItemCount(), 2);
        QCOMPARE(tree->chosenPath(), u"main.tf"_s);
        QVERIFY(test.page.findChild<CodePreview*>()->toPlainText().startsWith(u"# node: web"_s));
        QVERIFY(test.row(u"Warning: It lets the whole world in"_s) != nullptr);
        QVERIFY(test.row(u"Failed: Left out: ../evil.tf"_s) != nullptr);
        QVERIFY(test.row(u"Not run: terraform validate"_s) != nullptr);
        const auto tables = test.page.findChildren<GraphTable*>();
        QCOMPARE(tables[0]->rowCount(), 3);
        QCOMPARE(tables[0]->item(0, 3)->text(), u"✓"_s);
        QCOMPARE(tables[0]->item(1, 0)->text(), u"db (?)"_s);
        QCOMPARE(tables[0]->item(1, 3)->text(), u"none"_s);
        QCOMPARE(tables[0]->item(2, 3)->text(), u"–"_s); // people need none
        QCOMPARE(tables[1]->rowCount(), 1);
    }

    void aWarningLeadsToItsLine()
    {
        Shown test;
        test.exchange("draw", kDiagram);
        QTRY_VERIFY(test.row(u"whole world"_s) != nullptr);
        test.page.findChild<AnswerTree*>()->choose(u"net/vpc.tf"_s);
        test.row(u"whole world"_s)->click();
        QCOMPARE(test.page.findChild<AnswerTree*>()->chosenPath(), u"main.tf"_s);
        QCOMPARE(test.page.findChild<CodePreview*>()->textCursor().blockNumber(), 5);
    }

    void versionsOfABranchCanBeRead()
    {
        Shown test;
        test.exchange("draw", kDiagram);
        test.exchange("mend", "```hcl main.tf\nlocals {}\n```\n");
        auto* version = test.page.findChild<QComboBox*>();
        QTRY_COMPARE(version->count(), 2);
        auto* preview = test.page.findChild<CodePreview*>();
        QCOMPARE(preview->toPlainText(), u"locals {}\n"_s);
        version->setCurrentIndex(1);
        Q_EMIT version->activated(1);
        QVERIFY(preview->toPlainText().startsWith(u"# node"_s));
        QVERIFY(test.row(u"whole world"_s) == nullptr); // the newest is what is warned of
    }

    void toolsRunWhenTheyAreAskedTo()
    {
        Shown test;
        const QTemporaryDir none;
        test.page.watch().setTools({{none.path().toStdString()}});
        test.exchange("draw", kDiagram);
        QTRY_VERIFY(test.button(u"Run checks"_s) != nullptr);
        test.button(u"Run checks"_s)->click();
        QTRY_VERIFY(test.row(u"Not run: terraform fmt"_s) != nullptr
                    && !test.page.watch().isChecking());
        QVERIFY(test.row(u"Not run: terraform fmt"_s)
                    ->accessibleDescription()
                    .contains(u"installed"_s));
        for (const QString& row : test.rows())
            QVERIFY(!row.startsWith(u"Passed"_s));
    }

    void savingIsPreviewedAndTakenBack()
    {
        Shown test;
        test.exchange("draw", kDiagram);
        const QTemporaryDir folder;
        QFile old(folder.filePath(u"main.tf"_s));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old\n") == 4);
        old.close();
        QTRY_VERIFY(test.button(u"Save to folder…"_s) != nullptr);
        test.page.watch().plan(folder.path());
        QTRY_VERIFY(test.row(u"Changed: main.tf"_s) != nullptr);
        QVERIFY(test.row(u"New: net/vpc.tf"_s) != nullptr);
        QVERIFY(test.button(u"Save 1 file(s)"_s) != nullptr);
        test.page.findChild<QCheckBox*>()->setChecked(true);
        test.button(u"Save 2 file(s)"_s)->click();
        QTRY_VERIFY(test.button(u"Take back"_s) != nullptr);
        QVERIFY(QFile::exists(folder.filePath(u"net/vpc.tf"_s)));
        test.button(u"Take back"_s)->click();
        QTRY_VERIFY(test.button(u"Take back"_s) == nullptr);
        QVERIFY(!QFile::exists(folder.filePath(u"net/vpc.tf"_s)));
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old\n"));
    }

    void aReportIsShownWithItsRows()
    {
        bool hasRows = false; // longer there than the page, which tells of its end, too
        Shown test;
        const auto* card = test.page.findChild<ReportCard*>();
        connect(&test.page.watch(), &WorksWatch::worksChanged, this, [&hasRows, card] {
            const auto* row = card->findChild<SignRow*>();
            hasRows = row != nullptr && row->isVisible();
        });
        test.exchange("review", kReport);
        QTRY_VERIFY(card->isVisible());
        QVERIFY(hasRows);
    }

    void aReportIsACard()
    {
        Shown test;
        test.exchange("review", kReport);
        QTRY_VERIFY(test.row(u"Open it"_s) != nullptr);
        QSignalSpy moment(&test.page, &WorksPage::momentAsked);
        QSignalSpy place(&test.page, &WorksPage::placeAsked);
        QSignalSpy exported(&test.page, &WorksPage::exportAsked);
        test.row(u"Open it"_s)->click();
        QCOMPARE(moment.at(0).at(0).toDouble(), 2.0);
        test.row(u"net/retry.cpp"_s)->click();
        QCOMPARE(place.at(0).at(0).toString(), u"net/retry.cpp"_s);
        QCOMPARE(place.at(0).at(1).toLongLong(), 42);
        QCOMPARE(test.row(u"Wait"_s)->focusPolicy(), Qt::NoFocus);
        test.button(u"Copy as Markdown"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"## Steps to reproduce"_s));
        test.button(u"Export…"_s)->click();
        QCOMPARE(exported.count(), 1);
    }

    void anotherSessionHasItsOwn()
    {
        Shown test;
        test.exchange("review", kReport);
        QTRY_VERIFY(test.page.findChild<ReportCard*>()->isVisible());
        test.page.setConversation(nullptr);
        QVERIFY(!test.page.findChild<ReportCard*>()->isVisible());
        QVERIFY(test.button(u"What is it about?…"_s) != nullptr);
    }
};

std::unique_ptr<QObject> makeWorksPageTest()
{
    return std::make_unique<WorksPageTest>();
}

#include "tst_works_page.moc"
