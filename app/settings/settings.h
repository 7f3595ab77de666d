#pragma once

// What Trifold remembers between two starts, and the file it is kept in.
//
// Plain values, read once at start and written whole when something changes. What this version
// does not know in the file is carried along and written back. Thread: any; a file has one writer.

#include "app/settings/json_file.h"
#include "app/settings/repository_rule.h"

#include <QStringList>

#include <map>

namespace tf::settings {

/// Where keys are kept unless a verb is told otherwise. Auto: the desktop's keyring, and where none
/// answers that is said; no other place is taken for it unasked.
enum class KeyPlaceChoice : std::uint8_t { Auto, Keyring, File, Memory };

/// How new sessions of the model on this machine think.
enum class ThinkingStart : std::uint8_t { Adaptive, On, Off };

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

/// Of the window; m3 speaks English.
enum class LanguageChoice : std::uint8_t { System, English, German, Chinese };

inline constexpr std::int64_t kLeastContext = 1024; ///< tokens
inline constexpr std::int64_t kMostContext = 16'777'216;
inline constexpr int kMostThreads = 1024;

inline constexpr int kLeastZoom = 80; ///< percent
inline constexpr int kMostZoom = 200;
inline constexpr int kMostPaneWidth = 10'000;
inline constexpr qsizetype kMostKeys = 1000; ///< actions with keys of the user's own
inline constexpr qsizetype kMostRules = 10'000;
inline constexpr qsizetype kMostHosts = 100; ///< of one rule

/// The window that was closed last; the next one opens like it.
struct Window {
    QByteArray geometry; ///< QWidget::saveGeometry(); empty: the system places it
    int sessionsWidth = 240;
    int inspectorWidth = 340;
    bool sessionsShown = true;
    bool inspectorShown = true;
    QString session; ///< that it showed; empty: none

    bool operator==(const Window&) const = default;
};

/// How the model on this machine is loaded.
struct LocalEngine {
    std::int64_t contextTokens = 32'768; ///< at most what the model takes
    int threads = 0; ///< 0: every CPU
    ThinkingStart thinking = ThinkingStart::Adaptive;

    bool operator==(const LocalEngine&) const = default;
};

struct Settings {
    ThemeChoice theme = ThemeChoice::System;
    LanguageChoice language = LanguageChoice::System;
    int zoomPercent = 100;
    int codeZoomPercent = 0; ///< 0: as the words
    /// By an action's name: the keys that stand in place of its own, in Qt's portable form; an
    /// empty list takes them away.
    std::map<QString, QStringList> keys;
    QString engine; ///< that new sessions ask; empty: the first there is
    QString model; ///< the folder of the local engine's; empty: none was ever loaded
    LocalEngine local;
    Window window;
    KeyPlaceChoice keyPlace = KeyPlaceChoice::Auto;
    std::vector<RepositoryRule> repositories;
    QJsonObject asRead; ///< the document these came from, with what this version does not know

    bool operator==(const Settings&) const = default;
};

struct Loaded {
    Settings settings;
    std::vector<Notice> notices;
    Saving saving = Saving::Allowed;
};

/// $XDG_CONFIG_HOME/trifold/settings.json.
[[nodiscard]] QString defaultPath();

/// Never fails: a file that is not there means defaults, a broken one is set aside.
[[nodiscard]] Loaded load(const QString& path);

/// Writes the whole file or leaves the old one; makes the folder.
Result<> save(const QString& path, const Settings& settings);

/// The settings in a document, or BadInput when it is no JSON object within the limits.
[[nodiscard]] Result<Loaded> parse(const QByteArray& document);

/// parse(write(s)) gives s again.
[[nodiscard]] QByteArray write(const Settings& settings);

/// The names that stand in the file for each ThemeChoice, in its order.
inline constexpr const char* kThemeNames[] = {"system", "light", "dark"};
inline constexpr const char* kLanguageNames[] = {"system", "en", "de", "zh_CN"};
/// The same of each ThinkingStart.
inline constexpr const char* kThinkingNames[] = {"adaptive", "on", "off"};

/// The same of each KeyPlaceChoice.
inline constexpr const char* kKeyPlaceNames[] = {"auto", "keyring", "file", "memory"};

} // namespace tf::settings
