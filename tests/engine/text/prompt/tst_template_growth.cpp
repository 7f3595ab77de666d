#include "engine/text/prompt/template.h"
#include "engine/text/prompt/template_text.h"
#include "kernels/base/words.h"
#include "tests/engine/text/prompt/random_chat.h"
#include "tests/engine/text/prompt/tests.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using text::Message;
using text::Role;
using text::Steering;
using text::ThinkingMode;

namespace {

std::string prompt(const text::ChatRequest& request, Steering steering = Steering::Faithful)
{
    return text::joined(MUST(text::render(request, steering)).segments);
}

text::ChatRequest firstOf(const text::ChatRequest& whole, std::size_t numMessages)
{
    text::ChatRequest first = whole;
    first.messages.resize(numMessages);
    first.addGenerationPrompt = false;
    return first;
}

bool isInstruction(Role role)
{
    return role == Role::System || role == Role::Developer;
}

/// The message after the first n fills the first blocks, which the n did not have yet.
bool nextLeads(const std::vector<Message>& messages, std::size_t n)
{
    if (n == 0)
        return isInstruction(messages[0].role) || messages[0].role == Role::Root;
    return n == 1 && messages[0].role == Role::Root && isInstruction(messages[1].role);
}

/// The n end inside a row of results, whose turn the template closes after the last one only.
bool cutsResults(const std::vector<Message>& messages, std::size_t n)
{
    return n > 0 && messages[n - 1].role == Role::Tool && messages[n].role == Role::Tool;
}

std::string historyOf(const std::string& reasoning, const std::string& answer)
{
    Message reply = {.role = Role::Assistant, .parts = {{text::PartKind::Text, answer}}};
    reply.reasoning = reasoning;
    return prompt({.messages = {{.role = Role::User, .parts = {}}, reply},
                   .thinkingMode = ThinkingMode::Adaptive,
                   .addGenerationPrompt = false});
}

/// What stands in the cache after the model wrote `reply` and the turn's end.
std::string asGenerated(ThinkingMode mode, const std::string& reply)
{
    const auto request =
        text::ChatRequest{.messages = {{.role = Role::User, .parts = {}}}, .thinkingMode = mode};
    return words(prompt(request, Steering::Steered), reply, text::kTurnEnd, "\n");
}

} // namespace

class TemplateGrowthTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aLongerConversationBeginsWithTheShorter()
    {
        int numInner = 0;
        const std::string wrong = test::forAll(
            600,
            [&](test::Gen& gen) -> std::string {
                const auto whole = test::randomChat(gen);
                const auto all = prompt(firstOf(whole, whole.messages.size()));
                for (std::size_t n = 0; n < whole.messages.size(); ++n) {
                    if (nextLeads(whole.messages, n) || cutsResults(whole.messages, n))
                        continue;
                    ++numInner;
                    if (!all.starts_with(prompt(firstOf(whole, n))))
                        return words("the first ", n, " of ", whole.messages.size(), " messages");
                }
                return {};
            },
            12);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(numInner > 1500);
    }

    void theGenerationPromptOnlyAddsToTheEnd()
    {
        const std::string wrong = test::forAll(
            500,
            [](test::Gen& gen) -> std::string {
                auto request = test::randomChat(gen);
                request.addGenerationPrompt = false;
                const auto without = prompt(request);
                request.addGenerationPrompt = true;
                return prompt(request).starts_with(without + "]~b]ai\n") ? "" : "differs";
            },
            12);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void exceptionTheFirstBlocksAreNotYetComplete()
    {
        const Message root = {.role = Role::Root, .parts = {{text::PartKind::Text, "r"}}};
        const Message system = {.role = Role::System, .parts = {{text::PartKind::Text, "s"}}};
        const text::ChatRequest whole = {.messages = {root, system}};
        const auto all = prompt(firstOf(whole, 2));
        QVERIFY(!all.starts_with(prompt(firstOf(whole, 0))));
        QVERIFY(!all.starts_with(prompt(firstOf(whole, 1))));
    }

    void exceptionARowOfResultsGoesOn()
    {
        int numCuts = 0;
        const std::string wrong = test::forAll(
            500,
            [&](test::Gen& gen) -> std::string {
                const auto whole = test::randomChat(gen);
                const auto all = prompt(firstOf(whole, whole.messages.size()));
                for (std::size_t n = 0; n < whole.messages.size(); ++n) {
                    if (!cutsResults(whole.messages, n))
                        continue;
                    ++numCuts;
                    const auto shorter = prompt(firstOf(whole, n));
                    if (all.starts_with(shorter))
                        return words("no exception at ", n);
                    const auto numEnd = text::kTurnEnd.size() + 1;
                    if (!all.starts_with(shorter.substr(0, shorter.size() - numEnd)))
                        return words("more than the turn's end differs at ", n);
                }
                return {};
            },
            12);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(numCuts > 30);
    }

    void whatTheModelWroteIsItsHistory()
    {
        QCOMPARE(historyOf("", "a"), asGenerated(ThinkingMode::Disabled, "a"));
        QCOMPARE(historyOf("r", "a"), asGenerated(ThinkingMode::Enabled, "r</mm:think>a"));
        QCOMPARE(historyOf("r", "a"),
                 asGenerated(ThinkingMode::Adaptive, "<mm:think>r</mm:think>a"));
        QCOMPARE(historyOf("", "a"), asGenerated(ThinkingMode::Adaptive, "</mm:think>a"));
    }

    void exceptionRepliesThatHistoryWritesAnew()
    {
        QVERIFY(historyOf("", "a") != asGenerated(ThinkingMode::Enabled, "</mm:think>a"));
        QVERIFY(historyOf("", "a") != asGenerated(ThinkingMode::Adaptive, "a"));
        QVERIFY(historyOf("", "a")
                != asGenerated(ThinkingMode::Adaptive, "<mm:think></mm:think>a"));
    }

    void steeredSwitchesTheModeAtTheEndOnly()
    {
        const std::string wrong = test::forAll(
            800,
            [](test::Gen& gen) -> std::string {
                auto request = test::randomChat(gen);
                request.addGenerationPrompt = true;
                request.thinkingMode = ThinkingMode::Adaptive;
                const auto adaptive = prompt(request);
                if (prompt(request, Steering::Steered) != adaptive)
                    return "adaptive itself is not faithful";
                request.thinkingMode = ThinkingMode::Enabled;
                if (prompt(request, Steering::Steered) != words(adaptive, text::kThinkOpen))
                    return "enabled";
                request.thinkingMode = ThinkingMode::Disabled;
                if (prompt(request, Steering::Steered) != words(adaptive, text::kThinkClose))
                    return "disabled";
                request.thinkingMode = ThinkingMode::Unnamed;
                return prompt(request, Steering::Steered) == adaptive ? "" : "unnamed";
            },
            12);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void exceptionFaithfulNamesTheModeNearTheStart()
    {
        const auto enabled = prompt({.thinkingMode = ThinkingMode::Enabled});
        const auto disabled = prompt({.thinkingMode = ThinkingMode::Disabled});
        const auto place = std::mismatch(enabled.begin(), enabled.end(), disabled.begin()).first;
        QVERIFY(place - enabled.begin() < 1000);
    }
};

std::unique_ptr<QObject> makeTemplateGrowthTest()
{
    return std::make_unique<TemplateGrowthTest>();
}

#include "tst_template_growth.moc"
