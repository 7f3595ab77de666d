// The model on this machine: how far it is in words, and which buttons there are in each state.

#include "tests/support/test_table.h"
#include "tests/ui/monitor/monitored.h"
#include "tests/ui/monitor/tests.h"
#include "ui/monitor/load_card.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using workspace::LoadProgress;
using workspace::LocalState;

namespace {

QStringList buttonsOf(const QWidget& card)
{
    QStringList texts;
    for (const QPushButton* button : card.findChildren<QPushButton*>()) {
        if (button->isVisibleTo(&card))
            texts.append(button->text());
    }
    return texts;
}

QPushButton* buttonOf(const QWidget& card, const QString& text)
{
    for (QPushButton* button : card.findChildren<QPushButton*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

bool says(const QWidget& card, const QString& words)
{
    const auto labels = card.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisibleTo(&card) && label->text().contains(words);
    });
}

} // namespace

class LoadTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void progressInWords_data()
    {
        QTest::addColumn<qint64>("done");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("want");
        QTest::newRow("nothing yet") << qint64(0) << qint64(0) << 0.0 << u"looking at its files"_s;
        QTest::newRow("no rate yet")
            << qint64(0) << qint64(214'000'000'000) << 0.0 << u"0.0 MB / 214 GB (0 %)"_s;
        QTest::newRow("half") << qint64(107'000'000'000) << qint64(214'000'000'000) << 1.8e9
                              << u"107 GB / 214 GB (50 %) · 1.80 GB/s · 59 s left"_s;
        QTest::newRow("done") << qint64(5'000'000) << qint64(5'000'000) << 2e9
                              << u"5.0 MB / 5.0 MB (100 %) · 2.00 GB/s · 0.00 s left"_s;
    }
    void progressInWords()
    {
        QFETCH(qint64, done);
        QFETCH(qint64, total);
        QFETCH(double, rate);
        QFETCH(QString, want);
        QCOMPARE(loadWords({done, total, rate}), want);
    }

    void withoutAFolderOneIsAskedFor()
    {
        test::Monitored test;
        workspace::LocalModel model;
        LoadCard card(test.theme(), model);
        QCOMPARE(buttonsOf(card), QStringList{u"Choose a model…"_s});
        QSignalSpy asked(&card, &LoadCard::loadAsked);
        buttonOf(card, u"Choose a model…"_s)->click();
        QCOMPARE(asked.count(), 1);
    }

    void aFolderWithoutAModelSaysWhyAndWhatToDo()
    {
        test::Monitored test;
        const QTemporaryDir folder;
        workspace::LocalModel model;
        LoadCard card(test.theme(), model);
        model.setFolder(folder.path().toStdString());
        QCOMPARE(buttonsOf(card), (QStringList{u"Load"_s, u"Choose a model…"_s}));
        QVERIFY(says(card, folder.path()));
        buttonOf(card, u"Load"_s)->click();
        QCOMPARE(buttonsOf(card), QStringList{u"Stop loading"_s});
        QVERIFY(!card.findChild<QProgressBar*>()->isVisibleTo(&card)); // nothing is counted yet
        QTRY_VERIFY(model.state() == LocalState::Failed);
        QCOMPARE(buttonsOf(card), (QStringList{u"Try again"_s, u"Choose a model…"_s}));
        QVERIFY(says(card, faultWords(model.error())));
        QVERIFY(says(card, loadAdvice(model.error().code)));
    }

    void aFaultIsASentence()
    {
        QCOMPARE(faultWords(Error(Code::NotFound, "cannot open /srv/a-b/c.json: No such file")),
                 u"Cannot open /srv/a-\u2060b/c.json: No such file."_s);
        QCOMPARE(faultWords(Error(Code::NotFound, "config.json is missing")),
                 u"config.json is missing."_s);
    }

    void everyFaultHasAdvice()
    {
        for (int code = 0; code <= int(Code::Internal); ++code)
            QVERIFY(loadAdvice(Code(code)).endsWith(u'.'));
        QVERIFY(loadAdvice(Code::OutOfMemory).contains(u"memory"_s));
    }
};

std::unique_ptr<QObject> makeLoadTest()
{
    return std::make_unique<LoadTest>();
}

#include "tst_load.moc"
