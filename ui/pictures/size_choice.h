#pragma once

// How large a picture is sent, as radio buttons: each with what is seen then, and what it costs.
//
// What an engine does not have is grey and says why.

#include "app/workspace/tray/picture_way.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

class QRadioButton;

namespace tf::ui {

class SizeChoice : public QWidget {
    Q_OBJECT

public:
    explicit SizeChoice(const Theme& theme, QWidget* parent = nullptr);

    /// Low, default, high, tiles; one of them is chosen.
    void show(const std::vector<workspace::PictureOffer>& offers,
              const workspace::PictureOffer& chosen);

Q_SIGNALS:
    /// By the user alone.
    void chosen(tf::vision::Tier tier, bool isTiled);

private:
    std::array<QRadioButton*, 4> m_buttons{};
};

} // namespace tf::ui
