#pragma once

// A folder of files that git, the real one, makes a repository of.

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

class GitFolder {
public:
    [[nodiscard]] QString path() const { return m_folder.path(); }
    void write(const QByteArray& name, const QByteArray& content) const;
    /// What git printed, without its last newline; settings of the user play no part.
    QString run(const QStringList& arguments) const; // NOLINT(modernize-use-nodiscard)

private:
    QTemporaryDir m_folder;
};
