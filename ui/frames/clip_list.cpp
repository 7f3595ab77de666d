#include "ui/frames/clip_list.h"

#include "ui/widgets/plain_name.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tf::ui {

namespace {

using workspace::TrayItem;
using workspace::TrayKind;

/// What could not be opened is listed by its name, so that it is said what to do.
bool isClipName(const std::string& name)
{
    constexpr std::array<const char*, 8> kEndings{".mp4", ".m4v",  ".mkv", ".mov",
                                                  ".avi", ".webm", ".gif", ".ogv"};
    const QString lower = QString::fromStdString(name).toLower();
    return std::any_of(kEndings.begin(), kEndings.end(), [&lower](const char* ending) {
        return lower.endsWith(QLatin1StringView(ending));
    });
}

bool isClip(const TrayItem& item)
{
    return item.kind == TrayKind::Clip
        || (item.kind == TrayKind::Unknown && isClipName(item.title));
}

} // namespace

std::vector<ListedClip> clipsOf(const workspace::Tray* tray, const workspace::Conversation* talk,
                                workspace::TrayId kept)
{
    std::vector<ListedClip> clips;
    if (tray != nullptr) {
        for (const TrayItem& item : tray->items()) {
            const bool isRead = item.state != workspace::TrayState::Reading;
            if (isClip(item) || (item.id == kept && !isRead))
                clips.push_back({item.id, {}, {}, item.title});
        }
    }
    if (talk == nullptr)
        return clips;
    const auto& branch = talk->branch();
    for (auto id = branch.rbegin(); id != branch.rend(); ++id) {
        const session::Turn* turn = talk->turn(*id);
        if (turn == nullptr)
            continue;
        for (const session::Attachment& sent : turn->question.attachments) {
            const bool isKnown =
                std::any_of(clips.begin(), clips.end(),
                            [&sent](const ListedClip& clip) { return clip.blob == sent.blob; });
            if (!isKnown && sent.mediaType.starts_with("video/"))
                clips.push_back({0, sent.blob, sent.mediaType, sent.name});
        }
    }
    return clips;
}

QString clipTitle(const ListedClip& clip)
{
    const QString name = clip.name.empty()
        ? QCoreApplication::translate("tf::ui::ClipList", "a recording")
        : plainName(QString::fromStdString(clip.name));
    return clip.id != 0 ? name
                        : QCoreApplication::translate("tf::ui::ClipList", "%1 (earlier)").arg(name);
}

} // namespace tf::ui
