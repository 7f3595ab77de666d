#pragma once

// A splitter whose handles are a hairline to the eye and five pixels to the hand.

#include "ui/theme/theme.h"

#include <QSplitter>

namespace tf::ui {

class PaneSplitter : public QSplitter {
public:
    explicit PaneSplitter(const Theme& theme, QWidget* parent = nullptr);

protected:
    QSplitterHandle* createHandle() override;

private:
    const Theme& m_theme;
};

} // namespace tf::ui
