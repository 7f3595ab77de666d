#pragma once

// A test's own folder, with a cache in it, the real git and the real trifold-unpack.

#include "app/ingest/obtain/obtain.h"

#include <QString>
#include <QTemporaryDir>

#include <string>
#include <vector>

class Workplace {
public:
    Workplace();
    /// What came of a programme run in it: false when it failed.
    bool run(const QString& program, const QStringList& arguments) const;
    bool git(const QStringList& arguments) const;
    /// A repository "origin" with two commits on main and a tag v1 at the first.
    bool makeOrigin() const;

    [[nodiscard]] std::string path(const std::string& name) const;
    std::string write(const std::string& name, const std::string& bytes) const;
    [[nodiscard]] tf::ingest::ObtainChoice choice() const;
    [[nodiscard]] tf::Result<tf::ingest::Obtained>
    obtain(const std::string& what, const tf::ingest::ObtainChoice& choice) const;
    [[nodiscard]] tf::Result<tf::ingest::Obtained> obtain(const std::string& what) const
    {
        return obtain(what, choice());
    }
    /// Every file beneath a folder, by path, sorted; folders end with '/'.
    [[nodiscard]] static std::vector<std::string> tree(const std::filesystem::path& root);
    [[nodiscard]] static std::string content(const std::filesystem::path& file);
    /// Nothing half made lies in the cache.
    [[nodiscard]] bool isCacheClean() const;

private:
    QTemporaryDir m_folder;
};
