#include "ui/viewer/code_view_accessible.h"

#include "ui/viewer/code_view.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace tf::ui {

namespace {

/// All of a million lines would have to be joined to be counted; those in sight are what is read.
class CodeViewAccessible : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit CodeViewAccessible(CodeView& view)
        : QAccessibleWidget(&view, QAccessible::Document)
        , m_view(view)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Value)
            return m_view.lineText(m_view.currentLine());
        return QAccessibleWidget::text(which);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }

    // QAccessibleTextInterface
    void selection(int, int* startOffset, int* endOffset) const override
    {
        *startOffset = *endOffset = 0;
    }
    [[nodiscard]] int selectionCount() const override { return m_view.hasSelection() ? 1 : 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    [[nodiscard]] int cursorPosition() const override { return offsetOf(m_view.currentLine()); }
    void setCursorPosition(int position) override { m_view.setCurrentLine(lineAt(position)); }
    [[nodiscard]] QString text(int startOffset, int endOffset) const override
    {
        return words().mid(startOffset, endOffset - startOffset);
    }
    [[nodiscard]] int characterCount() const override { return int(words().size()); }
    [[nodiscard]] QRect characterRect(int offset) const override
    {
        return m_view.lineRect(lineAt(offset)).translated(m_view.viewport()->mapToGlobal(QPoint()));
    }
    [[nodiscard]] int offsetAtPoint(const QPoint& point) const override
    {
        const int y = m_view.viewport()->mapFromGlobal(point).y();
        return offsetOf(m_view.topLine() + y / std::max(1, m_view.lineRect(0).height()));
    }
    void scrollToSubstring(int startIndex, int) override
    {
        m_view.setCurrentLine(lineAt(startIndex));
    }
    QString attributes(int, int* startOffset, int* endOffset) const override
    {
        *startOffset = 0;
        *endOffset = characterCount();
        return {};
    }

private:
    [[nodiscard]] QStringList lines() const
    {
        QStringList lines;
        for (int idx = 0; idx <= m_view.linesInSight(); ++idx)
            lines.append(m_view.lineText(m_view.topLine() + idx));
        return lines;
    }
    [[nodiscard]] QString words() const { return lines().join(u'\n'); }
    [[nodiscard]] int offsetOf(int line) const
    {
        const QStringList all = lines();
        int offset = 0;
        for (int idx = 0; idx < int(all.size()) && m_view.topLine() + idx < line; ++idx)
            offset += int(all[idx].size()) + 1;
        return offset;
    }
    [[nodiscard]] int lineAt(int offset) const
    {
        const auto before = words().left(offset).count(u'\n');
        return m_view.topLine() + int(before);
    }

    CodeView& m_view;
};

} // namespace

QAccessibleInterface* makeCodeViewAccessible(const QString&, QObject* object)
{
    auto* view = qobject_cast<CodeView*>(object);
    return view == nullptr ? nullptr : new CodeViewAccessible(*view);
}

} // namespace tf::ui
