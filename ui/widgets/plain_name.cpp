#include "ui/widgets/plain_name.h"

#include "ui/markdown/hidden_character.h"

namespace tf::ui {

QString plainName(const QString& name)
{
    QString line = name;
    for (QChar& c : line) {
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return revealed(line);
}

} // namespace tf::ui
