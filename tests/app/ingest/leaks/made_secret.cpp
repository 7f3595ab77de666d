#include "tests/app/ingest/leaks/made_secret.h"

#include "app/ingest/leaks/shape.h"
#include "app/ingest/leaks/value.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::test {

namespace {

std::string membersOf(std::uint16_t alphabet)
{
    std::string members;
    for (int byte = 1; byte < 127; ++byte)
        if (ingest::isOf(static_cast<char>(byte), alphabet) && byte != '\n' && byte != '\r')
            members += static_cast<char>(byte);
    return members;
}

/// As short as the shape allows, or a little longer; letters and digits take turns at first, so
/// that even the shortest looks drawn.
std::string runOf(Gen& gen, const ingest::ShapePiece& piece)
{
    constexpr std::string_view kTurns = "a7bK3fQ9d2";
    const std::string members = membersOf(piece.alphabet);
    const auto spare = std::min<std::size_t>(piece.most - piece.least, 8);
    std::string run;
    for (std::size_t count = piece.least + gen.below(spare + 1); run.size() < count;) {
        const char turn = kTurns[run.size() % kTurns.size()];
        const bool takesTurn = run.size() < 6 && members.find(turn) != std::string::npos;
        run += takesTurn ? turn : gen.pick(members);
    }
    return run;
}

} // namespace

std::string drawn(Gen& gen, char alphabet, std::size_t count)
{
    const std::string spelled = words("{", alphabet, count, "}");
    return runOf(gen, ingest::Shape(spelled).pieces()[0]);
}

std::string secretOf(Gen& gen, const ingest::Rule& rule)
{
    const ingest::Shape shape(rule.shape);
    std::string secret;
    for (int attempt = 0; attempt < 100; ++attempt) {
        secret.clear();
        for (const auto& piece : shape.pieces())
            secret += piece.literal.empty() ? runOf(gen, piece) : std::string(piece.literal);
        const auto first = shape.pieces()[0].literal.size();
        const auto run = std::string_view(secret).substr(first);
        if (ingest::entropyOf(run) >= rule.entropy && !ingest::isPlaceholder(run))
            break;
    }
    return secret;
}

std::string lineWith(const ingest::Rule& rule, std::string_view secret)
{
    const auto name = rule.names.substr(0, rule.names.find('|'));
    return name.empty() ? words("connect(\"", secret, "\")\n")
                        : words(name, " = \"", secret, "\"\n");
}

std::string rulesOf(std::string_view path, std::string_view text)
{
    std::string all;
    for (const auto& leak : ingest::findLeaks(path, text))
        all += words(all.empty() ? "" : " ", leak.rule);
    return all;
}

std::string foundIn(std::string_view path, std::string_view text)
{
    std::string all;
    for (const auto& leak : ingest::findLeaks(path, text))
        all += words("[", text.substr(leak.begin, leak.end - leak.begin), "]");
    return all;
}

} // namespace tf::test
