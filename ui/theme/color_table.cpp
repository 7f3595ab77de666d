#include "ui/theme/color_table.h"

#include "kernels/base/words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tf::ui {

Result<ColorTable> parseColors(const QByteArray& json)
{
    const QJsonObject members = QJsonDocument::fromJson(json).object();
    ColorTable table;
    for (int tokenIdx = 0; tokenIdx < kNumTokens; ++tokenIdx) {
        const QLatin1StringView tokenName = name(static_cast<Token>(tokenIdx));
        const QString spelled = members.value(tokenName).toString();
        const QColor color(spelled);
        if (!color.isValid() || spelled.size() != 7)
            return Error{Code::BadInput, words("theme: no colour for ", tokenName.data())};
        table.colors[static_cast<std::size_t>(tokenIdx)] = color;
    }
    if (members.size() != kNumTokens)
        return Error{Code::BadInput,
                     words("theme: ", members.size(), " members instead of ", kNumTokens)};
    return table;
}

QPalette paletteOf(const ColorTable& table)
{
    QPalette palette;
    palette.setColor(QPalette::Window, table[Token::Window]);
    palette.setColor(QPalette::WindowText, table[Token::Text]);
    palette.setColor(QPalette::Base, table[Token::Window]);
    palette.setColor(QPalette::AlternateBase, table[Token::Card]);
    palette.setColor(QPalette::Text, table[Token::Text]);
    palette.setColor(QPalette::PlaceholderText, table[Token::TextMuted]);
    palette.setColor(QPalette::Button, table[Token::Raised]);
    palette.setColor(QPalette::ButtonText, table[Token::Text]);
    palette.setColor(QPalette::BrightText, table[Token::DangerText]);
    palette.setColor(QPalette::Highlight, table[Token::Selected]);
    palette.setColor(QPalette::HighlightedText, table[Token::SelectionText]);
    palette.setColor(QPalette::Link, table[Token::TextLink]);
    palette.setColor(QPalette::LinkVisited, table[Token::TextLink]);
    palette.setColor(QPalette::ToolTipBase, table[Token::TooltipFill]);
    palette.setColor(QPalette::ToolTipText, table[Token::TooltipText]);
    palette.setColor(QPalette::Light, table[Token::Raised]);
    palette.setColor(QPalette::Midlight, table[Token::Hover]);
    palette.setColor(QPalette::Mid, table[Token::Border]);
    palette.setColor(QPalette::Dark, table[Token::BorderStrong]);
    palette.setColor(QPalette::Shadow, table[Token::BorderStrong]);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, table[Token::TextDisabled]);
    return palette;
}

} // namespace tf::ui
