#include "app/workspace/export.h"

#include "app/session/document.h"
#include "app/session/markdown.h"
#include "kernels/base/words.h"

#include <QSaveFile>
#include <QThreadPool>

namespace tf::workspace {

namespace {

/// Runs where the store answered, so that the main thread does not wait for the disk.
Result<> writeSession(const std::filesystem::path& file, const Result<std::string>& text)
{
    if (!text)
        return text.error();
    return saveText(file, text.value());
}

} // namespace

ExportForm formOf(const std::filesystem::path& file)
{
    return file.extension() == ".json" ? ExportForm::Json : ExportForm::Markdown;
}

Result<> saveText(const std::filesystem::path& file, std::string_view text)
{
    QSaveFile out(QString::fromStdString(file.string()));
    const auto size = static_cast<qint64>(text.size());
    if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), size) != size || !out.commit())
        return Error{Code::Denied,
                     words(file.string(), " cannot be written: ", out.errorString().toStdString())};
    return {};
}

void exportValue(session::Session session, const Inbox& inbox, std::filesystem::path file,
                 std::function<void(Result<>)> done)
{
    const auto told = inbox.answer<void>(std::move(done));
    QThreadPool::globalInstance()->start(
        [session = std::move(session), file = std::move(file), told] {
            told(saveText(file,
                          formOf(file) == ExportForm::Json
                              ? session::writeDocument({{session}, {}})
                              : session::writeMarkdown(session, session::Reasoning::Left)));
        });
}

void exportSession(session::Store& store, const Inbox& inbox, const session::SessionId& id,
                   std::filesystem::path file, std::function<void(Result<>)> done)
{
    const auto told = inbox.answer<void>(std::move(done));
    if (formOf(file) == ExportForm::Json) {
        store.exportJson({id}, [file = std::move(file), told](const Result<std::string>& text) {
            told(writeSession(file, text));
        });
        return;
    }
    store.load(id, [file = std::move(file), told](const Result<session::Session>& session) {
        if (!session)
            return told(session.error());
        told(saveText(file, session::writeMarkdown(session.value(), session::Reasoning::Left)));
    });
}

} // namespace tf::workspace
