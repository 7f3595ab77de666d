#include "app/ingest/git/object_store.h"

#include "app/ingest/git/git_library.h"
#include "app/ingest/git/stuck_limit.h"
#include "kernels/base/words.h"

#include <cstring>

#include <git2.h>
#include <git2/sys/odb_backend.h>

namespace tf::ingest {

namespace {

constexpr std::int64_t kMostCommitBytes = 16 << 20;

git_object_t typeOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Commit:
        return GIT_OBJECT_COMMIT;
    case ObjectKind::Tree:
        return GIT_OBJECT_TREE;
    case ObjectKind::Blob:
        return GIT_OBJECT_BLOB;
    }
    UNREACHABLE();
}

git_oid idOf(const ObjectName& name)
{
    git_oid id;
    std::memcpy(static_cast<unsigned char*>(id.id), name.bytes.data(), name.bytes.size());
    return id;
}

Error cannotRead(int why, const ObjectName& name)
{
    auto error = gitError(words("cannot read object ", name.hex()));
    if (why == GIT_ENOTFOUND)
        error.code = Code::NotFound;
    return error;
}

Result<> addBackend(git_odb* odb, git_odb_backend* backend, int priority)
{
    if (git_odb_add_backend(odb, backend, priority) == 0)
        return {};
    auto error = gitError("cannot look for objects");
    backend->free(backend);
    return error;
}

} // namespace

void ObjectStore::Free::operator()(git_odb* odb) const
{
    git_odb_free(odb);
}

ObjectStore::ObjectStore(git_odb* odb)
    : m_odb(odb)
{
}

Result<ObjectStore> ObjectStore::open(const std::string& objects)
{
    git_odb* odb = nullptr;
    if (git_odb_new(&odb) != 0)
        return gitError("cannot look for objects");
    ObjectStore store(odb);
    // Made one by one: git_odb_open() would follow info/alternates.
    git_odb_backend* loose = nullptr;
    if (git_odb_backend_loose(&loose, objects.c_str(), -1, 0, 0, 0) != 0)
        return gitError("cannot look for loose objects");
    TRY(addBackend(odb, loose, 1));
    git_odb_backend* packed = nullptr;
    if (git_odb_backend_pack(&packed, objects.c_str()) != 0)
        return gitError("cannot look for packs");
    TRY(addBackend(odb, packed, 2));
    return store;
}

Result<std::int64_t> ObjectStore::size(const ObjectName& name, ObjectKind kind)
{
    const git_oid id = idOf(name);
    std::size_t numBytes = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    const StuckLimit limit;
    if (const int why = git_odb_read_header(&numBytes, &type, m_odb.get(), &id); why != 0)
        return cannotRead(why, name);
    if (type != typeOf(kind))
        return Error(Code::Corrupt,
                     words("object ", name.hex(), " is a ", git_object_type2string(type),
                           ", not a ", git_object_type2string(typeOf(kind))));
    return static_cast<std::int64_t>(numBytes);
}

Result<std::string> ObjectStore::read(const ObjectName& name, ObjectKind kind,
                                      std::int64_t mostBytes)
{
    const auto numBytes = TRY(size(name, kind));
    if (numBytes < 0 || numBytes > mostBytes)
        return Error(Code::Corrupt,
                     words("object ", name.hex(), " has ", numBytes, " bytes; at most ", mostBytes,
                           " are unpacked"));
    const git_oid id = idOf(name);
    git_odb_object* found = nullptr;
    const StuckLimit limit;
    if (const int why = git_odb_read(&found, m_odb.get(), &id); why != 0)
        return cannotRead(why, name);
    std::string bytes(static_cast<const char*>(git_odb_object_data(found)),
                      git_odb_object_size(found));
    git_odb_object_free(found);
    return bytes;
}

Result<ObjectName> ObjectStore::treeOf(const ObjectName& commit)
{
    constexpr std::string_view kFirst = "tree ";
    const auto text = TRY(read(commit, ObjectKind::Commit, kMostCommitBytes));
    const std::string_view line = std::string_view(text).substr(0, text.find('\n'));
    const auto tree =
        line.starts_with(kFirst) ? ObjectName::fromHex(line.substr(kFirst.size())) : std::nullopt;
    if (!tree)
        return Error(Code::Corrupt, words("commit ", commit.hex(), " names no tree"));
    return *tree;
}

} // namespace tf::ingest
