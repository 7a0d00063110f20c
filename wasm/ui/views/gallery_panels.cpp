#include "ui/views/gallery_panels.hpp"

#include <memory>
#include <string>

#include "ui/components/panel.hpp"
#include "ui/components/switch_row.hpp"
#include "ui/components/text.hpp"
#include "ui/views/call_tile.hpp"
#include "ui/views/check_sheet.hpp"
#include "ui/views/gallery_section.hpp"
#include "ui/views/qr_sheet.hpp"
#include "ui/views/settings_sheet.hpp"

namespace parley::ui {

namespace {

using core::CheckState;
using core::Finding;

constexpr float gap = 12;
constexpr float tile_height = 160;

void switches(Context& context, Stack& stack) {
    gallery_section(context, stack, "Switches");
    const auto row_of = [&](std::string_view key, SwitchRow::Position position, SwitchRow::State state) {
        const SwitchRow look{key, "What it means in a sentence.", position, state};
        stack.add(gap, switch_row_height(context, look, stack.width()),
                  [&context, look](const Rect& row) { switch_row(context, look.label, row, look); });
    };
    row_of("Off", SwitchRow::Position::Off, SwitchRow::State::Enabled);
    row_of("On", SwitchRow::Position::On, SwitchRow::State::Enabled);
    row_of("Off for good", SwitchRow::Position::Off, SwitchRow::State::Disabled);
    row_of("On for good", SwitchRow::Position::On, SwitchRow::State::Disabled);
}

/// A sheet's content as it lies in the sheet.
void add_sheet(Context& context, Stack& stack, std::string_view name, const Stack& content) {
    stack.add(gap, content.height() + 2 * space::m, [&context, name, content](const Rect& row) {
        draw_panel(context, row);
        const InsideNode inside(context, add_node(context, SemanticRole::Group, name, row, name));
        content.place(row.x + space::m, row.y + space::m);
    });
}

core::View with_devices() {
    core::View view;
    view.coverage = core::Coverage::AllNetworks;
    view.local.microphone_level = 6;
    view.devices.microphone.options = {{"m1", "Built-in microphone"}, {"m2", "Headset"}};
    view.devices.microphone.chosen = view.devices.microphone.options[1];
    view.devices.camera.options = {{"c1", "FaceTime HD camera"}};
    view.devices.camera.chosen = {"c2", "Camera on the monitor"};
    view.devices.camera.presence = core::DeviceChoiceView::Presence::Away;
    view.devices.speaker_test = core::SpeakerTest::Played;
    return view;
}

void settings(Context& context, Stack& stack) {
    static const core::View view = with_devices();
    gallery_section(context, stack, "Settings");
    const float width = stack.width() - 2 * space::m;
    const auto add = [&](std::string_view name, SettingsPage page) {
        add_sheet(context, stack, name, settings_content(context, view, page, width));
    };
    add("Settings with a relay", SettingsPage::General);
    add("Settings of sound", SettingsPage::Audio);
    add("Settings of pictures", SettingsPage::Video);
}

core::CheckView running_check() {
    core::CheckView check;
    check.running = true;
    check.steps = {CheckState::Works, CheckState::Failed, CheckState::Running, CheckState::Absent};
    return check;
}

core::CheckView ended_check(std::vector<Finding> findings) {
    core::CheckView check;
    check.steps.fill(CheckState::Works);
    check.findings = std::move(findings);
    return check;
}

void checks(Context& context, Stack& stack) {
    gallery_section(context, stack, "Checks");
    static const core::CheckView running = running_check();
    static const core::CheckView works = ended_check({Finding::AllWorks});
    static const core::CheckView troubled =
        ended_check({Finding::NoWayOut, Finding::UdpBlockedRelayTls, Finding::MicrophoneBusy});
    const float width = stack.width() - 2 * space::m;
    add_sheet(context, stack, "A check that runs", check_content(context, running, width));
    add_sheet(context, stack, "A check that found nothing", check_content(context, works, width));
    add_sheet(context, stack, "A check that found something", check_content(context, troubled, width));
}

/// No code that says anything.
core::QrCode specimen_code() {
    core::QrCode code{.size = 29, .modules = {}};
    for (std::size_t i = 0; i < std::size_t{29} * 29; ++i) code.modules.push_back(i % 7 < 3 || i % 5 == 0);
    return code;
}

core::View with_qr_code(core::QrCodeView::State state) {
    core::View view;
    view.link = "https://meet.example/r/abcd-efgh-jkmn#AAAAAAAAAAAAAAAAAAAAAA";
    view.qr_code = {.open = true, .state = state, .code = std::make_shared<const core::QrCode>(specimen_code())};
    return view;
}

void qr_codes(Context& context, Stack& stack) {
    using State = core::QrCodeView::State;
    gallery_section(context, stack, "QR codes");
    static const core::View making = with_qr_code(State::Making);
    static const core::View made = with_qr_code(State::Made);
    static const core::View failed = with_qr_code(State::Failed);
    const float width = stack.width() - 2 * space::m;
    add_sheet(context, stack, "One that is being made", qr_content(context, making, width));
    add_sheet(context, stack, "One to be read", qr_content(context, made, width));
    add_sheet(context, stack, "One that failed", qr_content(context, failed, width));
}

void tiles(Context& context, Stack& stack) {
    gallery_section(context, stack, "Tiles");
    const auto tile = [&](std::string_view name, core::PairState pair) {
        core::ParticipantView person;
        person.peer = PeerId(std::string(name));
        person.name = name;
        person.pair = pair;
        stack.add(gap, tile_height, [&context, person](const Rect& row) {
            fill(*context.draw, row, context.palette->tile, radius::tile);
            call_tile(context, person, row, still_look(person, row));
        });
    };
    tile("Ada", core::PairState::Connecting);
    tile("Grace", core::PairState::Connected);
    tile("Hedy", core::PairState::Reconnecting);
    tile("Mary", core::PairState::Failed);
}

}  // namespace

void add_panels(Context& context, Stack& stack) {
    switches(context, stack);
    settings(context, stack);
    checks(context, stack);
    qr_codes(context, stack);
    tiles(context, stack);
}

}  // namespace parley::ui
