#pragma once

// A file of translations as it is kept: each word of the source, and what it became.

#include <QString>
#include <QStringList>

#include <vector>

namespace tf::test {

struct KeptWord {
    QString context;
    QString source;
    QStringList forms; ///< one; of %n one for each plural form
    bool isFinished = true;

    /// By which two files are compared.
    [[nodiscard]] QString key() const { return context + u'|' + source; }
};

/// Fails the program where there is no such file.
[[nodiscard]] std::vector<KeptWord> keptWords(const QString& file);

} // namespace tf::test
