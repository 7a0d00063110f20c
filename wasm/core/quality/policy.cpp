#include "core/quality/policy.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "core/quality/steps.hpp"

namespace parley::core::quality {

namespace {

using Activity = Encoding::Activity;
using Bits = std::uint64_t;

constexpr Bits good_percent = 60;  ///< of what a row may have: nobody sees that the rest is missing
constexpr Bits without_end = std::numeric_limits<Bits>::max();
constexpr Bits camera_least_bps = camera_steps[lowest_step].bitrate_min_bps;

const Step& camera_step(int row) { return camera_steps[static_cast<std::size_t>(row)]; }
const ScreenStep& screen_step(int row) { return screen_steps[static_cast<std::size_t>(row)]; }

/// What one viewer is sent if the lines carry it; 0 bits: nothing.
struct Wish {
    int row = 0;
    Reason reason = Reason::People;
    Bits camera_bps = 0;
    Bits screen_bps = 0;
};

/// What of it the lines carry.
struct Share {
    Bits camera_bps = 0;
    Bits screen_bps = 0;
};

int row_by_people(int people) {
    int row = 0;
    while (camera_step(row).people_max < people) ++row;
    return row;
}

// Of rows that are equally large the best: what it may cost is a question of people and lines.
int row_by_size(std::uint16_t height) {
    for (int row = lowest_step; row > 0; --row) {
        if (camera_step(row).height * stretch_percent < height * 100) continue;
        while (row > 0 && camera_step(row - 1).height == camera_step(row).height) --row;
        return row;
    }
    return 0;
}

int rows_down(const Scene& scene) { return scene.steps_down + (scene.saver == Saver::On ? 1 : 0); }

/// Lets a rule have its say; it is the reason when it changes something.
void move_to(Wish& wish, int row, Reason reason) {
    const int reachable = std::clamp(row, 0, lowest_step);
    if (reachable == wish.row) return;
    wish.row = reachable;
    wish.reason = reason;
}

bool wants_large(const Scene& scene, const Viewer& viewer) {
    const int stretched = camera_step(0).height * stretch_percent;
    return scene.people <= large_step.people_max && scene.capture_height > camera_step(0).height &&
           viewer.camera_height.value_or(unsaid_height) * 100 > stretched;
}

Wish wish_of(const Scene& scene, const Viewer& viewer) {
    Wish wish{.row = row_by_people(scene.people)};
    if (scene.voice == Scene::Voice::Speaking) move_to(wish, wish.row - 1, Reason::Speaking);
    const int allowed_row = wish.row;
    const auto shown = viewer.camera_height;
    const int shown_row = row_by_size(shown.value_or(unsaid_height));
    move_to(wish, std::max(wish.row, shown_row), shown ? Reason::ShownSize : wish.reason);
    // Where only the viewer's window makes a picture small, the bits of the row above make it a good one.
    const int spare_rows = shown && rows_down(scene) == 0 && wish.row > allowed_row ? 1 : 0;
    move_to(wish, wish.row + scene.steps_down, Reason::Processor);
    if (scene.saver == Saver::On) {
        move_to(wish, wish.row + 1, Reason::Saver);
        if (camera_step(wish.row).frames_per_s > saver_frames_per_s) wish.reason = Reason::Saver;
    }
    if (viewer.camera_height == 0) {
        wish.reason = Reason::NotShown;
    } else if (wish.row == 0 && wants_large(scene, viewer)) {
        wish.camera_bps = large_step.bitrate_max_bps;
    } else {
        wish.camera_bps = camera_step(wish.row - spare_rows).bitrate_max_bps;
    }
    if (scene.screen_height > 0 && viewer.screen_height != 0) {
        const int row = std::min(row_by_people(scene.people) + rows_down(scene), lowest_step);
        wish.screen_bps = screen_step(row).bitrate_max_bps;
    }
    return wish;
}

/// Everybody gets what they want up to a common cap, the highest that `room` allows.
std::vector<Bits> fill(Bits room, const std::vector<Bits>& wants) {
    std::vector<Bits> rising = wants;
    std::ranges::sort(rising);
    Bits cap = without_end;
    Bits left = room;
    for (std::size_t index = 0; index < rising.size(); ++index) {
        const Bits equal = left / (rising.size() - index);
        if (rising[index] > equal) {
            cap = equal;
            break;
        }
        left -= rising[index];
    }
    std::vector<Bits> shares;
    shares.reserve(wants.size());
    for (const Bits want : wants) shares.push_back(std::min(want, cap));
    return shares;
}

std::uint32_t sound_of_screen(const Scene& scene) {
    return scene.screen_sound == Scene::ScreenSound::Shared ? sound_headers_bps + screen_sound_bps : 0;
}

// A line that is known to be short carries speech in as few bits as it needs; who makes music wants the sound first.
Bits after_sound(const Scene& scene, std::optional<std::uint32_t> line_bps, std::size_t viewers) {
    if (!line_bps) return without_end;
    const bool music = scene.sound == Sound::Music;
    const Bits voice = music ? sound_headers_bps + music_bps : short_line_speech_bps;
    const Bits sound = (voice + sound_of_screen(scene)) * viewers;
    return *line_bps > sound ? *line_bps - sound : 0;
}

/// How much of `room` screens may take: all of it, if both don't fit. A shared screen comes before the face of who
/// shares it.
Bits room_for_screens(Bits room, Bits cameras, Bits screens) {
    const Bits faces = cameras * camera_least_bps;
    return room >= faces + screens * screen_bitrate_min_bps ? room - faces : room;
}

/// A want that a viewer's own line cuts; nothing when less than `least` is left of it.
Bits cut(Bits want, Bits line, Bits least) {
    const Bits left = std::min(want, line);
    return left >= least ? left : 0;
}

Bits count_of(const std::vector<Bits>& wants) {
    return static_cast<Bits>(std::ranges::count_if(wants, [](Bits want) { return want > 0; }));
}

std::vector<Share> share_lines(const Scene& scene, std::span<const Viewer> viewers, const std::vector<Wish>& wishes) {
    Bits room = after_sound(scene, scene.uplink_bps, viewers.size());
    std::vector<Bits> lines;
    std::vector<Bits> screens;
    std::vector<Bits> cameras;
    for (std::size_t index = 0; index < viewers.size(); ++index) {
        const Wish& wish = wishes[index];
        const Bits line = after_sound(scene, viewers[index].line_bps, 1);
        const Bits room_of_own = room_for_screens(line, wish.camera_bps > 0 ? 1 : 0, 1);
        lines.push_back(line);
        screens.push_back(cut(wish.screen_bps, room_of_own, screen_bitrate_min_bps));
        cameras.push_back(cut(wish.camera_bps, line, camera_least_bps));
    }

    std::vector<Share> shares(viewers.size());
    const std::vector<Bits> filled = fill(room_for_screens(room, count_of(cameras), count_of(screens)), screens);
    for (std::size_t index = 0; index < viewers.size(); ++index) {
        Share& share = shares[index];
        share.screen_bps = cut(screens[index], filled[index], screen_bitrate_min_bps);
        room -= share.screen_bps;
        cameras[index] = cut(cameras[index], lines[index] - share.screen_bps, camera_least_bps);
    }
    const std::vector<Bits> faces = fill(room, cameras);
    for (std::size_t index = 0; index < viewers.size(); ++index) {
        shares[index].camera_bps = cut(cameras[index], faces[index], camera_least_bps);
    }
    return shares;
}

/// Of a height, so that `wanted` are left.
float scale_down(std::uint16_t height, std::uint16_t wanted) {
    return std::max(1.0F, static_cast<float>(height) / static_cast<float>(wanted));
}

std::uint16_t frames(const Scene& scene, std::uint16_t frames_per_s) {
    return scene.saver == Saver::On ? std::min(frames_per_s, saver_frames_per_s) : frames_per_s;
}

void choose_camera(const Scene& scene, const Wish& wish, Bits share_bps, Choice& choice) {
    choice.reason = wish.reason;
    choice.camera.codec = sending_codec(scene.equipment, scene.people, scene.steps_down);
    choice.step = wish.row;
    while (choice.step <= lowest_step && camera_step(choice.step).bitrate_min_bps > share_bps) ++choice.step;
    const Bits usual_bps = std::min(wish.camera_bps, Bits{camera_step(wish.row).bitrate_max_bps});
    const bool visibly_less = 100 * share_bps < good_percent * usual_bps;
    if (wish.camera_bps > 0 && (choice.step != wish.row || visibly_less)) choice.reason = Reason::Line;
    if (choice.step > lowest_step) {
        choice.camera.activity = Activity::Paused;
        return;
    }
    const bool large = choice.step == 0 && share_bps >= large_step.bitrate_min_bps;
    const Step& step = large ? large_step : camera_step(choice.step);
    choice.camera.scale_down = scale_down(scene.capture_height, step.height);
    // What is too little for the large step is more than the first row has a use for.
    const Bits most_bps = choice.step == 0 ? step.bitrate_max_bps : share_bps;
    choice.camera.bitrate_max_bps = static_cast<std::uint32_t>(std::min(share_bps, most_bps));
    choice.camera.frames_per_s_max = frames(scene, step.frames_per_s);
}

void choose_screen(const Scene& scene, const Wish& wish, Bits share_bps, Choice& choice) {
    const bool film = scene.screen == Scene::Screen::Motion;
    choice.screen.favour = film ? Encoding::Favour::Motion : Encoding::Favour::Detail;
    choice.screen_reason = wish.screen_bps > 0 ? Reason::People : Reason::NotShown;
    if (100 * share_bps < good_percent * wish.screen_bps) choice.screen_reason = Reason::Line;
    if (share_bps == 0) {
        choice.screen.activity = Activity::Paused;
        return;
    }
    const int row = std::min(row_by_people(scene.people) + rows_down(scene), lowest_step);
    choice.screen.scale_down =
        film ? scale_down(scene.screen_height, film_height) : scale_down(scene.screen_height, screen_height_max);
    choice.screen.bitrate_max_bps = static_cast<std::uint32_t>(share_bps);
    choice.screen.frames_per_s_max = frames(scene, film ? film_frames_per_s : screen_step(row).detail_frames_per_s);
}

SoundEncoding choose_sound(const Scene& scene, const Viewer& viewer) {
    SoundEncoding sound;
    if (scene.microphone == Scene::Microphone::Muted) sound.activity = Activity::Paused;
    const bool spare = scene.saver == Saver::Off && !scene.uplink_bps && !viewer.line_bps;
    if (spare && scene.people >= cheap_speech_people_min) sound.bitrate_max_bps = cheap_speech_bps;
    if (scene.sound == Sound::Music) sound.bitrate_max_bps = music_bps;
    return sound;
}

}  // namespace

std::vector<Choice> choose(const Scene& scene, std::span<const Viewer> viewers) {
    std::vector<Wish> wishes;
    wishes.reserve(viewers.size());
    for (const Viewer& viewer : viewers) wishes.push_back(wish_of(scene, viewer));
    const std::vector<Share> shares = share_lines(scene, viewers, wishes);
    std::vector<Choice> choices(viewers.size());
    for (std::size_t index = 0; index < viewers.size(); ++index) {
        choose_camera(scene, wishes[index], shares[index].camera_bps, choices[index]);
        choose_screen(scene, wishes[index], shares[index].screen_bps, choices[index]);
        choices[index].screen_sound_bps = sound_of_screen(scene);
        choices[index].sound = choose_sound(scene, viewers[index]);
    }
    return choices;
}

}  // namespace parley::core::quality
