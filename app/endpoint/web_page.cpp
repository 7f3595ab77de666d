#include "app/endpoint/web_page.h"

#include "kernels/base/words.h"

namespace tf::endpoint {

Error pageError(const QUrl& asked)
{
    return {Code::Network,
            words(asked.host().toStdString(),
                  " answered with a web page, not as an API: is the address right, or is this a "
                  "login page of the network?")};
}

Error redirectError(const QUrl& asked, const QUrl& target)
{
    const bool isElsewhere = target.host() != asked.host();
    return {Code::Denied,
            words("the server sends requests on to ", target.host().toStdString(),
                  "; they are not followed there: put that address into the profile",
                  isElsewhere ? ", or log in if it is a login page of the network" : "")};
}

} // namespace tf::endpoint
