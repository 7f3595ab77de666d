#include "tests/arch/rows.h"
#include "tests/arch/tests.h"
#include "tests/support/test_table.h"

using namespace tf::test::arch;

namespace {

constexpr Row kColourRows[] = {
    {"name in a string", "ui/a.cpp", "QColor ink(\"#1a2b3c\");\n", "1"},
    {"a u string", "ui/a.cpp", "auto ink = QColor(u\"red\"_s);\n", "1"},
    {"numbers", "ui/a.cpp", "p.fill(QColor(1, 2, 3));\n", "1"},
    {"numbers in braces", "ui/a.cpp", "const QColor ink{ 0x10, 2, 3};\n", "1"},
    {"a factory", "ui/a.cpp", "auto c = QColor::fromHsl(10, 20, 30);\n", "1"},
    {"qRgb", "ui/a.cpp", "auto c = qRgb(1, 2, 3);\nauto d = qRgba(1, 2, 3, 4);\n", "1 2"},
    {"qRgb of what was computed", "ui/a.cpp", "auto c = qRgb(red, green, blue);\n", ""},
    {"a constant of Qt", "ui/a.cpp", "\n\np.setPen(Qt::red);\np.setPen(Qt::darkGray);\n", "3 4"},
    {"transparent", "ui/a.cpp", "image.fill(Qt::transparent);\n", ""},
    {"a stylesheet", "ui/a.cpp", "auto s = \"a { color: #ABCDEF; }\";\n", "1"},
    {"rgb() in a stylesheet", "ui/a.cpp", "auto s = \"color: rgba(1,2,3,4)\";\n", "1"},
    {"a raw string", "ui/a.cpp", "auto s = R\"x(\n#112233)x\";\n", "1"},
    {"three digits", "ui/a.cpp", "auto s = \"#fff\";\n", "1"},
    {"eight digits", "app/a.cpp", "auto s = \"#ff112233\";\n", "1"},
    {"words", "ui/a.cpp", "auto s = \"use #add or #1234567 or issue #12\";\n", ""},
    {"from a token", "ui/a.cpp", "QColor ink(tokens.ink);\nQColor none;\nQColor f(QColor c);\n",
     ""},
    {"in a comment", "ui/a.cpp", "// QColor(1, 2, 3) \"#112233\" Qt::red\n", ""},
    {"in a test", "tests/ui/a.cpp", "QColor(1, 2, 3); Qt::red;\n", ""},
};

constexpr Row kConnectRows[] = {
    {"with a context", "ui/a.cpp", "connect(button, &QButton::clicked, this, [this] { a(); });\n",
     ""},
    {"without", "ui/a.cpp", "int a;\nconnect(button, &QButton::clicked, [=] { a(1, 2); });\n", "2"},
    {"without, qualified", "app/a.cpp", "QObject::connect(&t, &QTimer::timeout, run);\n", "1"},
    {"over many lines", "ui/a.cpp", "connect(a,\n    &A::b,\n    [] {\n f(1, 2, 3);\n });\n", "1"},
    {"commas of templates", "ui/a.cpp", "connect(a, qOverload<int, int>(&A::b), [] {});\n", "1"},
    {"templates and a context", "ui/a.cpp",
     "connect(a, qOverload<int, QMap<int, int>>(&A::b), this, &B::c, Qt::QueuedConnection);\n", ""},
    {"a comparison", "ui/a.cpp", "connect(a, &A::b, this, [] { return x < y; });\n", ""},
    {"strings", "ui/a.cpp", "connect(a, SIGNAL(b()), this, SLOT(c()));\n", "1"},
    {"a system call", "app/a.cpp", "return ::connect(socket, address, size);\n", ""},
    {"of another library", "app/server/a.cpp", "stream.connect(endpoint);\n", ""},
    {"longer names", "app/a.cpp", "reconnect(a, b, c); disconnect(a, b, c); connectAll(a, b, c);\n",
     ""},
    {"timer", "ui/a.cpp", "QTimer::singleShot(0, [this] { f(a, b); });\n", "1"},
    {"timer with a type", "ui/a.cpp", "QTimer::singleShot(9, Qt::CoarseTimer, [] {});\n", "1"},
    {"timer with a context", "ui/a.cpp",
     "QTimer::singleShot(0, this, [] {});\nQTimer::singleShot(0, Qt::CoarseTimer, this, f);\n", ""},
    {"sender", "ui/a.cpp",
     "auto* a = sender();\nf(sender());\nreturn sender();\nthis->sender()->x();\n", "1 2 3 4"},
    {"another sender", "app/a.cpp",
     "QString sender() const;\nauto a = mail.sender();\nconst User& sender();\nb->sender();\n", ""},
    {"in comments and strings", "ui/a.cpp",
     "// connect(a, b, c)\nauto s = \"connect(a, b, c) sender()\"; /* sender() */\n", ""},
    {"quotes inside", "ui/a.cpp", "connect(a, &A::b, [] { f(')', \"(\\\"\", 1'000); });\n", "1"},
    {"not Qt", "engine/a.cpp", "connect(a, b, c);\n", ""},
};

constexpr Row kWaitingRows[] = {
    {"a dialog", "ui/a.cpp", "dialog.exec();\nmenu->exec(place);\nQMessageBox::exec();\n", "1 2 3"},
    {"a loop", "app/a.cpp", "QEventLoop loop;\nloop.exec();\n", "2"},
    {"events", "ui/a.cpp", "QCoreApplication::processEvents();\n", "1"},
    {"waits", "app/a.cpp", "process.waitForFinished(-1);\nfuture->waitForDone();\n", "1 2"},
    {"main", "ui/main.cpp", "return app.exec();\nreturn QApplication::exec();\n", ""},
    {"a dialog in main", "ui/main.cpp", "dialog.exec();\n", "1"},
    {"a verb", "app/cli/ask.cpp", "return QCoreApplication::exec();\n", ""},
    {"an application elsewhere", "ui/a.cpp", "QCoreApplication::exec();\n", "1"},
    {"a statement", "app/session/store.cpp", "query.exec();\n", ""},
    {"open", "ui/a.cpp", "dialog.open(); m_exec(); int exec = 1; waitForever = 2;\n", ""},
    {"in comments and strings", "ui/a.cpp", "// dialog.exec()\nf(\"waitForDone()\");\n", ""},
    {"a test", "tests/ui/a.cpp", "process.waitForFinished();\n", ""},
};

} // namespace

class QtHabitsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void coloursComeFromTheTheme_data() { addRows(kColourRows); }
    void coloursComeFromTheTheme()
    {
        const auto [got, want] = pointedAt(colours);
        QCOMPARE(got, want);
    }

    void connectsHaveAContext_data() { addRows(kConnectRows); }
    void connectsHaveAContext()
    {
        const auto [got, want] = pointedAt(connects);
        QCOMPARE(got, want);
    }

    void nothingWaits_data() { addRows(kWaitingRows); }
    void nothingWaits()
    {
        const auto [got, want] = pointedAt(waiting);
        QCOMPARE(got, want);
    }
};

std::unique_ptr<QObject> makeQtHabitsTest()
{
    return std::make_unique<QtHabitsTest>();
}

#include "tst_qt_habits.moc"
