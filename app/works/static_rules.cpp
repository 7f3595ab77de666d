#include "app/works/static_rules.h"

#include "app/works/code_shape.h"
#include "app/works/line.h"
#include "app/workspace/said.h"
#include "engine/json/value.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tf::works {

namespace {

using workspace::Said;
using workspace::said;

using Warnings = std::vector<StaticWarning>;

constexpr int kMostDoors = 200; ///< that are looked at in a file

void warn(Warnings& to, const AnswerFile& file, std::int64_t line, const char* rule,
          std::string text)
{
    to.push_back({Severity::Warning, file.path, line, rule, std::move(text)});
}

void fault(Warnings& to, const AnswerFile& file, std::int64_t line, std::string text)
{
    to.push_back({Severity::Fault, file.path, line, "syntax", std::move(text)});
}

template <class Look>
void eachLine(std::string_view text, const Look& look)
{
    std::int64_t number = 0;
    for (Lines lines(text); !lines.atEnd();)
        look(lines.next(), ++number);
}

std::string_view withoutComment(std::string_view line)
{
    if (trimmed(line).starts_with('#') || trimmed(line).starts_with("//"))
        return {};
    return line.substr(0, line.find(" #"));
}

/// All numbers of ports behind such a name: "from_port = 22", "ports = [\"22\", \"80-90\"]".
std::vector<std::string> portsIn(std::string_view text)
{
    std::vector<std::string> ports;
    eachLine(text, [&ports](std::string_view line, std::int64_t) {
        const std::size_t sign = line.find('=');
        if (sign == line.npos || !speaksOf(line.substr(0, sign), "port"))
            return;
        std::string number;
        for (const char letter : std::string(line.substr(sign + 1)) + " ") {
            if ((letter >= '0' && letter <= '9') || letter == '-')
                number += letter;
            else if (!number.empty())
                ports.push_back(std::exchange(number, {}));
        }
    });
    return ports;
}

bool areWebPorts(const std::vector<std::string>& ports)
{
    return !ports.empty() && std::all_of(ports.begin(), ports.end(), [](const std::string& port) {
        return port == "80" || port == "443" || port == "80-80" || port == "443-443";
    });
}

bool isEveryone(std::string_view line)
{
    if (line.find("0.0.0.0/0") != line.npos || line.find("\"::/0\"") != line.npos)
        return true;
    return speaksOf(line, "source_address_prefix")
        && (line.find("\"*\"") != line.npos || speaksOf(line, "\"internet\""));
}

/// The block that a line lies in, and what it lies in itself.
bool isInward(const HclShape& shape, const HclBlock& block)
{
    for (const HclBlock* at = &block;; at = &shape.blocks[static_cast<std::size_t>(at->parent)]) {
        for (const std::string_view other :
             {"egress", "route", "output", "variable", "network_acl"}) {
            if (speaksOf(at->head, other))
                return false;
        }
        if (at->parent < 0)
            break;
    }
    return !speaksOf(block.text, "\"egress\"") && !speaksOf(block.text, "\"outbound\"");
}

void warnOfOpenDoors(const AnswerFile& file, const HclShape& shape, Warnings& to)
{
    int numDoors = 0;
    eachLine(file.text, [&](std::string_view line, std::int64_t number) {
        if (numDoors >= kMostDoors || !isEveryone(withoutComment(line)))
            return;
        ++numDoors;
        const HclBlock* inner = nullptr;
        for (const HclBlock& block : shape.blocks) {
            if (block.line <= number && number <= block.lastLine)
                inner = &block;
        }
        if (inner == nullptr || !isInward(shape, *inner) || areWebPorts(portsIn(inner->text)))
            return;
        warn(to, file, number, "open-to-the-world",
             said(Said::tr("It lets the whole world in, and not to ports 80 and 443 alone.")));
    });
}

void warnOfPublicBuckets(const AnswerFile& file, Warnings& to)
{
    eachLine(file.text, [&](std::string_view whole, std::int64_t number) {
        const auto line = withoutComment(whole);
        const bool isOpen = speaksOf(line, "\"public-read")
            || (speaksOf(line, "block_public_") && speaksOf(line, "false"))
            || (speaksOf(line, "restrict_public_buckets") && speaksOf(line, "false"))
            || speaksOf(line, "\"allusers\"")
            || (speaksOf(line, "container_access_type")
                && (speaksOf(line, "\"blob\"") || speaksOf(line, "\"container\"")));
        if (isOpen)
            warn(to, file, number, "public-bucket",
                 said(Said::tr("Everybody can read what is stored there.")));
    });
}

/// "nginx", "nginx:latest"; neither "nginx:1.27" nor "nginx@sha256:…" nor "${var.image}".
bool isUnpinned(std::string_view image)
{
    image = trimmed(image);
    while (!image.empty() && std::string_view("\"', ").find(image.back()) != image.npos)
        image.remove_suffix(1);
    while (!image.empty() && std::string_view("\"' ").find(image.front()) != image.npos)
        image.remove_prefix(1);
    if (image.empty() || image.find('@') != image.npos || image.find('$') != image.npos
        || image.find("{{") != image.npos || image.find_first_of(" =.[(") == 0)
        return false;
    const std::size_t slash = image.rfind('/');
    const std::string_view name = slash == image.npos ? image : image.substr(slash + 1);
    const std::size_t colon = name.find(':');
    return colon == name.npos || name.substr(colon + 1) == "latest";
}

void warnOfTag(const AnswerFile& file, std::string_view image, std::int64_t line, Warnings& to)
{
    if (isUnpinned(image))
        warn(to, file, line, "latest-tag",
             said(Said::tr("The image has no version: it is another one every time.")));
}

/// Behind "image" and its sign; empty: the line is about something else.
std::string_view imageOn(std::string_view line, char sign)
{
    auto words = trimmed(withoutComment(line));
    if (words.starts_with("- "))
        words = trimmed(words.substr(2));
    if (!words.starts_with("image"))
        return {};
    words = trimmed(words.substr(5));
    return words.starts_with(sign) ? trimmed(words.substr(1)) : std::string_view();
}

void warnOfImages(const AnswerFile& file, char sign, Warnings& to)
{
    eachLine(file.text, [&](std::string_view line, std::int64_t number) {
        const auto image = imageOn(line, sign);
        const bool isValue = sign == ':' || image.starts_with('"');
        if (!image.empty() && isValue)
            warnOfTag(file, image, number, to);
    });
}

void warnOfWorkload(const AnswerFile& file, const YamlDocument& document, Warnings& to)
{
    const std::string kind = topValue(document.text, "kind");
    constexpr std::string_view kKinds[] = {"Deployment", "StatefulSet", "DaemonSet", "Job",
                                           "CronJob",    "Pod",         "ReplicaSet"};
    const bool isWorkload =
        std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
    if (isWorkload && document.text.find("limits:") == std::string_view::npos)
        warn(to, file, document.line, "no-limits",
             said(Said::tr("Its containers have no resource limits.")));
    if (!kind.empty() && topValue(document.text, "apiVersion").empty())
        fault(to, file, document.line, said(Said::tr("It has a kind, and no apiVersion.")));
}

bool isCompose(const AnswerFile& file)
{
    return !topValue(file.text, "kind").empty()
        ? false
        : file.text.starts_with("services:") || file.text.find("\nservices:") != std::string::npos;
}

} // namespace

void warnOfHcl(const AnswerFile& file, std::vector<StaticWarning>& to)
{
    const HclShape shape = shapeOfHcl(file.text);
    if (shape.brokenLine != 0)
        fault(to, file, shape.brokenLine,
              said(Said::tr("A bracket or a string is open there that does not close.")));
    warnOfOpenDoors(file, shape, to);
    warnOfPublicBuckets(file, to);
    warnOfImages(file, '=', to);
}

void warnOfYaml(const AnswerFile& file, std::vector<StaticWarning>& to)
{
    if (const auto line = tabbedLine(file.text); line != 0)
        fault(to, file, line,
              said(Said::tr("It is indented by a tab, which YAML does not allow.")));
    warnOfImages(file, ':', to);
    for (const YamlDocument& document : documentsOf(file.text))
        warnOfWorkload(file, document, to);
    const bool hasLimits = file.text.find("limits:") != std::string::npos
        || file.text.find("mem_limit:") != std::string::npos;
    if (isCompose(file) && !hasLimits)
        warn(to, file, 0, "no-limits", said(Said::tr("Its services have no resource limits.")));
    eachLine(file.text, [&](std::string_view line, std::int64_t number) {
        const auto words = trimmed(withoutComment(line));
        if (words == "privileged: true" || words == "hostNetwork: true")
            warn(to, file, number, "privileged",
                 said(Said::tr("It gets the rights of the machine that it runs on.")));
    });
}

void warnOfJson(const AnswerFile& file, std::vector<StaticWarning>& to)
{
    if (const auto value = json::parse(file.text); !value)
        fault(to, file, 0, said(Said::tr("It is not valid JSON: %1"), {value.error().text}));
}

void warnOfDockerfile(const AnswerFile& file, std::vector<StaticWarning>& to)
{
    std::set<std::string> stages{"scratch"};
    eachLine(file.text, [&](std::string_view line, std::int64_t number) {
        auto words = trimmed(line);
        if (inSmallLetters(words.substr(0, 5)) != "from ")
            return;
        words = trimmed(words.substr(5));
        while (words.starts_with("--"))
            words = trimmed(words.substr(std::min(words.find(' '), words.size())));
        const auto image = words.substr(0, words.find(' '));
        if (stages.count(inSmallLetters(image)) == 0)
            warnOfTag(file, image, number, to);
        const auto rest = trimmed(words.substr(image.size()));
        if (inSmallLetters(rest.substr(0, 3)) == "as ")
            stages.insert(inSmallLetters(trimmed(rest.substr(3))));
    });
}

} // namespace tf::works
