#include "ui/shell/key_table.h"

#include <algorithm>

namespace tf::ui {

namespace {

QString nameOf(const ActionRow& row)
{
    return QString::fromLatin1(row.name);
}

} // namespace

QList<QKeySequence> KeyTable::keysOf(const ActionRow& row) const
{
    const auto own = m_own.find(nameOf(row));
    if (own == m_own.end())
        return shortcutsOf(row);
    QList<QKeySequence> keys;
    for (const QString& text : own->second) {
        const auto sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
        if (!sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown)
            keys.append(sequence);
    }
    return keys;
}

bool KeyTable::isOwn(const ActionRow& row) const
{
    return m_own.count(nameOf(row)) > 0;
}

const ActionRow* KeyTable::holderOf(const QKeySequence& keys, const ActionRow& row) const
{
    for (const ActionRow& other : actionTable()) {
        if (other.id != row.id && keysOf(other).contains(keys))
            return &other;
    }
    return nullptr;
}

void KeyTable::give(const ActionRow& row, const QKeySequence& keys)
{
    if (const ActionRow* holder = keys.isEmpty() ? nullptr : holderOf(keys, row)) {
        auto left = keysOf(*holder);
        left.removeAll(keys);
        set(*holder, left);
    }
    set(row, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
}

void KeyTable::reset(const ActionRow& row)
{
    m_own.erase(nameOf(row));
    auto keys = shortcutsOf(row);
    const auto isTaken = [&](const QKeySequence& one) { return holderOf(one, row) != nullptr; };
    if (std::any_of(keys.begin(), keys.end(), isTaken)) {
        keys.removeIf(isTaken);
        set(row, keys);
    }
}

void KeyTable::set(const ActionRow& row, const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& one : keys)
        texts.append(one.toString(QKeySequence::PortableText));
    m_own[nameOf(row)] = texts;
    if (keys == shortcutsOf(row))
        m_own.erase(nameOf(row));
}

} // namespace tf::ui
