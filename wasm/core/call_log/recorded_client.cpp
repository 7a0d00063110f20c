#include "core/call_log/recorded_client.hpp"

#include <variant>

namespace parley::core {
namespace {

constexpr const char* file_name = "parley-call-log.jsonl";

bool saves_log(const Input& input) {
    const auto* action = std::get_if<UserAction>(&input);
    return action != nullptr && std::holds_alternative<action::SaveCallLog>(*action);
}

}  // namespace

void RecordedClient::handle(TimeMs now, const Input& input) {
    if (log_) log_->note(now, input);
    client_.handle(now, input);
    save_due_ = log_ && saves_log(input);
}

void RecordedClient::tick(TimeMs now) {
    if (log_) log_->note_tick(now);
    client_.tick(now);
}

std::optional<Output> RecordedClient::poll() {
    auto output = client_.poll();
    if (output && log_) log_->note(*output);
    if (!output && std::exchange(save_due_, false)) return output::SaveFile{file_name, log_->text()};
    return output;
}

}  // namespace parley::core
