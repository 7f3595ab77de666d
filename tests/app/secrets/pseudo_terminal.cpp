#include "tests/app/secrets/pseudo_terminal.h"

#include <csignal>
#include <vector>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tf::test {

namespace {

constexpr int kShownMs = 30'000;

/// Pointers as execve() wants them; the bytes stay with `texts`.
std::vector<char*> pointersTo(std::vector<QByteArray>& texts)
{
    std::vector<char*> pointers;
    for (QByteArray& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

PseudoTerminal::PseudoTerminal(const QString& program, const QStringList& arguments,
                               const QProcessEnvironment& environment)
{
    std::vector<QByteArray> words = {program.toUtf8()};
    for (const QString& argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<QByteArray> settings;
    for (const QString& setting : environment.toStringList())
        settings.push_back(setting.toUtf8());
    // Made before the fork: afterwards only what is safe in a signal handler may run.
    const auto argumentPointers = pointersTo(words);
    const auto settingPointers = pointersTo(settings);
    m_process = forkpty(&m_master, nullptr, nullptr, nullptr);
    if (m_process == 0) {
        execve(argumentPointers[0], argumentPointers.data(), settingPointers.data());
        _exit(127);
    }
}

PseudoTerminal::~PseudoTerminal()
{
    if (m_process > 1) { // never 0 or less: that would be a group, or everybody
        ::kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
    }
    if (m_master >= 0)
        ::close(m_master);
}

/// False at the end of the program or of patience.
bool PseudoTerminal::readSome()
{
    pollfd waiting = {m_master, POLLIN, 0};
    if (poll(&waiting, 1, kShownMs) <= 0)
        return false;
    char bytes[4096];
    const auto numRead = ::read(m_master, bytes, sizeof bytes);
    if (numRead <= 0)
        return false;
    m_shown.append(bytes, numRead);
    return true;
}

bool PseudoTerminal::sees(const QByteArray& text)
{
    while (!m_shown.mid(m_numSeen).contains(text)) {
        if (!readSome())
            return false;
    }
    m_numSeen = m_shown.indexOf(text, m_numSeen) + text.size();
    return true;
}

void PseudoTerminal::type(const QByteArray& text) const
{
    [[maybe_unused]] const auto numWritten =
        ::write(m_master, text.constData(), static_cast<std::size_t>(text.size()));
}

int PseudoTerminal::exitCode()
{
    while (readSome()) { }
    int status = 0;
    if (m_process <= 1 || waitpid(m_process, &status, 0) != m_process)
        return -1;
    m_process = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace tf::test
