#pragma once

// Keeps Enter, Escape and the arrows from a field while an input method composes in it.
//
// They belong to the composition: some input methods hand them on all the same, even the one that
// ended it. So they are kept until the event loop comes round after its end. Thread: main.

#include <QObject>

class QKeyEvent;
class QWidget;

namespace tf::ui {

class CompositionGuard : public QObject {
    Q_OBJECT

public:
    /// Goes with `field`. Filters installed later see its keys earlier, and ask keeps().
    explicit CompositionGuard(QWidget& field);

    [[nodiscard]] bool keeps(const QKeyEvent& key) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(bool isComposing);

    bool m_isComposing = false; ///< what is shown is not yet text
    bool m_hasJustComposed = false; ///< until the event loop comes round
};

} // namespace tf::ui
