#include "app/ingest/leaks/structure.h"

namespace tf::ingest {

namespace {

constexpr Structure kStructures[] = {
    {"private-key", "Private key", "-----begin", findPemKey},
    {"putty-key", "PuTTY private key", "private-lines:", findPuttyKey},
    {"address-password", "Password in an address", "://", findAddressPassword},
    {"authorization", "Authorization header", "authorization", findAuthorization},
    {"curl-login", "Login on a command line", "-u", findCurlLogin},
    {"curl-login", "Login on a command line", "--user", findCurlLogin},
    {"curl-header", "Key in a header", "-h", findCurlHeader},
    {"curl-header", "Key in a header", "--header", findCurlHeader},
    {"netrc-password", "Password in .netrc", "machine", findNetrcPassword},
    {"kubernetes-secret", "Kubernetes secret", "data:", findKubernetesSecret},
    {"nuget-password", "NuGet password", "password\"", findNugetPassword},
    {"file-password", "Password in a file of settings", "password", findFilePassword},
    // Last, so that whatever is known more closely is called by its name.
    {"assigned-secret", "Secret behind a telling name", "access", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "api", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "auth", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "credential", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "creds", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "key", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "passphrase", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "password", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "passwd", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "pwd", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "secret", findAssigned},
    {"assigned-secret", "Secret behind a telling name", "token", findAssigned},
};

} // namespace

std::span<const Structure> structures()
{
    return kStructures;
}

} // namespace tf::ingest
