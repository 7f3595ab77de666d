#pragma once

// A file as it is read: numbered lines in colours, of which only those in sight are laid out.
//
// Shows a text that somebody else holds; a million lines are no more work than fifty. Colours and
// what is looked for come in slices; no timer runs while nothing is missing. Thread: main.

#include "ui/transcript/layout/code_line.h"
#include "ui/viewer/line_inks.h"
#include "ui/viewer/text_search.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <functional>
#include <memory>

namespace tf::ui {

/// A place in the text: a line from 0, and UTF-16 units of it as it is shown.
struct CodePlace {
    int line = 0;
    int offset = 0;

    auto operator<=>(const CodePlace&) const = default;
};

/// From 0, both counted in.
struct LineStretch {
    int first = -1;
    int last = -1;

    [[nodiscard]] bool holds(int line) const { return line >= first && line <= last; }
};

/// What a line that is not the same on the other side is.
enum class Difference : std::uint8_t { None, Removed, Added };

class CodeView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit CodeView(const Theme& theme, QWidget* parent = nullptr);
    ~CodeView() override;

    /// `path` names the language. Null: nothing is shown.
    void setText(std::shared_ptr<const workspace::LineText> text, const QString& path);
    [[nodiscard]] const workspace::LineText* text() const { return m_text.get(); }
    using DifferenceOf = std::function<Difference(int line)>;
    void setDifferences(DifferenceOf differenceOf);

    /// Marks the lines and brings them into sight.
    void showLines(LineStretch cited);
    [[nodiscard]] LineStretch cited() const { return m_cited; }
    /// Makes that line the first in sight, as far as there are lines beneath.
    void scrollToLine(int line);
    [[nodiscard]] int topLine() const;
    [[nodiscard]] int linesInSight() const;
    /// The keyboard's.
    [[nodiscard]] int currentLine() const { return m_head.line; }
    void setCurrentLine(int line);

    void find(const QString& wanted);
    enum class Step : std::uint8_t { Next, Previous };
    void findNext(Step step);
    [[nodiscard]] const TextSearch& search() const { return m_search; }
    [[nodiscard]] std::optional<std::size_t> currentFound() const { return m_found; }

    [[nodiscard]] bool hasSelection() const { return m_anchor != m_head; }
    [[nodiscard]] QString selectedText() const;
    void selectAll();
    void copySelection() const;

    /// As it is shown.
    [[nodiscard]] QString lineText(int line) const;
    [[nodiscard]] QRect lineRect(int line) const;
    /// Colours in sight are not known yet.
    [[nodiscard]] bool isBehind() const { return m_inks.isBehind(); }

Q_SIGNALS:
    void topLineChanged(int line);
    void currentLineChanged(int line);
    void foundChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void setUp();
    void placeBars();
    [[nodiscard]] int numLines() const;
    [[nodiscard]] int gutterWidth() const;
    [[nodiscard]] LineWindow signsInSight() const;
    [[nodiscard]] CodeLine laidOut(int line) const;
    [[nodiscard]] CodePlace placeAt(QPoint point) const;
    void paintLine(QPainter& painter, int line, const QRect& place, const InkedLine& inks) const;
    void paintBack(QPainter& painter, int line, const QRect& place) const;
    void paintMarks(QPainter& painter, int line, const QRect& place, const CodeLine& laidOut) const;
    void paintGutter(QPainter& painter, int line, const QRect& place) const;
    enum class Marking : std::uint8_t { Anew, Extends };
    void moveHead(CodePlace to, Marking marking);
    [[nodiscard]] static Marking markingOf(Qt::KeyboardModifiers modifiers);
    bool moveByKey(QKeyEvent* event);
    void bringIntoSight(int line);
    void showFound();

    const Theme& m_theme;
    Measures m_measures;
    std::shared_ptr<const workspace::LineText> m_text;
    LineInks m_inks;
    TextSearch m_search;
    std::optional<std::size_t> m_found; ///< of what was found
    DifferenceOf m_differenceOf;
    LineStretch m_cited;
    CodePlace m_anchor;
    CodePlace m_head;
    QBasicTimer m_slices; ///< while colours in sight are missing, or words are looked for
    QBasicTimer m_dragging; ///< while a selection is drawn beyond the window
    QPoint m_pointer;
};

} // namespace tf::ui
