#include "protocol/codec_letters.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace parley::protocol {
namespace {

using Verdict = FileOutcome::Verdict;

constexpr std::array<std::string_view, 6> verdicts = {"whole", "declined", "no-room", "damaged", "failed", "lost"};

std::uint32_t file_number(MemberReader& member) {
    const Sequence number = member.sequence("file");
    if (number > std::numeric_limits<std::uint32_t>::max()) member.fail("file", "is too large");
    return static_cast<std::uint32_t>(number);
}

LetterContent read_private_chat(MemberReader& member) {
    return PrivateChat{.text = member.text("text", limits::chat_text_max), .at_ms = member.duration_ms("at")};
}

LetterContent read_offer(MemberReader& member) {
    FileOffer offer{.file = file_number(member),
                    .name = member.text("name", limits::file_name_max),
                    .media_type = member.text("media_type", limits::media_type_max),
                    .size = member.sequence("size", 0),
                    .at_ms = member.duration_ms("at"),
                    .audience = member.flag("private") ? FileOffer::Audience::OnlyYou : FileOffer::Audience::Everyone};
    if (offer.size > limits::file_size_max) member.fail("size", "is too large");
    return offer;
}

LetterContent read_wish(MemberReader& member) {
    return FileWish{.file = file_number(member), .from = member.sequence("from", 0)};
}

LetterContent read_end(MemberReader& member) {
    return FileEnd{.file = file_number(member), .digest = member.text("digest", limits::id_max_characters)};
}

LetterContent read_withdrawn(MemberReader& member) { return FileWithdrawn{.file = file_number(member)}; }

// A word that is not known yet is a failure for whatever reason.
LetterContent read_outcome(MemberReader& member) {
    const std::uint32_t file = file_number(member);
    const auto known = std::ranges::find(verdicts, member.text("verdict", limits::id_max_characters));
    const auto index = static_cast<std::size_t>(known - verdicts.begin());
    return FileOutcome{.file = file,
                       .verdict = known == verdicts.end() ? Verdict::Failed : static_cast<Verdict>(index)};
}

constexpr std::array content_decoders{
    Decoder<LetterContent>{"chat", read_private_chat},        Decoder<LetterContent>{"file", read_offer},
    Decoder<LetterContent>{"file-wish", read_wish},           Decoder<LetterContent>{"file-end", read_end},
    Decoder<LetterContent>{"file-withdrawn", read_withdrawn}, Decoder<LetterContent>{"file-outcome", read_outcome},
};

Json write(const PrivateChat& chat) { return {{"type", "chat"}, {"text", chat.text}, {"at", chat.at_ms}}; }
Json write(const FileOffer& offer) {
    return {{"type", "file"},
            {"file", offer.file},
            {"name", offer.name},
            {"media_type", offer.media_type},
            {"size", offer.size},
            {"at", offer.at_ms},
            {"private", offer.audience == FileOffer::Audience::OnlyYou}};
}
Json write(const FileWish& wish) { return {{"type", "file-wish"}, {"file", wish.file}, {"from", wish.from}}; }
Json write(const FileEnd& end) { return {{"type", "file-end"}, {"file", end.file}, {"digest", end.digest}}; }
Json write(const FileWithdrawn& withdrawn) { return {{"type", "file-withdrawn"}, {"file", withdrawn.file}}; }
Json write(const FileOutcome& outcome) {
    return {{"type", "file-outcome"},
            {"file", outcome.file},
            {"verdict", verdicts[static_cast<std::size_t>(outcome.verdict)]}};
}

Json write(const UnknownContent& /*unknown*/) { return {{"type", "unknown"}}; }

}  // namespace

Letter read_letter(MemberReader& member) {
    Letter letter{.number = member.sequence("number"), .first = member.sequence("first"), .content = {}};
    if (letter.first > letter.number) member.fail("first", "is past the number");
    const Json* const object = member.object("content");
    if (object == nullptr) return letter;
    MemberReader nested(*object);
    const std::string type = nested.text("type");
    const auto known = std::ranges::find(content_decoders, type, &Decoder<LetterContent>::type);
    letter.content = known == content_decoders.end() ? LetterContent(UnknownContent{}) : known->read(nested);
    member.adopt(nested);
    return letter;
}

Json write_letter(const Letter& letter) {
    return {{"type", "letter"},
            {"number", letter.number},
            {"first", letter.first},
            {"content", std::visit([](const auto& content) { return write(content); }, letter.content)}};
}

}  // namespace parley::protocol
