#pragma once

// An answer that is given once: by whoever comes first, the work or the end of patience.
//
// Copies share the one answer. After `patience` it is Busy, and what comes later is dropped.
// Thread: main.

#include "app/secrets/secret_store.h"

#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

namespace tf::secrets {

template <class T>
class Once {
public:
    /// Not given at all when `context` goes before.
    Once(QObject& context, std::chrono::milliseconds patience, std::string tooLate,
         Answer<T> answer)
        : m_answer(std::make_shared<Answer<T>>(std::move(answer)))
    {
        QTimer::singleShot(patience, &context, [once = *this, tooLate = std::move(tooLate)] {
            once(Error{Code::Busy, tooLate});
        });
    }

    [[nodiscard]] bool isOpen() const { return *m_answer != nullptr; }

    void operator()(Result<T> result) const
    {
        if (isOpen())
            std::exchange(*m_answer, nullptr)(std::move(result));
    }

private:
    std::shared_ptr<Answer<T>> m_answer;
};

} // namespace tf::secrets
