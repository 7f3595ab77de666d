#include "app/workspace/tray/kept_choice.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tf::workspace {

namespace {

using app::ClipChoice;
using app::ClipForm;
using app::ClipSampling;
using app::CoveredStretch;
using app::Mark;
using app::MarkKind;
using app::PictureEdit;
using app::Region;
using app::Spot;

constexpr qsizetype kMostParts = 10'000; ///< of a list that is read

/// Words of an enumeration, in its order.
constexpr QLatin1StringView kSends[] = {"whole"_L1, "changes"_L1};
constexpr QLatin1StringView kTiers[] = {"low"_L1, "default"_L1, "high"_L1};
constexpr QLatin1StringView kSamplings[] = {"rate"_L1, "moments"_L1, "both"_L1, "picked"_L1};
constexpr QLatin1StringView kForms[] = {"engine"_L1, "file"_L1, "frames"_L1};
constexpr QLatin1StringView kMarks[] = {"box"_L1, "arrow"_L1, "number"_L1};

template <class E, std::size_t N>
E enumOf(const QJsonValue& value, const QLatin1StringView (&names)[N], E otherwise)
{
    const QString name = value.toString();
    const auto* found = std::find(std::begin(names), std::end(names), name);
    return found == std::end(names) ? otherwise : static_cast<E>(found - std::begin(names));
}

template <class E, std::size_t N>
QString nameOf(E value, const QLatin1StringView (&names)[N])
{
    return names[static_cast<std::size_t>(value)];
}

/// Writes a member that is not what it is by default.
template <class T>
void put(QJsonObject& object, QLatin1StringView name, const T& value, const T& otherwise)
{
    if (value != otherwise)
        object[name] = value;
}

template <class T, class Make>
QJsonArray arrayOf(const std::vector<T>& values, const Make& make)
{
    QJsonArray array;
    for (const T& value : values)
        array.append(make(value));
    return array;
}

template <class T, class Make>
std::vector<T> listOf(const QJsonValue& value, const Make& make)
{
    std::vector<T> list;
    const QJsonArray array = value.toArray();
    for (qsizetype idx = 0; idx < std::min(array.size(), kMostParts); ++idx) {
        if (const std::optional<T> one = make(array[idx]))
            list.push_back(*one);
    }
    return list;
}

void putList(QJsonObject& object, QLatin1StringView name, const QJsonArray& list)
{
    if (!list.isEmpty())
        object[name] = list;
}

// Rules of a repository

QJsonObject objectOf(const RepositoryChoice& choice)
{
    QJsonObject object;
    const ingest::RuleChoice none;
    putList(object, "rules"_L1, arrayOf(choice.rules.rules, [](const ingest::UserRule& rule) {
                return QJsonValue((rule.includes ? u'+' : u'-')
                                  + QString::fromStdString(rule.glob));
            }));
    put(object, "most"_L1, qint64(choice.rules.mostBytes), qint64(none.mostBytes));
    put(object, "ignored"_L1, choice.rules.takesIgnored, none.takesIgnored);
    put(object, "generated"_L1, choice.rules.takesGenerated, none.takesGenerated);
    put(object, "vendored"_L1, choice.rules.takesVendored, none.takesVendored);
    put(object, "locks"_L1, choice.rules.takesLockFiles, none.takesLockFiles);
    put(object, "budget"_L1, qint64(choice.budget), qint64(0));
    put(object, "sends"_L1, nameOf(choice.sends, kSends), nameOf(Sends::Whole, kSends));
    return object;
}

RepositoryChoice repositoryFrom(const QJsonObject& object)
{
    RepositoryChoice choice;
    choice.rules.rules = listOf<ingest::UserRule>(object["rules"_L1], [](const QJsonValue& value) {
        auto rule = ingest::parseUserRule(value.toString().toStdString());
        return rule ? std::optional(std::move(*rule)) : std::nullopt;
    });
    choice.rules.mostBytes =
        std::max<std::int64_t>(object["most"_L1].toInteger(choice.rules.mostBytes), 1);
    choice.rules.takesIgnored = object["ignored"_L1].toBool();
    choice.rules.takesGenerated = object["generated"_L1].toBool();
    choice.rules.takesVendored = object["vendored"_L1].toBool();
    choice.rules.takesLockFiles = object["locks"_L1].toBool();
    choice.budget = std::max<std::int64_t>(object["budget"_L1].toInteger(), 0);
    choice.sends = enumOf(object["sends"_L1], kSends, Sends::Whole);
    return choice;
}

// Places in a picture

QJsonArray arrayOf(const Region& region)
{
    return {region.at.x, region.at.y, region.size.width, region.size.height};
}

std::optional<Region> regionFrom(const QJsonValue& value)
{
    const QJsonArray sides = value.toArray();
    const Region region{{sides[0].toInt(-1), sides[1].toInt(-1)},
                        {sides[2].toInt(), sides[3].toInt()}};
    const bool makesSense = sides.size() == 4 && region.at.x >= 0 && region.at.y >= 0
        && region.size.width > 0 && region.size.height > 0;
    return makesSense ? std::optional(region) : std::nullopt;
}

QJsonValue valueOf(const Mark& mark)
{
    return QJsonArray{
        nameOf(mark.kind, kMarks), mark.from.x, mark.from.y, mark.to.x, mark.to.y, mark.number};
}

std::optional<Mark> markFrom(const QJsonValue& value)
{
    const QJsonArray parts = value.toArray();
    if (parts.size() != 6)
        return std::nullopt;
    return Mark{enumOf(parts[0], kMarks, MarkKind::Box),
                {parts[1].toInt(), parts[2].toInt()},
                {parts[3].toInt(), parts[4].toInt()},
                parts[5].toInt()};
}

QJsonObject objectOf(const PictureChoice& choice)
{
    QJsonObject object;
    put(object, "tier"_L1, nameOf(choice.tier, kTiers), nameOf(vision::Tier::Default, kTiers));
    put(object, "tiled"_L1, choice.isTiled, false);
    if (choice.edit.crop)
        object["crop"_L1] = arrayOf(*choice.edit.crop);
    putList(object, "covered"_L1, arrayOf(choice.edit.covered, [](const Region& region) {
                return QJsonValue(arrayOf(region));
            }));
    putList(object, "marks"_L1, arrayOf(choice.edit.marks, valueOf));
    return object;
}

PictureChoice pictureFrom(const QJsonObject& object)
{
    PictureChoice choice;
    choice.tier = enumOf(object["tier"_L1], kTiers, vision::Tier::Default);
    choice.isTiled = object["tiled"_L1].toBool();
    choice.edit.crop = regionFrom(object["crop"_L1]);
    choice.edit.covered = listOf<Region>(object["covered"_L1], regionFrom);
    choice.edit.marks = listOf<Mark>(object["marks"_L1], markFrom);
    return choice;
}

// Times of a clip

QJsonValue valueOf(double seconds)
{
    return seconds;
}

std::optional<double> secondsFrom(const QJsonValue& value)
{
    const double seconds = value.toDouble(-1);
    return seconds >= 0 && std::isfinite(seconds) ? std::optional(seconds) : std::nullopt;
}

QJsonValue valueOf(const CoveredStretch& covered)
{
    return QJsonArray{covered.from, covered.to, arrayOf(covered.region)};
}

std::optional<CoveredStretch> coveredFrom(const QJsonValue& value)
{
    const QJsonArray parts = value.toArray();
    const auto from = secondsFrom(parts[0]);
    const auto to = secondsFrom(parts[1]);
    const auto region = regionFrom(parts[2]);
    if (parts.size() != 3 || !from || !to || !region)
        return std::nullopt;
    return CoveredStretch{*from, *to, *region};
}

QJsonObject objectOf(const ClipChoice& choice)
{
    QJsonObject object;
    const ClipChoice none;
    put(object, "sampling"_L1, nameOf(choice.sampling, kSamplings),
        nameOf(none.sampling, kSamplings));
    put(object, "fps"_L1, choice.fps, none.fps);
    put(object, "from"_L1, choice.from, none.from);
    put(object, "to"_L1, choice.to, none.to);
    put(object, "most"_L1, qint64(choice.maxFrames), qint64(none.maxFrames));
    put(object, "tier"_L1, nameOf(choice.tier, kTiers), nameOf(none.tier, kTiers));
    put(object, "form"_L1, nameOf(choice.form, kForms), nameOf(none.form, kForms));
    const auto plain = [](double seconds) { return valueOf(seconds); };
    putList(object, "picked"_L1, arrayOf(choice.picked, plain));
    putList(object, "dropped"_L1, arrayOf(choice.dropped, plain));
    putList(object, "covered"_L1, arrayOf(choice.covered, [](const CoveredStretch& covered) {
                return valueOf(covered);
            }));
    return object;
}

ClipChoice clipFrom(const QJsonObject& object)
{
    ClipChoice choice;
    choice.sampling = enumOf(object["sampling"_L1], kSamplings, choice.sampling);
    choice.fps = std::clamp(object["fps"_L1].toDouble(choice.fps), 0.2, 5.0);
    choice.from = secondsFrom(object["from"_L1]).value_or(0);
    choice.to = secondsFrom(object["to"_L1]).value_or(0);
    choice.maxFrames = std::max<std::int64_t>(object["most"_L1].toInteger(), 0);
    choice.tier = enumOf(object["tier"_L1], kTiers, choice.tier);
    choice.form = enumOf(object["form"_L1], kForms, choice.form);
    choice.picked = listOf<double>(object["picked"_L1], secondsFrom);
    choice.dropped = listOf<double>(object["dropped"_L1], secondsFrom);
    choice.covered = listOf<CoveredStretch>(object["covered"_L1], coveredFrom);
    return choice;
}

} // namespace

QJsonObject keptChoice(const TrayChoice& choice)
{
    if (const auto* repository = std::get_if<RepositoryChoice>(&choice))
        return {{u"repository"_s, objectOf(*repository)}};
    if (const auto* picture = std::get_if<PictureChoice>(&choice))
        return {{u"picture"_s, objectOf(*picture)}};
    if (const auto* clip = std::get_if<ClipChoice>(&choice))
        return {{u"clip"_s, objectOf(*clip)}};
    return {};
}

TrayChoice trayChoiceFrom(const QJsonObject& kept)
{
    if (kept.contains("repository"_L1))
        return repositoryFrom(kept["repository"_L1].toObject());
    if (kept.contains("picture"_L1))
        return pictureFrom(kept["picture"_L1].toObject());
    if (kept.contains("clip"_L1))
        return clipFrom(kept["clip"_L1].toObject());
    return {};
}

} // namespace tf::workspace
