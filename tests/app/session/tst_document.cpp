// Sessions as a JSON file and back, and files that are not what they say.

#include "app/session/document.h"
#include "app/session/store/blobs.h"
#include "tests/app/session/samples.h"
#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::session;

class SessionDocumentTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsExportedIsImported()
    {
        const auto report = test::forAll(100, [](test::Gen& gen) -> std::string {
            Document document;
            for (auto count = gen.below(4); count > 0; --count)
                document.sessions.push_back(test::makeSession(gen));
            const std::string content = gen.bytes();
            document.blobs[Blobs::idOf(content)] = content;
            const auto read = readDocument(writeDocument(document));
            if (!read)
                return read.error().text;
            return *read == document ? "" : "another document";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void adoptedSessionsAreTheSame()
    {
        const auto report = test::forAll(
            10,
            [](test::Gen& gen) -> std::string {
                const test::StoreFolder folder;
                const auto journal = folder.open();
                const Session session = test::makeSession(gen);
                const auto ids = MUST(journal->adopt({session}));
                if (ids != std::vector{session.id})
                    return "another id";
                if (folder.sessions() != std::vector{session})
                    return "another session";
                const auto again = MUST(journal->adopt({session}));
                return again != ids && folder.sessions().size() == 2 ? ""
                                                                     : "one overwrote the other";
            },
            16);
        QVERIFY2(report.empty(), report.c_str());
    }

    void aFileThatIsWrongChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QByteArray& text, const QByteArray& says) {
            QTest::newRow(name) << text << says;
        };
        const QByteArray id(32, 'a');
        const auto document = [](const QByteArray& sessions) {
            return "{\"format\":\"trifold-sessions\",\"version\":1,\"sessions\":[" + sessions
                + "]}";
        };
        const auto turns = [&](const QByteArray& list) {
            return document("{\"id\":\"" + id + "\",\"turns\":[" + list + "]}");
        };
        row("empty", "", "byte");
        row("no object", "[]", "object");
        row("other format", "{\"format\":\"zip\"}", "trifold-sessions");
        row("newer", "{\"format\":\"trifold-sessions\",\"version\":2}", "version 2");
        row("cut", document("").chopped(2), "byte");
        row("no id", document("{}"), "no id");
        row("id with a path", document("{\"id\":\"../../../../../../../../../../../x\"}"), "no id");
        row("twice", document("{\"id\":\"" + id + "\"},{\"id\":\"" + id + "\"}"), "not its own");
        row("wrong type", document("{\"id\":\"" + id + "\",\"title\":7}"), "sessions[0].title");
        row("turn 0", turns("{}"), "ids must grow");
        row("turns back", turns("{\"id\":2},{\"id\":1}"), "ids must grow");
        row("its own parent", turns("{\"id\":1,\"question\":{\"parent\":1}}"), "parent");
        row("a later parent", turns("{\"id\":1,\"question\":{\"parent\":2}},{\"id\":2}"), "parent");
        row("negative", turns("{\"id\":1,\"beganAt\":-5}"), "sessions[0].turns[0].beganAt");
        row("huge number", turns("{\"id\":1e308}"), "turns[0].id");
        row("unknown word", turns("{\"id\":1,\"parts\":[{\"kind\":\"sound\"}]}"), "parts[0].kind");
        row("lone surrogate", document("{\"id\":\"" + id + "\",\"title\":\"\\ud800\"}"), "");
        row("bad UTF-8", document("{\"id\":\"" + id + "\",\"title\":\"\xff\"}"), "");
        row("deep", QByteArray(100'000, '[') + QByteArray(100'000, ']'), "");
        row("a million million", document(QByteArray(8'000'010, ',')), "8000000 values");
        row("false blob",
            "{\"format\":\"trifold-sessions\",\"version\":1,\"blobs\":{\"" + QByteArray(64, '0')
                + "\":\"AAAA\"}}",
            "not what its name says");
        row("blob no base64",
            "{\"format\":\"trifold-sessions\",\"version\":1,\"blobs\":{\"0\":\"?\"}}", "base64");
    }
    void aFileThatIsWrongChangesNothing()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const auto document = readDocument(text.toStdString());
        QVERIFY(!document);
        QVERIFY2(QByteArray::fromStdString(document.error().text).contains(says),
                 document.error().text.c_str());
    }
};

std::unique_ptr<QObject> makeSessionDocumentTest()
{
    return std::make_unique<SessionDocumentTest>();
}

#include "tst_document.moc"
