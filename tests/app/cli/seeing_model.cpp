#include "tests/app/cli/seeing_model.h"

#include "kernels/base/words.h"
#include "tests/app/cli/media_files.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <utility>

namespace {

constexpr int kFirstLetter = 32; // a space
constexpr int kLastLetter = 126;
constexpr int kNewLine = 95; // its id; a letter's is its distance from the first
constexpr int kBeyondTheModel = 128; // ids of bytes that no test says

/// The last three are those that the model's config names.
constexpr std::pair<int, std::string_view> kMarks[] = {
    {96, "]~!b["},
    {97, "]~b]"},
    {98, "]<]minimax[>["},
    {99, "<mm:think>"},
    {100, "</mm:think>"},
    {101, "]<]start of image[>["},
    {102, "]<]end of image[>["},
    {125, "]<]image[>["},
    {126, "]<]video[>["},
    {127, "[e~["},
};
constexpr int kFirstUnused = 103;
constexpr int kLastUnused = 124;

QString source(const char* path)
{
    return QString::fromStdString(tf::words(TRIFOLD_SOURCE_DIR, "/tests/golden/", path));
}

QJsonObject readJson(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

/// The printable character that stands for each byte in byte-level vocabularies.
QString symbolOf(int byte)
{
    const auto isPlain = [](int one) {
        return (one > 32 && one < 127) || (one > 160 && one != 173);
    };
    if (isPlain(byte))
        return QChar(byte);
    int numBefore = 0;
    for (int one = 0; one < byte; ++one)
        numBefore += isPlain(one) ? 0 : 1;
    return QChar(256 + numBefore);
}

QJsonObject vocabulary()
{
    QJsonObject vocab;
    int next = kBeyondTheModel;
    for (int byte = 0; byte < 256; ++byte) {
        const bool isLetter = byte >= kFirstLetter && byte <= kLastLetter;
        vocab[symbolOf(byte)] = isLetter ? byte - kFirstLetter : byte == '\n' ? kNewLine : next++;
    }
    return vocab;
}

QJsonArray marks(QJsonObject sample)
{
    QJsonArray all;
    const auto add = [&](int id, const QString& text) {
        sample[u"id"] = id;
        sample[u"content"] = text;
        all.append(sample);
    };
    for (const auto& [id, text] : kMarks)
        add(id, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    for (int id = kFirstUnused; id <= kLastUnused; ++id)
        add(id, QStringLiteral("<unused %1>").arg(id));
    return all;
}

} // namespace

void makeSeeingModel(const QString& folder)
{
    const QDir tiny(source("sight/tiny"));
    for (const QString& name :
         tiny.entryList({QStringLiteral("*.safetensors"), QStringLiteral("*.json")}))
        QVERIFY(QFile::copy(tiny.filePath(name), QDir(folder).filePath(name)));
    QJsonObject tokenizer = readJson(source("tokenizer/small.json"));
    QJsonObject model = tokenizer[u"model"].toObject();
    model[u"vocab"] = vocabulary();
    model[u"merges"] = QJsonArray();
    tokenizer[u"model"] = model;
    tokenizer[u"added_tokens"] = marks(tokenizer[u"added_tokens"].toArray().first().toObject());
    writeFile(QDir(folder).filePath(QStringLiteral("tokenizer.json")),
              QJsonDocument(tokenizer).toJson());
}

std::vector<std::int32_t> idsByHand(const std::string& text)
{
    std::vector<std::int32_t> ids;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        for (const auto& [id, mark] : kMarks) {
            if (text.compare(begin, mark.size(), mark) != 0)
                continue;
            ids.push_back(id);
            at += mark.size();
            break;
        }
        if (at > begin)
            continue;
        ids.push_back(text[at] == '\n' ? kNewLine : text[at] - kFirstLetter);
        ++at;
    }
    return ids;
}

char letterOf(std::int32_t id)
{
    if (id == kNewLine)
        return '\n';
    return id < kNewLine ? static_cast<char>(id + kFirstLetter) : '?';
}
