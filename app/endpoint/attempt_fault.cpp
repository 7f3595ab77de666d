#include "app/endpoint/attempt_fault.h"

namespace tf::endpoint {

Fault faultOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyConnectionClosedError:
        return {Code::Network, true};
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {Code::Denied, false};
    case QNetworkReply::OperationCanceledError: // the reach was drawn closer: nobody else aborts
        return {Code::Denied, false};
    case QNetworkReply::HostNotFoundError:
        return {Code::NotFound, false};
    default:
        return {Code::Network, false};
    }
}

std::string saidOf(QNetworkReply::NetworkError error, const QString& byQt)
{
    if (error == QNetworkReply::ConnectionRefusedError)
        return "connection refused";
    if (error == QNetworkReply::HostNotFoundError)
        return "no server has that name";
    return byQt.toStdString();
}

} // namespace tf::endpoint
