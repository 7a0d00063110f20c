#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/quality/measurement.hpp"
#include "core/quality/policy.hpp"
#include "core/time.hpp"

/// How a connection has been: what people are shown of it.
namespace parley::core::quality {

enum class Mark : std::uint8_t { Unknown, Poor, Fair, Good };

/// What keeps a connection from being good, as far as it can be told from here.
enum class Cause : std::uint8_t {
    None,
    TheirUpload,     ///< they say that their line holds their picture back
    TheirProcessor,  ///< or their machine
    YourDownload,    ///< much is lost on its way from several people at once
    YourUpload,      ///< the own line holds the own picture back
    YourProcessor,
    LostOnTheWay,  ///< between these two
    LongWay,       ///< what is said arrives late
};

/// What the other side says of the picture that it sends: the receiver can't tell by itself.
enum class TheirLimit : std::uint8_t { None, Line, Processor };

/// One direction, as of the last second.
struct Traffic {
    std::uint16_t width = 0;   ///< px; 0: no picture
    std::uint16_t height = 0;  ///< px
    float frames_per_s = 0;
    std::uint32_t bits_per_s = 0;  ///< of everything
    float loss = 0;                ///< share of the packets, 0 to 1
    float jitter_ms = 0;           ///< of sound; of what is received only
    VideoCodec codec = VideoCodec::None;
    friend bool operator==(const Traffic&, const Traffic&) = default;
};

/// One second.
struct Sample {
    Traffic received;
    Traffic sent;
    std::optional<float> round_trip_ms;
    Path path = Path::Direct;
    friend bool operator==(const Sample&, const Sample&) = default;
};

/// Turns measurements, one a second, into what people see.
class History {
public:
    /// The connection is a new one: its counters begin anew. What was measured stays.
    void begin_connection();
    void add(TimeMs now, const Measurement& measurement);

    /// Bytes of all connections there were.
    struct Carried {
        std::uint64_t received = 0;
        std::uint64_t sent = 0;
    };
    [[nodiscard]] const Carried& carried() const { return carried_; }

    /// The last two minutes, oldest first; never null. Another pointer after each `add`.
    [[nodiscard]] std::shared_ptr<const std::vector<Sample>> samples() const { return samples_; }
    /// Over the last seconds, so that one bad one makes nobody nervous.
    [[nodiscard]] Mark mark() const { return mark_; }
    /// Share of the sound of the last seconds that was made up, 0 to 1.
    [[nodiscard]] float concealed() const { return concealed_; }
    [[nodiscard]] bool loses() const { return loses_; }  ///< much of what is sent from there does not arrive
    [[nodiscard]] bool late() const { return late_; }    ///< the round trip takes long enough to be heard

private:
    /// What came between two measurements, as far as the mark rests on it.
    struct Interval {
        TimeMs at = 0;  ///< its end
        TimeMs duration_ms = 0;
        std::uint64_t samples = 0;
        std::uint64_t concealed = 0;
        std::uint64_t packets = 0;
        std::uint64_t lost = 0;
        std::uint32_t frames = 0;
        std::uint16_t height = 0;
        float freeze_s = 0;
        std::optional<float> round_trip_ms;
        bool sound_came = false;
    };
    [[nodiscard]] Interval compare(TimeMs now, const Measurement& measurement);
    void keep(const Measurement& measurement, TimeMs duration_ms);
    [[nodiscard]] Mark judge() const;
    [[nodiscard]] Mark judge_picture() const;
    [[nodiscard]] std::optional<float> frame_rate() const;
    [[nodiscard]] float lost() const;
    [[nodiscard]] std::optional<float> round_trip_ms() const;
    void settle_mark(TimeMs now, Mark judged);

    std::shared_ptr<const std::vector<Sample>> samples_ = std::make_shared<const std::vector<Sample>>();
    std::optional<Measurement> last_;
    std::vector<Interval> recent_;  ///< oldest first
    Carried carried_;
    TimeMs last_at_ = 0;
    Mark mark_ = Mark::Unknown;
    Mark better_ = Mark::Unknown;         ///< the least it was since `better_since_`
    std::optional<TimeMs> better_since_;  ///< since when it is better than `mark_`
    float concealed_ = 0;
    bool loses_ = false;
    bool late_ = false;
};

}  // namespace parley::core::quality
