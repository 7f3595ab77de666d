#include "ui/transcript/failure/cause_words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tf::ui {

QString CauseWords::where(const FailureFacts& facts)
{
    if (!facts.host.isEmpty())
        return facts.host;
    return facts.engine.isEmpty() ? tr("The model on this machine") : facts.engine;
}

QString CauseWords::triedIn(const FailureFacts& facts)
{
    QStringList tried;
    if (facts.numRetries > 0)
        tried << tr("Asked %Ln times.", nullptr, facts.numRetries + 1);
    if (!facts.engine.isEmpty())
        tried << (facts.model.isEmpty()
                      ? tr("Endpoint “%1”.").arg(facts.engine)
                      : tr("Endpoint “%1”, model %2.").arg(facts.engine, facts.model));
    if (facts.hasText)
        tried << tr("What arrived is kept.");
    return tried.join(u' ');
}

/// The server was reached, and says no.
CauseWords CauseWords::ofServer(const FailureFacts& facts)
{
    CauseWords words;
    const QString host = where(facts);
    const std::int64_t status = facts.failure.status;
    const QString answered = status == 0 ? host : tr("%1 (HTTP %2)").arg(host).arg(status);
    switch (facts.failure.cause) {
    case Cause::KeyRefused:
        words.sentence = tr("%1 refused the key.").arg(answered);
        words.step = tr("Check the key in the endpoint's settings: it may be wrong, run out, or of "
                        "another region.");
        break;
    case Cause::Unpaid:
        words.sentence = tr("%1 wants to be paid first.").arg(answered);
        words.step = tr("Add credit with its operator, or ask another endpoint.");
        break;
    case Cause::NotThere:
        words.sentence =
            tr("%1 knows no such model, or nothing answers at that address.").arg(answered);
        words.step = tr("Test the connection: it lists the models that are there.");
        break;
    case Cause::TooMany:
        words.sentence = tr("%1 gets too many requests.").arg(answered);
        words.step = facts.retrySeconds
            ? tr("It can be asked again in %Ln s.", nullptr, *facts.retrySeconds)
            : tr("Wait a moment and retry, or ask another endpoint.");
        break;
    case Cause::PlanUsedUp:
        words.sentence = tr("The plan at %1 is used up for now.").arg(answered);
        words.step = tr("Wait until its next window begins, or ask another endpoint.");
        break;
    case Cause::TooLong:
        words.sentence = facts.failure.limitTokens
            ? tr("The question with all that goes along is too long: %1 takes %2 tokens.")
                  .arg(host, QLocale().toString(qlonglong(*facts.failure.limitTokens)))
            : tr("The question with all that goes along is too long for %1.").arg(host);
        words.step =
            tr("Shorten it, or take sources and pictures out, or ask an engine with more room.");
        break;
    case Cause::RequestRefused:
        words.sentence = tr("%1 did not accept the request.").arg(answered);
        words.step =
            tr("Its words below say why. Change the question, or the endpoint's settings.");
        break;
    case Cause::Filtered:
        words.sentence = tr("The filter of %1 held the answer back.").arg(answered);
        words.step = tr("Ask in other words, or ask another engine.");
        break;
    default:
        words.sentence = tr("%1 could not answer.").arg(answered);
        words.step =
            tr("That is the server's fault and often passes: retry, or ask another endpoint.");
        break;
    }
    return words;
}

/// The server was not reached, or what came was no answer.
CauseWords CauseWords::ofWay(const FailureFacts& facts)
{
    CauseWords words;
    const QString host = where(facts);
    switch (facts.failure.cause) {
    case Cause::NameUnknown:
        words.sentence = tr("There is no server named %1.").arg(host);
        words.step =
            tr("Check the endpoint's address for a typing error, and this machine's network.");
        break;
    case Cause::Refused:
        words.sentence = tr("Nothing listens at %1: the connection was refused.").arg(host);
        words.step = tr("Start the server, or check the port in the endpoint's address.");
        break;
    case Cause::Certificate:
        words.sentence =
            tr("%1 could not prove who it is: its certificate is not trusted.").arg(host);
        words.step = tr("Test the connection to see the certificates. A private authority can be "
                        "named in the endpoint's settings.");
        break;
    case Cause::WantsCertificate:
        words.sentence =
            tr("%1 ended the encrypted connection: it may want a certificate.").arg(host);
        words.step = tr("Name your certificate in the endpoint's settings.");
        break;
    case Cause::ReachShut:
        words.sentence = tr("Nothing was sent: the settings keep data closer than %1.").arg(host);
        words.step = tr("Ask an engine that is nearer, or allow more in the settings.");
        break;
    case Cause::TimedOut:
        words.sentence = tr("%1 did not answer in time.").arg(host);
        words.step = tr("It may be busy, or unreachable: test the connection, or retry.");
        break;
    case Cause::Broken:
        words.sentence = tr("The connection to %1 broke in the middle of the answer.").arg(host);
        words.step = facts.hasText ? tr("Continue from there, or retry.") : tr("Retry.");
        break;
    case Cause::EmptyAnswer:
        words.sentence = tr("%1 sent an empty answer.").arg(host);
        words.step = tr("Retry, with another thinking mode if it happens again.");
        break;
    case Cause::NotUnderstood:
        words.sentence = tr("What %1 sent is no answer that can be understood.").arg(host);
        words.step = tr("Check that the endpoint's kind and address fit that server.");
        break;
    case Cause::WebPage:
        words.sentence = tr("%1 answered with a web page.").arg(host);
        words.step =
            tr("The address may lack its path (often /v1), or the network wants a log-in.");
        break;
    case Cause::Redirected:
        words.sentence =
            tr("%1 sends requests on to another server, which is not followed.").arg(host);
        words.step = tr("If that server is the right one, put its address into the endpoint.");
        break;
    default:
        words.sentence = tr("%1 could not be reached.").arg(host);
        words.step = tr("Check the network and the endpoint's address.");
        break;
    }
    return words;
}

CauseWords CauseWords::ofMachine(const FailureFacts& facts)
{
    CauseWords words;
    switch (facts.failure.cause) {
    case Cause::KeyUnreadable:
        words.sentence =
            tr("The key of “%1” could not be read from the store of keys.").arg(facts.engine);
        words.step = tr("Unlock the store of keys and retry, or enter the key again.");
        break;
    case Cause::Secrets:
        words.sentence = tr("Nothing was sent: it holds what looks like a secret.");
        words.step = tr("Take it out of the question, or leave that file out.");
        break;
    case Cause::EndpointGone:
        words.sentence = tr("There is no endpoint “%1” any more.").arg(facts.engine);
        words.step = tr("Ask another engine, or set that endpoint up again.");
        break;
    case Cause::NoModel:
        words.sentence = tr("No model is loaded on this machine.");
        words.step = tr("Load one, or ask an endpoint.");
        break;
    case Cause::LocalFailed:
        words.sentence = tr("The model on this machine failed.");
        words.step = tr("Its words below say why. Load it again, or ask an endpoint.");
        break;
    case Cause::OutOfMemory:
        words.sentence = tr("There is not enough memory for this request.");
        words.step =
            tr("Shorten the question, or close what else uses memory; an endpoint may have more.");
        break;
    case Cause::Device:
        words.sentence = tr("A graphics card failed.");
        words.step = tr("Load the model again; if that does not help, restart the machine.");
        break;
    case Cause::CannotDo:
        words.sentence = tr("%1 cannot do what was asked.").arg(where(facts));
        words.step = tr("Its words below say what. Ask another engine, or change the question.");
        break;
    case Cause::Ours:
        words.sentence = tr("Something went wrong inside Trifold.");
        words.step = tr("Retry; if it happens again, the words below belong into a report.");
        break;
    default:
        words.sentence = tr("The answer failed.");
        words.step = tr("Retry, or ask another engine.");
        break;
    }
    return words;
}

/// The answer goes on; it is the disk that does not.
CauseWords CauseWords::ofStore(const FailureFacts& facts)
{
    CauseWords words;
    switch (facts.failure.cause) {
    case Cause::DiskFull:
        words.sentence = tr("The disk is full: what comes stays in memory for now.");
        words.step = tr("Make room; it is written as soon as there is some. Or export the session "
                        "to another disk.");
        break;
    case Cause::ReadOnly:
        words.sentence =
            tr("Nothing may be written where sessions lie: what comes stays in memory.");
        words.step = tr("Export the session to another folder before you close the window.");
        break;
    case Cause::SessionGone:
        words.sentence = tr("The session was deleted meanwhile: what comes is not kept.");
        words.step = tr("Export it before you close the window, if you want to keep it.");
        break;
    default:
        words.sentence = tr("What comes cannot be written at the moment; it stays in memory.");
        words.step = tr("It is tried again by itself. To be safe, export the session.");
        break;
    }
    return words;
}

CauseWords CauseWords::of(const FailureFacts& facts)
{
    CauseWords words;
    switch (facts.failure.cause) {
    case Cause::Stopped:
        words.sentence = tr("Stopped.");
        words.step = facts.hasText ? tr("What arrived is kept.") : QString();
        return words;
    case Cause::CutShort:
        words.sentence = tr("The answer was interrupted.");
        words.step = facts.hasText ? tr("What arrived is kept. Continue from there, or retry.")
                                   : tr("Retry.");
        return words;
    case Cause::DiskFull:
    case Cause::ReadOnly:
    case Cause::SessionGone:
    case Cause::NotKept:
        return ofStore(facts);
    case Cause::KeyRefused:
    case Cause::Unpaid:
    case Cause::NotThere:
    case Cause::TooMany:
    case Cause::PlanUsedUp:
    case Cause::ServerFailed:
    case Cause::TooLong:
    case Cause::RequestRefused:
    case Cause::Filtered:
        words = ofServer(facts);
        break;
    case Cause::KeyUnreadable:
    case Cause::Secrets:
    case Cause::EndpointGone:
    case Cause::NoModel:
    case Cause::LocalFailed:
    case Cause::OutOfMemory:
    case Cause::Device:
    case Cause::CannotDo:
    case Cause::Ours:
    case Cause::Unknown:
        words = ofMachine(facts);
        break;
    default:
        words = ofWay(facts);
        break;
    }
    words.tried = triedIn(facts);
    return words;
}

} // namespace tf::ui
