#include "app/draft/kept_question.h"

#include "engine/json/utf8_repair.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::draft {

namespace {

using session::ItemRole;

/// As manifests name the question itself, which they end with.
constexpr std::string_view kQuestion = "question";

class Keeping {
public:
    Keeping(const Draft& draft, const PutBlob& put)
        : m_draft(draft)
        , m_put(put)
    {
    }

    Result<session::Question> run() &&
    {
        m_kept.text = json::repairedUtf8(m_draft.question);
        m_kept.overrides = m_draft.overrides;
        if (m_draft.system)
            addItem(TRY(m_put(*m_draft.system)), {}, ItemRole::System);
        if (m_draft.repository)
            TRY(addRepository(*m_draft.repository));
        for (std::size_t idx = 0; idx < m_draft.media.size(); ++idx)
            TRY(addMedium(idx));
        addItem(TRY(m_put(m_kept.text)), std::string(kQuestion), ItemRole::Source);
        return std::move(m_kept);
    }

private:
    void addItem(std::string blob, std::string path, ItemRole role)
    {
        m_kept.manifest.push_back({std::move(blob), std::move(path), {}, 0, role});
    }

    Result<> addRepository(const RepositoryPart& part)
    {
        m_kept.attachments.push_back(
            TRY(keptText(part.pack.text, kPackType, part.source.title, m_put)));
        m_kept.attachments.push_back(
            TRY(keptText(std::string(howToCite()), kCitingType, "how to cite them", m_put)));
        auto& manifest = m_kept.manifest;
        manifest.insert(manifest.end(), part.pack.manifest.begin(), part.pack.manifest.end());
        for (const ingest::Cut& cut : part.plan.cuts)
            manifest.push_back({{}, cut.path, {}, cut.tokens, ItemRole::Source, true});
        return {};
    }

    Result<> addMedium(std::size_t idx)
    {
        const wire::Part& part = m_draft.media[idx];
        const auto& names = m_draft.mediaNames;
        const std::string name = idx < names.size() ? json::repairedUtf8(names[idx]) : "";
        m_numClips += std::holds_alternative<wire::VideoPart>(part) ? 1 : 0;
        const auto attachments = TRY(keptMedium(part, name, m_numClips, m_put));
        if (attachments.empty())
            addItem({}, name, ItemRole::Attachment);
        for (const session::Attachment& kept : attachments) {
            addItem(kept.blob, kept.name, ItemRole::Attachment);
            m_kept.attachments.push_back(kept);
        }
        return {};
    }

    const Draft& m_draft;
    const PutBlob& m_put;
    session::Question m_kept;
    std::int64_t m_numClips = 0;
};

} // namespace

Result<session::Question> keptQuestion(const Draft& draft, const PutBlob& put)
{
    return Keeping(draft, put).run();
}

std::span<const session::ManifestItem> filesOf(const session::Question& question)
{
    const auto isFile = [](const session::ManifestItem& item) {
        return item.role == ItemRole::Source;
    };
    std::span<const session::ManifestItem> items = question.manifest;
    if (!items.empty() && isFile(items.back()) && items.back().path == kQuestion)
        items = items.first(items.size() - 1);
    const auto begin = std::find_if(items.begin(), items.end(), isFile);
    const auto end = std::find_if_not(begin, items.end(), isFile);
    return {begin, end};
}

} // namespace tf::draft
