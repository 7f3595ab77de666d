// What is there on this machine already: servers that answer on loopback, folders of this model.

#include "app/secrets/memory.h"
#include "app/workspace/nearby.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <fstream>

using namespace Qt::StringLiterals;
using namespace tf;
using workspace::Engines;
using workspace::Nearby;
using workspace::UsualPort;

namespace {

test::Answer answerOf(const QByteArray& body)
{
    test::Answer answer;
    answer.head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n";
    answer.blocks = {body};
    return answer;
}

struct NearbyRoom {
    QTemporaryDir folder;
    secrets::Memory keys;
    endpoint::Reach reach;
    Engines engines{folder.filePath(u"endpoints.json"_s), keys, reach};
    Nearby nearby{engines};

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    void writeConfig(const char* name, const char* text) const
    {
        std::filesystem::create_directories(path(name));
        std::ofstream(path(name) / "config.json") << text;
    }
};

constexpr const char* kOurs = "{\"model_type\":\"minimax_m3_vl\"}";

} // namespace

class WorkspaceNearbyTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aServerThatListensIsFoundWithItsModel()
    {
        test::ReplayServer server([](const test::Incoming&) {
            return answerOf("{\"object\":\"list\",\"data\":[{\"id\":\"local-m3\","
                            "\"object\":\"model\",\"max_model_len\":65536}]}");
        });
        NearbyRoom room;
        const std::array<UsualPort, 2> ports{{{"LM Studio", "vllm", server.port()},
                                              {"SGLang", "sglang", 1}}}; // nobody listens there
        room.nearby.look(ports, {});
        QVERIFY(room.nearby.isLooking());
        QTRY_VERIFY_WITH_TIMEOUT(!room.nearby.isLooking(), 15'000);
        QCOMPARE(room.nearby.servers().size(), std::size_t(1));
        const auto& found = room.nearby.servers()[0];
        QCOMPARE(found.server, std::string("LM Studio"));
        QCOMPARE(found.profile.model, std::string("local-m3"));
        QVERIFY(checkProfile(found.profile));
        QVERIFY(workspace::choiceOf(found.profile).label.place == endpoint::Place::ThisMachine);
        QCOMPARE(server.requests.size(), 1);
        QCOMPARE(server.requests[0].method, QByteArray("GET"));
        QCOMPARE(server.requests[0].path, QByteArray("/v1/models"));
        QVERIFY(!server.requests[0].headers.contains("authorization"));
    }

    void whatIsNoServerOfModelsIsNotFound()
    {
        test::ReplayServer server([](const test::Incoming&) { return answerOf("<html>hello"); });
        NearbyRoom room;
        const std::array<UsualPort, 1> ports{{{"vLLM", "vllm", server.port()}}};
        room.nearby.look(ports, {});
        QTRY_VERIFY_WITH_TIMEOUT(!room.nearby.isLooking(), 15'000);
        QVERIFY(room.nearby.servers().empty());
    }

    void theUsualPortsAreOnThisMachineAlone()
    {
        QVERIFY(!workspace::usualPorts().empty());
        for (const UsualPort& usual : workspace::usualPorts())
            QVERIFY(endpoint::findServerKind(usual.kind) != nullptr);
    }

    void foldersOfThisModelAreFound()
    {
        NearbyRoom room;
        room.writeConfig("models/m3", kOurs);
        room.writeConfig("models/m3/inner", kOurs); // of the model above
        room.writeConfig("models/other", "{\"model_type\":\"llama\"}");
        room.writeConfig("hub/models--MiniMaxAI--MiniMax-M3/snapshots/0123", kOurs);
        room.writeConfig("far/1/2/3/4/5", kOurs);
        const std::vector<std::filesystem::path> want{
            room.path("hub/models--MiniMaxAI--MiniMax-M3/snapshots/0123"), room.path("models/m3")};
        room.nearby.look({},
                         {room.path("models"), room.path("hub"), room.path("far"),
                          room.path("not there"), room.path("models")});
        QTRY_VERIFY(!room.nearby.isLooking());
        QVERIFY(room.nearby.folders() == want);
    }

    void notMoreFoldersThanAskedForAndNoneWhenStopped()
    {
        NearbyRoom room;
        for (int number = 0; number < 6; ++number)
            room.writeConfig(("models/" + std::to_string(number)).c_str(), kOurs);
        QCOMPARE(workspace::modelFoldersIn({room.path("models")}, 3, {}).size(), std::size_t(3));
        CancelSource cancel;
        cancel.cancel();
        QVERIFY(workspace::modelFoldersIn({room.path("models")}, 3, cancel.token()).empty());
    }
};

std::unique_ptr<QObject> makeWorkspaceNearbyTest()
{
    return std::make_unique<WorkspaceNearbyTest>();
}

#include "tst_nearby.moc"
