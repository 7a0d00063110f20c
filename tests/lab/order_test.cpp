#include "tests/lab/order.hpp"

#include <gtest/gtest.h>

namespace parley::lab {
namespace {

PortSettings settings_after(std::string_view words) {
    PortSettings settings;
    EXPECT_EQ(apply(words, settings), std::nullopt) << words;
    return settings;
}

bool is_refused(std::string_view words) {
    PortSettings settings;
    return apply(words, settings).has_value();
}

TEST(LabOrderTest, EveryPropertyOfALineIsReadInItsUnit) {
    const auto line =
        settings_after("delay_ms=50 jitter_ms=2.5 loss_percent=5 rate_kbit_per_s=300 queue_bytes=9000 cut=1").inward;
    EXPECT_EQ(line.delay_us, 50'000);
    EXPECT_EQ(line.jitter_us, 2'500);
    EXPECT_DOUBLE_EQ(line.loss_share, 0.05);
    EXPECT_EQ(line.rate_bit_per_s, 300'000);
    EXPECT_EQ(line.queue_bytes, 9000);
    EXPECT_TRUE(line.cut);
}

TEST(LabOrderTest, ADirectionHoldsForTheWordsAfterIt) {
    const auto settings = settings_after("delay_ms=1 out delay_ms=2 loss_percent=1 in delay_ms=3");
    EXPECT_EQ(settings.outward.delay_us, 2000);
    EXPECT_EQ(settings.inward.delay_us, 3000);
    EXPECT_EQ(settings.inward.loss_share, 0);
}

TEST(LabOrderTest, FiltersReplaceOneAnotherAndSilenceIsApart) {
    const auto filter = settings_after("pass=no-udp only=tcp/443,udp/53 silent=10.90.0.2,10.90.0.3").filter;
    EXPECT_EQ(filter.rule, Filter::Rule::OnlyListed);
    EXPECT_EQ(filter.services, (std::set<Filter::Service>{{Transport::Tcp, 443}, {Transport::Udp, 53}}));
    EXPECT_EQ(filter.silent, (std::set<InternetAddress>{0x0a5a0002, 0x0a5a0003}));
    EXPECT_EQ(settings_after("only=tcp/443 pass=all").filter.rule, Filter::Rule::All);
    EXPECT_TRUE(settings_after("only=").filter.services.empty());
}

TEST(LabOrderTest, WhatMakesNoSenseIsRefused) {
    for (const auto* const words :
         {"delay_ms", "delay_ms=", "delay_ms=-1", "delay_ms=5ms", "delay_ms=nan", "loss_percent=101", "cut=2",
          "cut=yes", "sideways", "colour=1", "pass=some", "only=443", "only=sctp/443", "only=tcp/70000",
          "silent=10.90.0", "silent=10.90.0.1.2", "silent=10.90.0.256", "silent=host"}) {
        EXPECT_TRUE(is_refused(words)) << words;
    }
}

}  // namespace
}  // namespace parley::lab
