#include "tests/ui/measure/prepared_workspace.h"

#include "app/settings/settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <future>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

/// What the store answers, waited for.
template <class T, class Ask>
T awaited(const Ask& ask)
{
    std::promise<Result<T>> promise;
    auto answer = promise.get_future();
    ask([&promise](Result<T> result) { promise.set_value(std::move(result)); });
    return MUST(answer.get());
}

void addTurn(session::Store& store, const session::SessionId& id, const std::string& question,
             const std::string& answer)
{
    session::Question asked;
    asked.text = question;
    asked.settings.endpoint = "replay";
    asked.settings.model = "MiniMax-M3";
    const auto turn =
        awaited<session::TurnId>([&](auto taken) { store.begin(id, asked, std::move(taken)); });
    store.stream(id, turn, {session::PartKind::Text, answer, {}, {}});
    awaited<session::Seq>([&](auto taken) { store.end(id, turn, {}, std::move(taken)); });
}

} // namespace

PreparedWorkspace::PreparedWorkspace(Where where)
    : m_where(where)
{
}

QString PreparedWorkspace::settingsPath() const
{
    return m_where == Where::OfTheUser ? settings::defaultPath()
                                       : m_folder.filePath(u"settings.json"_s);
}

QString PreparedWorkspace::profilesPath() const
{
    return m_folder.filePath(u"endpoints.json"_s);
}

std::filesystem::path PreparedWorkspace::storeFolder() const
{
    return m_where == Where::OfTheUser
        ? session::defaultStoreFolder()
        : std::filesystem::path(m_folder.filePath(u"sessions"_s).toStdString());
}

session::SessionId
PreparedWorkspace::addSession(const std::vector<std::pair<std::string, std::string>>& turns)
{
    auto store = MUST(session::Store::open({.place = {.folder = storeFolder()}}));
    session::Created created;
    created.title = "Prepared";
    created.settings.request.endpoint = "replay";
    const auto id =
        awaited<session::SessionId>([&](auto taken) { store->create(created, std::move(taken)); });
    for (const auto& [question, answer] : turns)
        addTurn(*store, id, question, answer);
    settings::Settings settings;
    settings.engine = u"replay"_s;
    settings.window.session = QString::fromStdString(id);
    MUST(settings::save(settingsPath(), settings));
    return id;
}

void PreparedWorkspace::setEndpoint(const QUrl& url, const QString& kind)
{
    const QJsonObject endpoint{{u"name"_s, u"replay"_s},
                               {u"kind"_s, kind},
                               {u"baseUrl"_s, url.toString()},
                               {u"model"_s, u"MiniMax-M3"_s}};
    QFile file(profilesPath());
    CHECK(file.open(QIODevice::WriteOnly), "a temporary folder can be written");
    file.write(QJsonDocument(QJsonObject{{u"endpoints"_s, QJsonArray{endpoint}}}).toJson());
}

std::string linesOfAnswer(int numLines)
{
    std::string text;
    for (int line = 0; line < numLines; ++line) {
        const std::string number = std::to_string(line);
        switch (line % 8) {
        case 0:
            text += "Paragraph " + number + " says that **the cap** is lost in `net/retry.cpp`.\n";
            break;
        case 1:
            text += "\n";
            break;
        case 2:
            text += "```cpp\n";
            break;
        case 6:
            text += "```\n";
            break;
        case 7:
            text += "\n";
            break;
        default:
            text += "    const auto delay" + number + " = std::min(base << attempt, kMaxDelay);\n";
        }
    }
    return text;
}

} // namespace tf::test
