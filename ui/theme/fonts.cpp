#include "ui/theme/fonts.h"

#include "kernels/base/words.h"

#include <QFontDatabase>
#include <QResource>

using namespace Qt::StringLiterals;

/// Outside every namespace, as Q_INIT_RESOURCE demands.
static void initFontResource()
{
    Q_INIT_RESOURCE(fonts);
}

namespace tf::ui {

namespace {

struct RoleRow {
    const char* family;
    int pixels;
    QFont::Weight weight;
};

constexpr RoleRow kRoles[] = {
    {"Inter", 13, QFont::Normal}, // Body
    {"Inter", 12, QFont::Normal}, // Small
    {"Inter", 13, QFont::DemiBold}, // Strong
    {"Inter", 18, QFont::DemiBold}, // Heading
    {"JetBrains Mono", 12, QFont::Normal}, // Keys
    {"Inter", 14, QFont::Normal}, // Reading: the words of a conversation
    {"JetBrains Mono", 13, QFont::Normal}, // Code
};

// What the roles above use; the other styles wait in the program until something sets text in them.
constexpr const char* kAtStart[] = {"Inter-Regular.otf", "Inter-SemiBold.otf",
                                    "JetBrainsMono-Regular.ttf"};

Result<> loadFont(const char* file)
{
    const QByteArray bytes = embeddedFont(file);
    if (bytes.isEmpty() || QFontDatabase::addApplicationFontFromData(bytes) < 0)
        return Error{Code::Internal, words("the embedded font ", file, " cannot be used")};
    return {};
}

} // namespace

QByteArray embeddedFont(const char* file)
{
    initFontResource();
    const QResource resource(u":/fonts/"_s + QLatin1StringView(file));
    // The bytes stay in the program's own pages: no copy is made.
    return QByteArray::fromRawData(reinterpret_cast<const char*>(resource.data()),
                                   static_cast<qsizetype>(resource.size()));
}

Result<> loadFonts()
{
    for (const char* file : kAtStart)
        TRY(loadFont(file));
    return {};
}

QFont fontFor(FontRole role, int zoomPercent)
{
    const RoleRow& row = kRoles[static_cast<int>(role)];
    QFont font(QString::fromLatin1(row.family));
    font.setPixelSize(qRound(row.pixels * zoomPercent / 100.0));
    font.setWeight(row.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Else JetBrains Mono joins "++" into one sign, and Qt 6.4 cannot switch off a single feature.
    if (role == FontRole::Keys || role == FontRole::Code)
        font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace tf::ui
