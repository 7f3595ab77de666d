#include "ui/pictures/size_choice.h"

#include "app/media/legibility.h"
#include "app/workspace/tray/amount.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kTiles = 3; ///< the place of tiles, behind the tiers

QString shown(std::int64_t number)
{
    return QString::fromStdString(workspace::shownNumber(number));
}

} // namespace

SizeChoice::SizeChoice(const Theme& theme, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("How large it is sent"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* group = new QButtonGroup(this);
    for (int place = 0; place < 4; ++place) {
        auto* button = new QRadioButton(this);
        button->setFont(theme.font(FontRole::Small));
        connect(&theme, &Theme::changed, button,
                [button, &theme] { button->setFont(theme.font(FontRole::Small)); });
        m_buttons.at(static_cast<std::size_t>(place)) = button;
        group->addButton(button, place);
        column->addWidget(button);
    }
    connect(group, &QButtonGroup::idClicked, this, [this](int place) {
        Q_EMIT chosen(place == kTiles ? vision::Tier::Default : static_cast<vision::Tier>(place),
                      place == kTiles);
    });
}

void SizeChoice::show(const std::vector<workspace::PictureOffer>& offers,
                      const workspace::PictureOffer& chosen)
{
    const QString names[] = {tr("Low"), tr("Default"), tr("High"), tr("Legible tiles")};
    for (std::size_t place = 0; place < m_buttons.size(); ++place) {
        const workspace::PictureOffer& offer = offers.at(place);
        QRadioButton& button = *m_buttons.at(place);
        const QString seen = u"%1×%2"_s.arg(shown(offer.seen.width), shown(offer.seen.height));
        QString text = offer.isTiled && offer.numTiles > 1
            ? tr("%1: %2 parts · %3 tokens")
                  .arg(names[place], shown(offer.numTiles), shown(offer.tokens))
            : tr("%1: %2 · %3 tokens").arg(names[place], seen, shown(offer.tokens));
        if (!offer.whyNot.empty())
            text = tr("%1: not here").arg(names[place]);
        else if (offer.legible < app::kLeastLegible)
            text = tr("%1, small text may be lost").arg(text);
        button.setText(text);
        button.setEnabled(offer.whyNot.empty());
        button.setToolTip(offer.whyNot.empty() ? tr("The model sees %1 pixels").arg(seen)
                                               : QString::fromStdString(offer.whyNot));
        button.setAccessibleDescription(button.toolTip());
        if (offer.tier == chosen.tier && offer.isTiled == chosen.isTiled)
            button.setChecked(true);
    }
}

} // namespace tf::ui
