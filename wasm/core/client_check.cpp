#include <utility>

#include "core/client.hpp"

// The third part of the client: settings, the check, and what the server offers to find paths with.

namespace parley::core {

// One sheet at a time.
void Client::act(TimeMs /*now*/, const action::OpenSettings& /*action*/) {
    checkup_.close();
    qr_code_.close();
    keys_shown_ = false;
    settings_open_ = true;
    audio_output_.end_test();
    media_.list();
    ask_services();
}

void Client::act(TimeMs /*now*/, const action::CloseSettings& /*action*/) { settings_open_ = false; }

void Client::act(TimeMs /*now*/, const action::ShowStatistics& show) {
    if (call_) looked_at_ = show.peer;
}

void Client::act(TimeMs /*now*/, const action::CloseStatistics& /*action*/) { looked_at_.reset(); }

void Client::act(TimeMs now, const action::CheckConnection& /*action*/) {
    settings_open_ = keys_shown_ = false;
    qr_code_.close();
    checkup_.start(now);
}

void Client::act(TimeMs /*now*/, const action::CloseCheck& /*action*/) { checkup_.close(); }

void Client::act(TimeMs /*now*/, const action::CopyReport& report) {
    if (checkup_.view().open) copy(report.text, NoticeKind::ReportCopied);
}

void Client::on(TimeMs /*now*/, const input::CandidatesGathered& gathered) { checkup_.on_input(gathered); }

void Client::ask_services() {
    if (services_ || services_question_) return;
    services_question_ = numbers_.requests.next();
    outbox_.push(output::AskServices{services_question_});
}

void Client::on(TimeMs /*now*/, const input::ServicesAnswered& answered) {
    const bool own = services_question_ && answered.request == services_question_;
    if (own) services_question_ = {};
    if (!own && !checkup_.on_input(answered)) return;
    if (answered.services) services_ = answered.services;
}

Coverage Client::coverage() const {
    if (!services_) return Coverage::Unknown;
    if (services_->turn) return Coverage::AllNetworks;
    return services_->stun ? Coverage::MostNetworks : Coverage::OneNetwork;
}

}  // namespace parley::core
