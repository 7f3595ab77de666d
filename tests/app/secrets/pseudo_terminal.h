#pragma once

// A program at a terminal of its own: what it shows there, and what a person types.

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

namespace tf::test {

class PseudoTerminal {
public:
    PseudoTerminal(const QString& program, const QStringList& arguments,
                   const QProcessEnvironment& environment);
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;
    ~PseudoTerminal();

    /// Waits until the text has been shown since the last time.
    bool sees(const QByteArray& text);
    void type(const QByteArray& text) const;
    /// Waits for the end; -1 when it does not come or is a crash.
    int exitCode();
    /// All that was shown, with the echo of what was typed if there was one.
    [[nodiscard]] const QByteArray& shown() const { return m_shown; }

private:
    bool readSome();

    int m_master = -1;
    int m_process = -1;
    QByteArray m_shown;
    qsizetype m_numSeen = 0;
};

} // namespace tf::test
