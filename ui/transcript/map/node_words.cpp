#include "ui/transcript/map/node_words.h"

#include "ui/transcript/layout/turn_words.h"

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr std::size_t kMostBytesRead = 1000; // of a question that may be a whole file
constexpr qsizetype kMostCharacters = 80;

} // namespace

QString NodeWords::question(const session::Turn& turn)
{
    const QString text =
        QString::fromUtf8(turn.question.text.data(),
                          qsizetype(std::min(turn.question.text.size(), kMostBytesRead)))
            .simplified();
    if (text.isEmpty())
        return tr("No words");
    return text.size() <= kMostCharacters ? text : text.left(kMostCharacters - 1) + u'…';
}

QString NodeWords::ending(const session::Turn& turn)
{
    switch (markOf(turn)) {
    case NodeMark::Finished:
        return {};
    case NodeMark::Streaming:
        return tr("is being answered");
    case NodeMark::Interrupted:
        return tr("interrupted");
    case NodeMark::Failed:
        return tr("failed");
    case NodeMark::Removed:
        return tr("deleted");
    }
    return {};
}

QString NodeWords::facts(const session::Turn& turn, const TreeNode& node)
{
    QStringList facts{QString::fromStdString(turn.question.settings.endpoint),
                      TurnWords::thinking(turn.question.settings.thinking), ending(turn)};
    if (!node.isShown)
        facts << tr("on another branch");
    facts.removeAll(QString());
    return facts.join(u"  ·  "_s);
}

QString NodeWords::toolTip(const session::Turn& turn, const TreeNode& node)
{
    return u"<p>%1</p><p>%2</p>"_s.arg(question(turn).toHtmlEscaped(),
                                       facts(turn, node).toHtmlEscaped());
}

} // namespace tf::ui
