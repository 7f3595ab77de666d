// The kind of work that a session is about: chosen in the composer, kept on the desk.

#include "app/works/instructed.h"
#include "app/workspace/desk_view.h"
#include "ui/composer/composer.h"
#include "ui/composer/preset_line.h"
#include "ui/widgets/icon_button.h"

#include <QMenu>

namespace tf::ui {

std::optional<works::Preset> Composer::preset() const
{
    if (!m_conversation)
        return std::nullopt;
    const auto view = workspace::readDeskView(m_conversation->session().desk.view);
    return works::presetOf(view.preset);
}

void Composer::choosePreset(const QString& id)
{
    if (!m_conversation || !m_now.readOnly.isEmpty())
        return;
    auto view = workspace::readDeskView(m_conversation->session().desk.view);
    view.preset = id.toStdString();
    m_conversation->keepView(workspace::write(view));
    if (const auto chosen = preset())
        chooseThinking(works::thinkingOf(*chosen));
    refresh();
    focusEdit();
}

void Composer::openPresetMenu()
{
    auto* menu = new QMenu(tr("What is it about?"), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto now = preset();
    const auto add = [this, menu](const QString& name, const QString& id, bool isChosen) {
        auto* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(isChosen);
        connect(action, &QAction::triggered, this, [this, id] { choosePreset(id); });
    };
    add(tr("Anything"), {}, !now);
    menu->addSeparator();
    for (const works::Preset& one : works::presets())
        add(QString::fromStdString(works::nameOf(one)), QString::fromStdString(works::idOf(one)),
            one == now);
    const QPoint above = m_parts.presets->mapToGlobal(QPoint(0, 0));
    menu->popup(above - QPoint(0, menu->sizeHint().height()));
}

/// Of the instructions, as long as they have yet to be sent.
std::int64_t Composer::presetTokens() const
{
    const auto chosen = preset();
    if (!chosen || works::wasTold(*m_conversation, *chosen))
        return 0;
    const std::string words = works::instructionsOf(*chosen);
    return ingest::roughCount(words);
}

void Composer::refreshPreset()
{
    using workspace::TrayKind;
    const auto chosen = preset();
    m_parts.presets->setEnabled(m_conversation && m_now.readOnly.isEmpty());
    if (!chosen)
        return m_parts.preset->show(chosen, {});
    works::Wants wants = works::wantsOf(*chosen);
    for (const workspace::TrayItem& item : m_tray->items()) {
        wants.repository = wants.repository && item.kind != TrayKind::Repository;
        wants.picture = wants.picture && item.kind != TrayKind::Picture;
        wants.clip = wants.clip && item.kind != TrayKind::Clip;
    }
    const bool isMissing = (wants.repository || wants.picture || wants.clip)
        && !works::wasTold(*m_conversation, *chosen);
    m_parts.preset->show(chosen,
                         isMissing ? QString::fromStdString(works::needsOf(*chosen)) : QString());
}

} // namespace tf::ui
