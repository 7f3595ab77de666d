#include "app/endpoint/server_kind.h"

#include "app/endpoint/connection.h"
#include "app/endpoint/media_limits.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <set>

using namespace tf::endpoint;

namespace {

tf::wire::ChatRequest pictures(int count, std::size_t bytes)
{
    tf::wire::ChatRequest request;
    request.messages.emplace_back();
    const auto content = std::make_shared<const std::string>(bytes, 'x');
    for (int idx = 0; idx < count; ++idx)
        request.messages[0].parts.emplace_back(
            tf::wire::ImagePart{{"image/png", content, {}}, {}, {}});
    return request;
}

} // namespace

class ServerKindTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsComplete()
    {
        std::set<std::string_view> ids;
        for (const ServerKind& kind : serverKinds()) {
            QVERIFY(ids.insert(kind.id).second);
            QVERIFY(findServerKind(kind.id) == &kind);
            QVERIFY(!kind.name.empty());
            for (const auto url : kind.baseUrls)
                QVERIFY(
                    checkUrl(QUrl(QString::fromStdString(std::string(url))), PlainHttp::ThisMachine)
                        .has_value());
            // A position that cannot be asked for says why.
            for (const auto& word : kind.dialect.thinkingWords)
                QVERIFY(!word.wire.empty() || !word.note.empty());
            QCOMPARE(kind.rates.tiers.empty(), kind.rates.date.empty());
        }
        QVERIFY(findServerKind("nobody") == nullptr);
    }

    void limitsAreHeld()
    {
        const ServerKind& kind = *findServerKind("minimax");
        QVERIFY(checkMedia(pictures(200, 10), kind).has_value());
        QVERIFY(!checkMedia(pictures(201, 10), kind).has_value());
        QVERIFY(checkMedia(pictures(1, std::size_t(10) << 20), kind).has_value());
        const auto tooLarge = checkMedia(pictures(1, (std::size_t(10) << 20) + 1), kind);
        QVERIFY(!tooLarge.has_value());
        QVERIFY(tooLarge.error().text.find("picture 1 has 10485761 bytes") != std::string::npos);
    }

    void framesCountAsPicturesWhereThereIsNoVideo()
    {
        tf::wire::ChatRequest request;
        request.messages.emplace_back();
        tf::wire::VideoPart video;
        video.media.url = "https://example.org/a.mp4";
        video.frames.resize(201);
        request.messages[0].parts.emplace_back(video);
        QVERIFY(checkMedia(request, *findServerKind("minimax")).has_value());
        QVERIFY(!checkMedia(request, *findServerKind("llamacpp")).has_value());
    }
};

std::unique_ptr<QObject> makeServerKindTest()
{
    return std::make_unique<ServerKindTest>();
}

#include "tst_server_kind.moc"
