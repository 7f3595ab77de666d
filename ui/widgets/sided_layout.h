#pragma once

// Plain text as it is written: each paragraph begins at the side that its own letters say.
//
// Qt lays a whole document out at one side. A paragraph that says neither, and an empty field with
// its placeholder, begin where the field does. Thread: main.

#include <QPlainTextDocumentLayout>

class QPlainTextEdit;

namespace tf::ui {

class SidedLayout : public QPlainTextDocumentLayout {
    Q_OBJECT

public:
    /// Gives `edit` a new, empty document that is laid out so. Requires: it holds nothing yet.
    static void layOut(QPlainTextEdit& edit);

    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock& block) const override;

private:
    SidedLayout(QTextDocument* document, const QPlainTextEdit& edit);

    [[nodiscard]] bool isRightToLeft(const QTextBlock& block) const;

    const QPlainTextEdit& m_edit;
};

} // namespace tf::ui
