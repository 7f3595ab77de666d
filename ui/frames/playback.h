#pragma once

// How a clip is played: which way, how fast, over which stretch, once or again and again.
//
// Decides what to ask of whoever decodes, and shows nothing. A timer runs while it goes backwards
// and never else. Thread: main.

#include <QObject>
#include <QTimer>

namespace tf::ui {

inline constexpr double kSlowest = 0.25;
inline constexpr double kFastest = 4;

class Playback : public QObject {
    Q_OBJECT

public:
    enum class Going : std::uint8_t { Nowhere, On, Back };

    explicit Playback(QObject* parent = nullptr);

    /// The stretch that is looped; to: 0 is the end.
    void setStretch(double from, double to);
    void setDuration(double seconds);
    /// Where it is now, whoever brought it there.
    void setPlace(double seconds) { m_place = seconds; }
    void setLooping(bool looping);
    /// 0.25 to 4; of what plays too.
    void setSpeed(double speed);

    /// L: plays; once more: twice as fast.
    void goOn();
    /// J: the same, backwards.
    void goBack();
    /// K: pauses; plays from there when it stands.
    void toggle();
    void pause();
    /// What plays came to its end.
    void takeEnd();

    [[nodiscard]] Going going() const { return m_going; }
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] bool isLooping() const { return m_isLooping; }

Q_SIGNALS:
    void playAsked(double speed, double until);
    void stopAsked();
    void seekAsked(double seconds);
    /// Which way, how fast, looping or not.
    void changed();

private:
    void start(Going going);
    void play();
    void stepBack();
    [[nodiscard]] double endOfStretch() const;

    QTimer m_back;
    Going m_going = Going::Nowhere;
    double m_speed = 1;
    double m_duration = 0;
    double m_place = 0;
    double m_from = 0;
    double m_to = 0;
    bool m_isLooping = false;
};

} // namespace tf::ui
