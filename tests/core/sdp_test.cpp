#include "core/sdp.hpp"

#include <gtest/gtest.h>

namespace parley::core {
namespace {

constexpr const char* fingerprint = "sha-256 AB:CD:EF";

TEST(Fingerprint, IsFoundInWhateverCaseAndLineEnd) {
    EXPECT_TRUE(names_only_fingerprint("v=0\r\na=fingerprint:sha-256 AB:CD:EF\r\n", fingerprint));
    EXPECT_TRUE(names_only_fingerprint("a=fingerprint:SHA-256 ab:cd:ef", fingerprint));
    EXPECT_TRUE(
        names_only_fingerprint("a=fingerprint:sha-256 AB:CD:EF\nm=x\na=fingerprint:sha-256 AB:CD:EF\n", fingerprint));
}

TEST(Fingerprint, IsMissedWhereNoneOrAnotherIsNamed) {
    EXPECT_FALSE(names_only_fingerprint("", fingerprint));
    EXPECT_FALSE(names_only_fingerprint("v=0\r\n", fingerprint));
    EXPECT_FALSE(names_only_fingerprint("a=fingerprint:sha-256 AB:CD:EE\r\n", fingerprint));
    EXPECT_FALSE(names_only_fingerprint("a=fingerprint:sha-256 AB:CD:EF:00\r\n", fingerprint));
    EXPECT_FALSE(names_only_fingerprint("b=a=fingerprint:sha-256 AB:CD:EF\r\n", fingerprint));
}

TEST(Fingerprint, OfSomebodyElseBesidesTheRightOneIsRefused) {
    EXPECT_FALSE(
        names_only_fingerprint("a=fingerprint:sha-256 AB:CD:EF\r\na=fingerprint:sha-256 00:00:00\r\n", fingerprint));
}

}  // namespace
}  // namespace parley::core
