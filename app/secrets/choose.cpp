#include "app/secrets/choose.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <memory>

namespace tf::secrets {

namespace {

struct Asking {
    std::vector<SecretStore*> stores;
    std::function<void(Survey)> answer;
    Survey survey;
};

void askNext(const std::shared_ptr<Asking>& asking)
{
    if (asking->survey.size() == asking->stores.size())
        return asking->answer(std::move(asking->survey));
    probe(*asking->stores[asking->survey.size()], [asking](ProbeReport report) {
        asking->survey.push_back(std::move(report));
        askNext(asking);
    });
}

std::string usableOnes(const Survey& survey)
{
    std::string names;
    for (const ProbeReport& report : survey) {
        if (report.isUsable())
            names += words(names.empty() ? "" : ", ", name(report.kind));
    }
    return names.empty() ? "none" : names;
}

} // namespace

void survey(std::vector<SecretStore*> stores, std::function<void(Survey)> answer)
{
    askNext(std::make_shared<Asking>(Asking{std::move(stores), std::move(answer), {}}));
}

Result<StoreKind> choose(const Survey& survey, StoreKind wanted)
{
    const auto found =
        std::find_if(survey.begin(), survey.end(),
                     [wanted](const ProbeReport& report) { return report.kind == wanted; });
    if (found == survey.end())
        return Error{Code::NotFound, words("the store \"", name(wanted), "\" was not asked")};
    if (found->isUsable())
        return wanted;
    return Error{found->code,
                 words("keys cannot be kept in the store \"", name(wanted), "\": ", found->reason,
                       "; usable here: ", usableOnes(survey))};
}

} // namespace tf::secrets
