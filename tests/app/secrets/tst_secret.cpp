#include "app/secrets/secret.h"
#include "app/secrets/secret_store.h"
#include "tests/app/secrets/tests.h"
#include "tests/support/test_table.h"

#include <QDebug>
#include <QFile>
#include <QJsonValue>
#include <QTextStream>
#include <QVariant>

#include <sstream>

using tf::secrets::Secret;

namespace {

template <class Stream>
concept prints = requires(Stream& stream, const Secret& secret)
{
    stream << secret;
};

static_assert(!prints<std::ostringstream> && !prints<QDebug> && !prints<QTextStream>);
static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_convertible_v<Secret, std::string_view>);
static_assert(!std::is_constructible_v<std::string, const Secret&>);
static_assert(!std::is_constructible_v<QString, const Secret&>);
static_assert(!std::is_constructible_v<QByteArray, const Secret&>);
static_assert(!std::is_constructible_v<QJsonValue, const Secret&>);
static_assert(!std::is_constructible_v<QVariant, const Secret&>);
static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(!std::is_convertible_v<const char*, Secret>); // becomes one by name alone

} // namespace

class SecretTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatItWasGiven()
    {
        const Secret secret("sk-1");
        QCOMPARE(secret.size(), std::size_t(4));
        QVERIFY(secret.reveal() == "sk-1");
        QVERIFY(secret.copy().reveal() == "sk-1");
        QVERIFY(secret.copy().reveal().data() != secret.reveal().data());
        QVERIFY(Secret().isEmpty() && Secret("").isEmpty());
    }

    void isEqualByItsBytes()
    {
        QVERIFY(Secret("sk-1") == Secret("sk-1"));
        QVERIFY(!(Secret("sk-1") == Secret("sk-2")));
        QVERIFY(!(Secret("sk-1") == Secret("sk-11")));
        QVERIFY(Secret() == Secret(""));
        QVERIFY(!(Secret() == Secret("x")));
    }

    void movesWithoutLeavingAnything()
    {
        Secret first("sk-1");
        const char* place = first.reveal().data();
        Secret second = std::move(first);
        QVERIFY(second.reveal().data() == place);
        second = Secret("sk-2");
        QVERIFY(second.reveal() == "sk-2");
    }

    void wipingLeavesZeros()
    {
        std::string text = "canary";
        tf::secrets::wipe(std::as_writable_bytes(std::span(text)));
        QCOMPARE(text, std::string(6, '\0'));
    }

    /// The pages of a secret are no part of a core dump: the kernel says so.
    void staysOutOfCoreDumps()
    {
        const Secret secret("sk-1");
        QVERIFY2(flagsAround(secret.reveal().data()).contains(" dd"),
                 flagsAround(secret.reveal().data()).constData());
    }

    void namesAreChecked_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("fine");
        QTest::newRow("one letter") << QByteArray("a") << true;
        QTest::newRow("all kinds") << QByteArray("Open-router_2.eu") << true;
        QTest::newRow("100") << QByteArray(100, 'a') << true;
        QTest::newRow("101") << QByteArray(101, 'a') << false;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("begins with a dot") << QByteArray(".a") << false;
        QTest::newRow("begins like an option") << QByteArray("-a") << false;
        QTest::newRow("space") << QByteArray("a b") << false;
        QTest::newRow("slash") << QByteArray("a/b") << false;
        QTest::newRow("line") << QByteArray("a\n") << false;
        QTest::newRow("not ASCII") << QByteArray("\xc3\xa4") << false;
        QTest::newRow("zero") << QByteArray("a\0b", 3) << false;
    }
    void namesAreChecked()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, fine);
        const auto checked = tf::secrets::checkName(name.toStdString());
        QCOMPARE(checked.has_value(), fine);
        if (!fine)
            QVERIFY(checked.error().code == tf::Code::BadInput);
    }

    void keysAreChecked_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("fine");
        QTest::newRow("usual") << QByteArray("sk-or-v1-0123/=+~") << true;
        QTest::newRow("space inside") << QByteArray("a b") << true;
        QTest::newRow("longest") << QByteArray(16 * 1024, 'k') << true;
        QTest::newRow("too long") << QByteArray(16 * 1024 + 1, 'k') << false;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("header injected") << QByteArray("canary-k\r\nHost: x") << false;
        QTest::newRow("zero") << QByteArray("canary-k\0x", 10) << false;
        QTest::newRow("not ASCII") << QByteArray("canary-k\xc3\xa4") << false;
        QTest::newRow("space before") << QByteArray(" canary-k") << false;
        QTest::newRow("space behind") << QByteArray("canary-k ") << false;
    }
    void keysAreChecked()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, fine);
        const auto checked = tf::secrets::checkKey(Secret(key.toStdString()));
        QCOMPARE(checked.has_value(), fine);
        if (!fine)
            QVERIFY(checked.error().describe().find("canary") == std::string::npos);
    }

private:
    /// The VmFlags line of the mapping that holds an address.
    static QByteArray flagsAround(const void* address)
    {
        QFile maps(QStringLiteral("/proc/self/smaps"));
        if (!maps.open(QIODevice::ReadOnly))
            return "no smaps";
        const auto wanted = reinterpret_cast<std::uintptr_t>(address);
        bool isInside = false;
        for (const QByteArray& line : maps.readAll().split('\n')) {
            const auto range = line.left(line.indexOf(' ')).split('-');
            bool isBegin = false;
            bool isEnd = false;
            if (range.size() == 2) {
                const auto begin = range[0].toULongLong(&isBegin, 16);
                const auto end = range[1].toULongLong(&isEnd, 16);
                if (isBegin && isEnd)
                    isInside = begin <= wanted && wanted < end;
            }
            if (isInside && line.startsWith("VmFlags:"))
                return line;
        }
        return "no mapping";
    }
};

std::unique_ptr<QObject> makeSecretTest()
{
    return std::make_unique<SecretTest>();
}

#include "tst_secret.moc"
