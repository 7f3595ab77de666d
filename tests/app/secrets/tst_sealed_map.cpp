#include "app/secrets/sealed_map.h"
#include "app/secrets/secret_store.h"
#include "kernels/base/words.h"
#include "tests/app/secrets/tests.h"
#include "tests/support/test_table.h"

using namespace tf::secrets;
using tf::Code;

namespace {

/// Keys of a file, in a form that compares and prints.
std::string told(const KeyMap& keys)
{
    std::string text;
    for (const auto& [name, key] : keys)
        text += tf::words(name, "=", key.reveal(), ";");
    return text;
}

KeyMap twoKeys()
{
    KeyMap keys;
    keys.emplace("minimax", Secret("canary-1"));
    keys.emplace("openrouter", Secret("canary-2"));
    return keys;
}

/// The last bytes again as the others ask for: what a careful forger would write.
std::string repaired(std::string bytes)
{
    const auto sealed = bytes.substr(0, bytes.size() - kChecksumBytes);
    return sealed + checksumOf(sealed);
}

} // namespace

class SealedMapTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lock = newLock(kLeastHardness);
        m_key = MUST(keyOf(Secret("password"), m_lock));
        m_bytes = MUST(seal(twoKeys(), m_lock, m_key));
    }

    void comesBackAsItWas()
    {
        const auto sealed = MUST(readSealed(m_bytes));
        QVERIFY(sealed.lock == m_lock);
        QCOMPARE(told(MUST(unseal(sealed, m_key))), told(twoKeys()));
        const auto none = MUST(seal({}, m_lock, m_key));
        QVERIFY(MUST(unseal(MUST(readSealed(none)), m_key)).empty());
    }

    void nothingStandsInClear()
    {
        for (const char* word : {"canary", "minimax", "openrouter", "password"})
            QVERIFY2(m_bytes.find(word) == std::string::npos, word);
    }

    void isSealedAnewEachTime()
    {
        const auto again = MUST(seal(twoKeys(), m_lock, m_key));
        QVERIFY(MUST(readSealed(again)).nonce != MUST(readSealed(m_bytes)).nonce);
        QVERIFY(MUST(readSealed(again)).ciphertext != MUST(readSealed(m_bytes)).ciphertext);
        QVERIFY(newLock({}).salt != newLock({}).salt);
    }

    void aWrongPasswordIsToldFromDamage()
    {
        const auto other = MUST(keyOf(Secret("Password"), m_lock));
        const auto opened = unseal(MUST(readSealed(m_bytes)), other);
        QVERIFY(!opened);
        QVERIFY(opened.error().code == Code::Denied);
    }

    /// Every bit of a small file, turned: never a key, never a wrong password, always damage.
    void everyTurnedBitIsDamage()
    {
        for (std::size_t bit = 0; bit < m_bytes.size() * 8; ++bit) {
            std::string bytes = m_bytes;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
            const auto read = readSealed(bytes);
            QVERIFY2(!read, qPrintable(QString::number(bit)));
            // The version's own bits may make it a newer one.
            const bool inVersion = bit / 8 >= 8 && bit / 8 < 12;
            QVERIFY(read.error().code == Code::Corrupt
                    || (inVersion && read.error().code == Code::Unsupported));
        }
    }

    void everyTruncationIsDamage()
    {
        for (std::size_t size = 0; size < m_bytes.size(); ++size)
            QVERIFY(readSealed(m_bytes.substr(0, size)).error().code == Code::Corrupt);
        QVERIFY(readSealed(m_bytes + "x").error().code == Code::Corrupt);
    }

    /// A forger who repairs the checksum: no byte but those of the password's mark can be changed
    /// without being seen as a change.
    void aRepairedForgeryIsSeen()
    {
        for (std::size_t at = 0; at < m_bytes.size() - kChecksumBytes; ++at) {
            std::string bytes = m_bytes;
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
            const auto forged = repaired(bytes);
            const auto read = readSealed(forged);
            if (!read)
                continue;
            const auto opened = unseal(*read, m_key);
            QVERIFY2(!opened, qPrintable(QString::number(at)));
            const bool inMark = at >= 40 && at < 56;
            QVERIFY(opened.error().code == (inMark ? Code::Denied : Code::Corrupt));
        }
    }

    void whatTheHeaderAsksForIsBounded_data()
    {
        QTest::addColumn<quint32>("passes");
        QTest::addColumn<quint64>("memory");
        QTest::newRow("no passes") << quint32(0) << quint64(1 << 20);
        QTest::newRow("endless") << quint32(0xffff'ffff) << quint64(1 << 20);
        QTest::newRow("too many") << kMostHardness.passes + 1 << quint64(1 << 20);
        QTest::newRow("no memory") << quint32(3) << quint64(0);
        QTest::newRow("too much memory") << quint32(3) << quint64(kMostHardness.memoryBytes + 1);
        QTest::newRow("all memory") << quint32(3) << ~quint64(0);
    }
    void whatTheHeaderAsksForIsBounded()
    {
        QFETCH(quint32, passes);
        QFETCH(quint64, memory);
        Lock lock = m_lock;
        lock.hardness = {passes, memory};
        const auto read = readSealed(MUST(seal({}, lock, m_key)));
        QVERIFY(!read);
        QVERIFY(read.error().code == Code::Corrupt);
    }

    void aNewerFormIsLeftToANewerTrifold()
    {
        std::string bytes = m_bytes;
        bytes[8] = 2;
        QVERIFY(readSealed(repaired(bytes)).error().code == Code::Unsupported);
        QVERIFY(readSealed(bytes).error().code == Code::Unsupported); // its checksum may differ
    }

    void tooMuchIsRefusedBeforeItIsWritten()
    {
        KeyMap keys;
        for (std::size_t idx = 0; idx <= kMaxSealedKeys; ++idx)
            keys.emplace(tf::words("key", idx), Secret("k"));
        QVERIFY(seal(keys, m_lock, m_key).error().code == Code::BadInput);
        keys.erase("key0");
        QCOMPARE(MUST(unseal(MUST(readSealed(MUST(seal(keys, m_lock, m_key)))), m_key)).size(),
                 kMaxSealedKeys);
    }

    void theLargestFileIsReadAgain()
    {
        KeyMap keys;
        const std::string longest(kMaxKeyBytes, 'k');
        for (std::size_t idx = 0; idx < kMaxSealedKeys; ++idx) {
            std::string name = tf::words("key", idx);
            name.resize(kMaxNameBytes, 'n');
            keys.emplace(name, Secret(longest));
        }
        const auto bytes = MUST(seal(keys, m_lock, m_key));
        QVERIFY(bytes.size() <= kMaxSealedBytes);
        QCOMPARE(MUST(unseal(MUST(readSealed(bytes)), m_key)).size(), kMaxSealedKeys);
    }

    void whatIsInsideIsCheckedAsWell_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("count alone") << QByteArray("\1\0", 2);
        QTest::newRow("cut in a name") << QByteArray("\1\0\5\0ab", 6);
        QTest::newRow("cut in a key") << QByteArray("\1\0\1\0a\5\0k", 8);
        QTest::newRow("an empty key") << QByteArray("\1\0\1\0a\0\0", 7);
        QTest::newRow("no name") << QByteArray("\1\0\1\0/\1\0k", 8);
        QTest::newRow("a control character") << QByteArray("\1\0\1\0a\1\0\n", 8);
        QTest::newRow("twice") << QByteArray("\2\0\1\0a\1\0k\1\0a\1\0k", 14);
        QTest::newRow("more behind") << QByteArray("\0\0x", 3);
        QTest::newRow("too many") << QByteArray("\1\1", 2);
    }
    void whatIsInsideIsCheckedAsWell()
    {
        QFETCH(QByteArray, plain);
        QVERIFY(unpacked(plain.toStdString()).error().code == Code::Corrupt);
    }

    /// Another password or another salt makes another key; the same makes the same.
    void aKeyIsMadeOfPasswordAndSalt()
    {
        const Lock other = newLock(kLeastHardness);
        QVERIFY(MUST(keyOf(Secret("password"), m_lock)) == m_key);
        QVERIFY(!(MUST(keyOf(Secret("passwore"), m_lock)) == m_key));
        QVERIFY(!(MUST(keyOf(Secret("password"), other)) == m_key));
    }

private:
    Lock m_lock;
    Secret m_key;
    std::string m_bytes;
};

std::unique_ptr<QObject> makeSealedMapTest()
{
    return std::make_unique<SealedMapTest>();
}

#include "tst_sealed_map.moc"
