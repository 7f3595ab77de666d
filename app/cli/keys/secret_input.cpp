#include "app/cli/keys/secret_input.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace tf::cli {

namespace {

using secrets::Secret;

/// More than any key, so that too long a one is told and not cut.
constexpr std::size_t kMostBytes = std::size_t(20) << 10;
constexpr char kControlC = 3;
constexpr char kControlD = 4;
constexpr char kBackspace = 8;
constexpr char kDelete = 127;

class Descriptor {
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// A terminal that shows nothing of what is typed and sends Ctrl-C as a byte, so that no signal can
/// leave it like that.
class Unseen {
public:
    explicit Unseen(int terminal)
        : m_terminal(terminal)
    {
        if (tcgetattr(m_terminal, &m_before) != 0)
            return;
        termios unseen = m_before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL | ICANON | ISIG);
        m_isSet = tcsetattr(m_terminal, TCSAFLUSH, &unseen) == 0;
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen()
    {
        if (m_isSet)
            tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    [[nodiscard]] bool isSet() const { return m_isSet; }

private:
    int m_terminal;
    termios m_before = {};
    bool m_isSet = false;
};

/// The bytes of one line, in memory that is wiped; read one by one, since what stands behind the
/// line is not ours.
class SecretLine {
public:
    enum class Source : std::uint8_t { Pipe, Terminal };

    SecretLine(int descriptor, Source source)
        : m_descriptor(descriptor)
        , m_source(source)
    {
    }

    Result<Secret> read()
    {
        for (;;) {
            char byte = 0;
            const auto numRead = ::read(m_descriptor, &byte, 1);
            if (numRead < 0 && errno == EINTR)
                continue;
            if (numRead < 0)
                return systemError(errno, "cannot read the secret");
            if (numRead == 0 || byte == '\n' || isEnd(byte))
                return line();
            if (m_source == Source::Terminal && byte == kControlC)
                return Error{Code::Cancelled, "cancelled"};
            TRY(take(byte));
        }
    }

private:
    [[nodiscard]] bool isEnd(char byte) const
    {
        return m_source == Source::Terminal && (byte == '\r' || byte == kControlD);
    }

    Result<> take(char byte)
    {
        if (m_source == Source::Terminal && (byte == kDelete || byte == kBackspace)) {
            m_size -= m_size == 0 ? 0 : 1;
            return {};
        }
        if (m_size == m_bytes.size())
            return Error{Code::BadInput,
                         words("the secret is longer than ", m_bytes.size(), " bytes")};
        m_bytes.bytes()[m_size++] = static_cast<std::byte>(byte);
        return {};
    }

    /// Files from elsewhere end their lines with two characters.
    [[nodiscard]] Secret line() const
    {
        auto text = m_bytes.reveal().substr(0, m_size);
        if (m_source == Source::Pipe && text.ends_with('\r'))
            text.remove_suffix(1);
        return Secret(text);
    }

    int m_descriptor;
    Source m_source;
    Secret m_bytes = Secret::ofSize(kMostBytes);
    std::size_t m_size = 0;
};

void say(int terminal, std::string_view text)
{
    // What cannot be shown need not stop anything.
    [[maybe_unused]] const auto numWritten = ::write(terminal, text.data(), text.size());
}

Result<Secret> askAt(int terminal, const std::string& question)
{
    const Unseen unseen(terminal);
    if (!unseen.isSet())
        return Error{Code::Denied, "the terminal cannot hide what is typed"};
    say(terminal, question);
    auto line = SecretLine(terminal, SecretLine::Source::Terminal).read();
    say(terminal, "\n");
    return line;
}

} // namespace

Result<Secret> secretFromInput(const std::string& question)
{
    if (::isatty(STDIN_FILENO) == 1)
        return secretFromTerminal(question);
    return SecretLine(STDIN_FILENO, SecretLine::Source::Pipe).read();
}

Result<Secret> secretFromTerminal(const std::string& question)
{
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    if (terminal.get() < 0)
        return Error{Code::Denied, "there is no terminal to ask at"};
    return askAt(terminal.get(), question);
}

Result<Secret> secretFromFile(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0)
        return systemError(errno, words("cannot open ", path));
    return SecretLine(file.get(), SecretLine::Source::Pipe).read().because(words("from ", path));
}

} // namespace tf::cli
