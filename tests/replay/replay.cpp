#include "tests/replay/replay.hpp"

#include <algorithm>

#include "core/call_log/call_log.hpp"
#include "core/call_log/redactor.hpp"
#include "core/client.hpp"

namespace parley::replay {
namespace {

using core::call_log::Redactor;

/// What is redacted already stays as it is, as long as all of it goes through one redactor in its order: so the
/// outputs of now get what those of the page got.
std::vector<std::string> outputs_of(core::Client& client, Redactor& redactor) {
    std::vector<std::string> outputs;
    while (auto output = client.poll()) {
        redactor.redact(*output);
        outputs.push_back(core::call_log::in_short(*std::move(output)));
    }
    return outputs;
}

std::optional<Difference> difference_of(const Step& step, const std::vector<std::string>& found) {
    const auto [expected, now] = std::ranges::mismatch(step.outputs, found);
    if (expected == step.outputs.end() && now == found.end()) return std::nullopt;
    return Difference{.line = step.line,
                      .input = step.name,
                      .expected = expected == step.outputs.end() ? std::string() : *expected,
                      .found = now == found.end() ? std::string() : *now};
}

}  // namespace

Verdict replay(const LogFile& log, const OnStep& on_step) {
    core::Client client;
    Redactor redactor;
    Verdict verdict;
    for (const Step& step : log.steps) {
        if (step.input) {
            core::Input input = *step.input;
            redactor.redact(input);
            client.handle(step.at, input);
        } else {
            client.tick(step.at);
        }
        const auto outputs = outputs_of(client, redactor);
        if (on_step) on_step(step, outputs, client.summary());
        ++verdict.inputs;
        verdict.difference = difference_of(step, outputs);
        if (verdict.difference) break;
    }
    return verdict;
}

}  // namespace parley::replay
