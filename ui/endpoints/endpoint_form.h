#pragma once

// What the user writes about an endpoint, as a profile, and back; mistakes by field.
//
// Pure. What the form does not show stays as it was. Thread: any.

#include "app/endpoint/profile/stored_profile.h"

namespace tf::ui {

enum class FormField : std::uint8_t { Name, Address, Proxy, Context, Whole };

struct FormMistake {
    FormField field = FormField::Whole;
    QString sentence;
};

struct EndpointFields {
    QString name;
    QString kind; ///< of endpoint::serverKinds(); empty: told from the address
    QString address;
    QString model;
    QString proxy; ///< empty: the system's; "none"; else its address
    QString caFile;
    QString contextTokens; ///< empty: unknown
    QString operatorName;
    QString law;
    QString retention;
    bool plainHttp = false;
    bool hasKey = false; ///< the server wants one

    bool operator==(const EndpointFields&) const = default;
};

struct ReadForm {
    endpoint::StoredProfile profile;
    std::vector<FormMistake> mistakes; ///< none: it can be used
};

[[nodiscard]] EndpointFields fieldsOf(const endpoint::StoredProfile& profile);

/// `before`: the profile that is changed, or an empty one.
[[nodiscard]] ReadForm readForm(const EndpointFields& fields, endpoint::StoredProfile before);

/// A name for an endpoint at that address, which nobody has yet.
[[nodiscard]] QString suggestedName(const QUrl& url, const QStringList& taken);

} // namespace tf::ui
