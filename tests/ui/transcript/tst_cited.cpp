// Places that answers name stand as links with a mark, and the mark says what is known of them.

#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/layout/cited_marks.h"
#include "ui/transcript/view/spot_walk.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::test;
using namespace tf::ui;
using workspace::CiteMark;

namespace {

const char* const kCitingAnswer =
    "The cap is lost in src/net/retry.cpp:42 and `src/net/retry.cpp:57-61`, then the spinner "
    "restarts at [02:13]; see also docs/none.md:3.\n\n"
    "| place | why |\n|---|---|\n| src/ui/wheel.cpp:9 | it turns |\n\n"
    "```cpp\n// src/net/retry.cpp:42\n```\n";

/// Answers held against two files and a frame.
const ingest::Sent& sentHere()
{
    static const ingest::Sent sent{
        {{"src/net/retry.cpp", {1, 60}, 60}, {"src/ui/wheel.cpp", {1, 20}, 20}}, {133}};
    return sent;
}

/// A view whose answer was checked; before, nothing is known.
class CitedScene {
public:
    CitedScene()
        : m_scene({}, {820, 700})
    {
        auto look = std::make_shared<CitationLook>();
        look->isCitation = [](session::TurnId, const ingest::Citation&) { return true; };
        look->place = [this](session::TurnId, const ingest::Citation& citation) {
            return isChecked ? workspace::citedPlace(citation, sentHere())
                             : workspace::CitedPlace{citation, {}};
        };
        TurnSource source = m_scene.stage().story().source();
        source.citations = look;
        m_scene.view().setSource(std::move(source));
        m_turn = m_scene.ask("Where does the retry go wrong?");
    }

    Scene& scene() { return m_scene; }
    [[nodiscard]] session::TurnId turn() const { return m_turn; }
    void answer(const std::string& text)
    {
        m_scene.stream(text);
        m_scene.end();
        m_scene.settle();
    }
    /// Of all rows of the answer.
    std::vector<Spot> spots()
    {
        std::vector<Spot> all;
        Stage& stage = m_scene.stage();
        for (std::size_t idx = 0; idx < stage.rows().count(); ++idx) {
            for (const Spot& spot : stage.layout(idx).spots(stage.viewOf(idx))) {
                if (spot.kind == SpotKind::Citation)
                    all.push_back(spot);
            }
        }
        return all;
    }

    bool isChecked = true;

private:
    Scene m_scene;
    session::TurnId m_turn = session::kNoTurn;
};

} // namespace

class CitedTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void placesInProseCodeAndTablesAreLinks()
    {
        CitedScene cited;
        cited.answer(kCitingAnswer);
        QStringList targets;
        for (const Spot& spot : cited.spots())
            targets.append(spot.target);
        targets.removeDuplicates();
        QCOMPARE(targets,
                 (QStringList{u"src/net/retry.cpp:42"_s, u"src/net/retry.cpp:57-61"_s, u"[02:13]"_s,
                              u"docs/none.md:3"_s, u"src/ui/wheel.cpp:9"_s}));
    }

    void theNameSaysWhatIsKnown()
    {
        CitedScene cited;
        cited.answer(kCitingAnswer);
        const auto spots = cited.spots();
        QCOMPARE(spots.at(0).name, u"src/net/retry.cpp line 42, was sent"_s);
        QCOMPARE(spots.at(1).name,
                 u"src/net/retry.cpp lines 57 to 61, the file that was sent has fewer lines"_s);
        QCOMPARE(spots.at(2).name, u"moment 02:13, was sent"_s);
        cited.isChecked = false;
        QCOMPARE(cited.spots().at(0).name, u"src/net/retry.cpp line 42, is being checked"_s);
    }

    void theRowsStayWhereTheyAreWhenTheyAreChecked()
    {
        CitedScene cited;
        cited.isChecked = false;
        cited.answer(kCitingAnswer);
        const auto before = cited.scene().stage().height();
        const QPixmap unknown = cited.scene().view().grab();
        cited.isChecked = true;
        cited.scene().view().showMedia();
        cited.scene().settle();
        QCOMPARE(cited.scene().stage().height(), before);
        QVERIFY(cited.scene().view().grab().toImage() != unknown.toImage());
    }

    void whatStillComesIsNotLookedAt()
    {
        CitedScene cited;
        cited.scene().stream("See src/net/retry.cpp:42 and");
        cited.scene().settle();
        QVERIFY(cited.spots().empty());
        cited.scene().stream(" more.\n\nThen");
        cited.scene().settle();
        QCOMPARE(cited.spots().size(), std::size_t(1));
    }

    void aPlaceIsAskedForByMouseAndKeyboard()
    {
        CitedScene cited;
        cited.answer(kCitingAnswer);
        workspace::CitedPlace asked;
        int count = 0;
        connect(&cited.scene().view(), &TranscriptView::citationAsked, this,
                [&asked, &count, turnId = cited.turn()](session::TurnId turn,
                                                        const workspace::CitedPlace& place) {
                    QCOMPARE(turn, turnId);
                    asked = place;
                    ++count;
                });
        QVERIFY(cited.scene().press(cited.turn(), SpotKind::Citation));
        QCOMPARE(count, 1);
        QCOMPARE(asked.citation.lines.first, 42);
        QVERIFY(asked.mark == CiteMark::Holds);
        while (count == 1 && !cited.scene().view().look().focused)
            QTest::keyClick(&cited.scene().view(), Qt::Key_Tab);
        for (int steps = 0;
             steps < 20 && cited.scene().view().look().focused->kind != SpotKind::Citation; ++steps)
            QTest::keyClick(&cited.scene().view(), Qt::Key_Tab);
        QTest::keyClick(&cited.scene().view(), Qt::Key_Tab);
        QTest::keyClick(&cited.scene().view(), Qt::Key_Return);
        QCOMPARE(count, 2);
        QVERIFY(asked.mark == CiteMark::Fails);
    }

    void aLinkIsNoCitation()
    {
        CitedScene cited;
        cited.answer("See [src/net/retry.cpp:42](https://example.org/a:1) and "
                     "<https://example.org/b.cpp:3>.\n");
        QVERIFY(cited.spots().empty());
    }

    void theTextStaysAsItIs()
    {
        CitedScene cited;
        cited.answer("Häßlich 日本 😀 src/net/retry.cpp:42 and `a` [02:13].\n");
        const auto spots = cited.spots();
        QCOMPARE(spots.size(), std::size_t(2));
        cited.scene().view().selectAll();
        QVERIFY(cited.scene().view().selectedText().contains(
            u"Häßlich 日本 😀 src/net/retry.cpp:42 and a [02:13]."_s));
        const QString text = u"Häßlich 日本 😀 src/net/retry.cpp:42 and a [02:13]."_s;
        QCOMPARE(spots.at(0).arg, int(text.indexOf(u"src"_s)));
        QCOMPARE(spots.at(1).arg, int(text.indexOf(u'[')));
    }

    void aScreenReaderMeetsALink()
    {
        CitedScene cited;
        cited.answer(kCitingAnswer);
        cited.scene().view().show();
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&cited.scene().view());
        QStringList names;
        for (int turn = 0; turn < list->childCount(); ++turn) {
            QAccessibleInterface* message = list->child(turn);
            for (int idx = 0; message != nullptr && idx < message->childCount(); ++idx) {
                if (message->child(idx)->role() == QAccessible::Link)
                    names.append(message->child(idx)->text(QAccessible::Name));
            }
        }
        QVERIFY(names.contains(u"src/net/retry.cpp line 42, was sent"_s));
    }

    void marksDifferInShape()
    {
        QSet<QByteArray> shapes;
        for (const CiteMark mark : {CiteMark::Holds, CiteMark::Shaky, CiteMark::Fails}) {
            QImage image(12, 12, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintCiteMark(painter, QRectF(0, 0, 12, 12), mark, m_theme);
            painter.end();
            for (int at = 0; at < image.sizeInBytes(); ++at)
                image.bits()[at] = image.bits()[at] < 200 ? 0 : 1;
            shapes.insert(
                QByteArray(reinterpret_cast<const char*>(image.bits()), image.sizeInBytes()));
        }
        QCOMPARE(shapes.size(), 3);
    }

private:
    Theme m_theme{Shade::Light};
};

std::unique_ptr<QObject> makeCitedTest()
{
    return std::make_unique<CitedTest>();
}

#include "tst_cited.moc"
