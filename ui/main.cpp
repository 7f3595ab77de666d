// trifold: the workspace as a window.

#include "kernels/base/log.h"
#include "kernels/base/words.h"
#include "ui/language/language.h"
#include "ui/shell/caret_rest.h"
#include "ui/shell/desktop.h"
#include "ui/shell/first_paint.h"
#include "ui/shell/main_window.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"

#include <QApplication>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

constexpr tf::LogCategory kMainLog{"ui"};
constexpr int kFailed = 1;
constexpr int kMisused = 2;

constexpr const char* kHelp = "Trifold: a desktop workspace for the open-weight model MiniMax M3.\n"
                              "\n"
                              "usage: trifold [PATH…]\n"
                              "       trifold --version\n"
                              "       trifold --help\n"
                              "\n"
                              "PATH: a folder, an archive, a picture, a recording, a text or a "
                              "git address; it lies ready in a new session.\n"
                              "\n"
                              "TRIFOLD_LOG=debug shows more on standard error; TRIFOLD_TRACE=start "
                              "the moments of the first picture and the first reading.\n"
                              "Without a screen, m3 does the same work from a terminal.\n";

bool isSet(const char* variable)
{
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

/// Qt ends the process with a core file when it finds no screen; a sentence says more.
void reportFatal(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type != QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text)));
        return;
    }
    const std::string reason = text.toStdString();
    std::fprintf(stderr, "trifold: cannot open a window: %s\n",
                 reason.substr(0, reason.find('\n')).c_str());
    std::_Exit(kFailed);
}

int complain(const std::string& message, int exitCode)
{
    std::fprintf(stderr, "trifold: %s\n", message.c_str());
    return exitCode;
}

/// Behind "--" nothing is one.
const char* unknownOption(int argc, char** argv)
{
    for (int idx = 1; idx < argc && std::string_view(argv[idx]) != "--"; ++idx) {
        if (argv[idx][0] == '-')
            return argv[idx];
    }
    return nullptr;
}

/// Whole paths, so that they hold wherever the program goes; addresses as they are.
QStringList placesIn(int argc, char** argv)
{
    QStringList places;
    bool isBehindOptions = false;
    for (int idx = 1; idx < argc; ++idx) {
        const std::string_view argument = argv[idx];
        if (!isBehindOptions && argument == "--") {
            isBehindOptions = true;
            continue;
        }
        const QString place = QFile::decodeName(argv[idx]);
        if (place.isEmpty())
            continue;
        const bool isAddress = place.contains(QLatin1StringView("://"));
        places.append(isAddress ? place : QDir::cleanPath(QDir::current().absoluteFilePath(place)));
    }
    return places;
}

int openWorkspace(QApplication& application, const QStringList& given)
{
    if (const auto fonts = tf::ui::loadFonts(); !fonts)
        return complain(fonts.error().describe(), kFailed);
    tf::ui::Theme theme(tf::ui::shadeOf(QApplication::palette()));
    QApplication::setStyle(new tf::ui::Style(theme));
    const QString settingsPath = tf::settings::defaultPath();
    tf::settings::Loaded settings = tf::settings::load(settingsPath);
    const tf::ui::Language language(settings.settings.language, QLocale::system());
    tf::workspace::Places places = tf::workspace::defaultPlaces();
    if (places.model.empty())
        places.model = settings.settings.model.toStdString();
    const auto workspace = tf::workspace::Workspace::open(places);
    if (!workspace)
        return complain(workspace.error().describe(), kFailed);
    tf::ui::Desktop desktop(theme, *workspace.value(), settingsPath, std::move(settings));
    QApplication::setWindowIcon(
        tf::ui::tinted(tf::ui::Icon::Trifold, 64, 1, theme.color(tf::ui::Token::Accent)));
    const tf::ui::CaretRest caretRest;
    tf::ui::MainWindow& window = desktop.openWindow(given);
    if (const char* trace = std::getenv("TRIFOLD_TRACE");
        trace != nullptr && std::string_view(trace).find("start") != std::string_view::npos)
        new tf::ui::FirstPaint(window, window.page().pane().view());
    return application.exec();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1) {
        const std::string_view argument = argv[1];
        if (argument == "--version")
            return std::puts("trifold " TRIFOLD_VERSION) < 0 ? kFailed : 0;
        if (argument == "--help" || argument == "-h")
            return std::fputs(kHelp, stdout) < 0 ? kFailed : 0;
    }
    if (const char* option = unknownOption(argc, argv))
        return complain(tf::words("it takes no argument \"", option, "\"; try trifold --help"),
                        kMisused);
    if (const char* filter = std::getenv("TRIFOLD_LOG")) {
        if (const auto unknown = tf::setLogFilter(filter); !unknown.empty())
            tf::warn(kMainLog, "TRIFOLD_LOG: no such severity: ", unknown);
    }
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM"))
        return complain("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. "
                        "From a terminal, use m3.",
                        kFailed);

    const QStringList places = placesIn(argc, argv); // before Qt looks for its own options
    const QtMessageHandler usual = qInstallMessageHandler(reportFatal);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setApplicationName(QStringLiteral("trifold"));
    QApplication::setApplicationDisplayName(QStringLiteral("Trifold"));
    QApplication::setApplicationVersion(QStringLiteral(TRIFOLD_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("trifold"));
    return openWorkspace(application, places);
}
