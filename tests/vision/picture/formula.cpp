#include "tests/vision/picture/formula.h"

#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <cctype>
#include <charconv>
#include <iterator>

namespace tf::test {

struct Formula::Node {
    std::string_view op; ///< of kOperators, "x", "y", or empty for a number
    std::uint64_t number = 0;
    std::unique_ptr<Node> left;
    std::unique_ptr<Node> right;
};

namespace {

using Node = Formula::Node;

struct Operator {
    std::string_view text;
    int strength;
    std::uint64_t (*apply)(std::uint64_t, std::uint64_t);
};

/// Longer spellings before their beginnings.
constexpr Operator kOperators[] = {
    {"<<", 8, [](std::uint64_t a, std::uint64_t b) { return a << b; }},
    {">>", 8, [](std::uint64_t a, std::uint64_t b) { return a >> b; }},
    {"<=", 7, [](std::uint64_t a, std::uint64_t b) { return std::uint64_t(a <= b); }},
    {">=", 7, [](std::uint64_t a, std::uint64_t b) { return std::uint64_t(a >= b); }},
    {"==", 6, [](std::uint64_t a, std::uint64_t b) { return std::uint64_t(a == b); }},
    {"!=", 6, [](std::uint64_t a, std::uint64_t b) { return std::uint64_t(a != b); }},
    {"*", 10, [](std::uint64_t a, std::uint64_t b) { return a * b; }},
    {"/", 10, [](std::uint64_t a, std::uint64_t b) { return a / b; }},
    {"%", 10, [](std::uint64_t a, std::uint64_t b) { return a % b; }},
    {"+", 9, [](std::uint64_t a, std::uint64_t b) { return a + b; }},
    {"-", 9, [](std::uint64_t a, std::uint64_t b) { return a - b; }},
    {"<", 7, [](std::uint64_t a, std::uint64_t b) { return std::uint64_t(a < b); }},
    {">", 7, [](std::uint64_t a, std::uint64_t b) { return std::uint64_t(a > b); }},
    {"&", 5, [](std::uint64_t a, std::uint64_t b) { return a & b; }},
    {"^", 4, [](std::uint64_t a, std::uint64_t b) { return a ^ b; }},
    {"|", 3, [](std::uint64_t a, std::uint64_t b) { return a | b; }},
};

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_rest(text)
    {
    }

    std::unique_ptr<Node> all()
    {
        auto node = expression(0);
        skipSpace();
        CHECK(m_rest.empty(), words("no formula from here on: ", m_rest));
        return node;
    }

private:
    void skipSpace()
    {
        while (!m_rest.empty() && m_rest.front() == ' ')
            m_rest.remove_prefix(1);
    }

    const Operator* nextOperator()
    {
        skipSpace();
        for (const Operator& one : kOperators) {
            if (m_rest.starts_with(one.text))
                return &one;
        }
        return nullptr;
    }

    std::unique_ptr<Node> expression(int weakest)
    {
        auto left = operand();
        const Operator* one = nextOperator();
        while (one != nullptr && one->strength > weakest) {
            m_rest.remove_prefix(one->text.size());
            auto node = std::make_unique<Node>();
            node->op = one->text;
            node->left = std::move(left);
            node->right = expression(one->strength);
            left = std::move(node);
            one = nextOperator();
        }
        return left;
    }

    std::unique_ptr<Node> operand()
    {
        skipSpace();
        CHECK(!m_rest.empty(), "a formula ends early");
        if (m_rest.front() == '(') {
            m_rest.remove_prefix(1);
            auto inner = expression(0);
            skipSpace();
            CHECK(m_rest.starts_with(')'), words("no formula from here on: ", m_rest));
            m_rest.remove_prefix(1);
            return inner;
        }
        auto node = std::make_unique<Node>();
        if (m_rest.front() == 'x' || m_rest.front() == 'y') {
            node->op = m_rest.front() == 'x' ? "x" : "y";
            m_rest.remove_prefix(1);
            return node;
        }
        const auto read =
            std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), node->number);
        CHECK(read.ec == std::errc(), words("no formula from here on: ", m_rest));
        m_rest.remove_prefix(static_cast<std::size_t>(read.ptr - m_rest.data()));
        return node;
    }

    std::string_view m_rest;
};

std::vector<std::uint64_t> valuesOf(const Node& node, std::uint64_t y, std::size_t width)
{
    if (node.op.empty() || node.op == "y")
        return std::vector<std::uint64_t>(width, node.op.empty() ? node.number : y);
    if (node.op == "x") {
        std::vector<std::uint64_t> values(width);
        for (std::size_t x = 0; x < width; ++x)
            values[x] = x;
        return values;
    }
    auto left = valuesOf(*node.left, y, width);
    const auto right = valuesOf(*node.right, y, width);
    for (const Operator& one : kOperators) {
        if (one.text != node.op)
            continue;
        for (std::size_t x = 0; x < width; ++x)
            left[x] = one.apply(left[x], right[x]);
    }
    return left;
}

} // namespace

Formula::Formula(std::string_view text)
    : m_root(Parser(text).all())
{
}
Formula::Formula(Formula&&) noexcept = default;
Formula::~Formula() = default;

std::vector<std::uint64_t> Formula::row(std::uint64_t y, std::size_t width) const
{
    return valuesOf(*m_root, y, width);
}

vision::Picture pictureOf(vision::Size size, const std::array<std::string, 3>& formula)
{
    vision::Picture picture;
    picture.size = size;
    picture.rgb.resize(static_cast<std::size_t>(size.area()) * 3);
    for (std::size_t channel = 0; channel < formula.size(); ++channel) {
        const Formula one(formula[channel]);
        std::size_t at = channel;
        for (std::int32_t y = 0; y < size.height; ++y) {
            for (const auto value : one.row(std::uint64_t(y), std::size_t(size.width))) {
                picture.rgb[at] = static_cast<std::uint8_t>(value);
                at += 3;
            }
        }
    }
    return picture;
}

std::string fingerprint(std::span<const std::byte> bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const std::byte byte : bytes)
        hash = (hash ^ std::to_integer<std::uint64_t>(byte)) * 0x100000001b3;
    char digits[16];
    const auto written = std::to_chars(std::begin(digits), std::end(digits), hash, 16);
    const std::string text(digits, written.ptr);
    return std::string(16 - text.size(), '0') + text;
}

} // namespace tf::test
