#pragma once

// The field that a question is written in: grows with it, takes anything that is pasted.
//
// A key that ends an input method's composition never sends what stands there half written.

#include "ui/composer/pasted.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>

namespace tf::ui {

/// What sends; the other one begins a new line. Ctrl+Enter always sends, in place of the answer
/// that runs if there is one.
enum class SendKey : std::uint8_t { Enter, ShiftEnter };

enum class SendWhen : std::uint8_t {
    InTurn, ///< behind the answer that runs
    Now, ///< in its place
};

class ComposerEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ComposerEdit(const Theme& theme, QWidget* parent = nullptr);

    void setSendKey(SendKey key) { m_sendKey = key; }
    /// The tallest that it grows to.
    void setMostHeight(int pixels);
    /// Puts the text in place of what stands there; undo brings that back.
    void replaceText(const QString& text);
    /// As it is, however long: never a chip.
    void pasteRaw();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendAsked(tf::ui::SendWhen when);
    void stopAsked();
    /// Everything but text that belongs into the field.
    void brought(const tf::ui::Pasted& pasted);
    void focusChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void follow();
    void fit();
    void newLine();
    [[nodiscard]] int heightOfText() const;

    const Theme& m_theme;
    SendKey m_sendKey = SendKey::Enter;
    int m_mostHeight = 240;
};

} // namespace tf::ui
