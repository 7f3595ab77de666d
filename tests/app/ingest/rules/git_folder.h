#pragma once

// A folder with a git repository, and what git itself says about its ignore files.

#include <QTemporaryDir>

#include <map>
#include <string>
#include <vector>

class GitFolder {
public:
    /// Runs git init; problem() says what went wrong.
    GitFolder();
    [[nodiscard]] const std::string& problem() const { return m_problem; }

    void makeFolder(const std::string& path);
    void write(const std::string& path, const std::string& content);
    void remove(const std::string& path);

    /// For each path the line that decides, as "file:number", or "" where it is not ignored.
    std::vector<std::string> deciding(const std::vector<std::string>& paths);

private:
    std::string git(const QStringList& arguments, const QByteArray& input);

    QTemporaryDir m_folder;
    std::string m_problem;
};
