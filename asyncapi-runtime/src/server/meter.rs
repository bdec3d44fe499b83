//! What the metrics of a service are told about a message. Without the feature `metrics`, nothing of it is there.

#[cfg(feature = "metrics")]
use std::time::Instant;

use super::gate::Core;
use crate::{ChannelInfo, Handled};

/// The time since a message, or an attempt, began.
pub(crate) struct Meter(#[cfg(feature = "metrics")] Instant);

#[cfg(feature = "metrics")]
fn of<'a>(core: &'a Core, channel: &'static ChannelInfo) -> Option<&'a crate::telemetry::Processed> {
    core.processed.iter().find(|processed| processed.is_of(channel))
}

#[cfg(feature = "metrics")]
impl Meter {
    #[inline]
    pub(super) fn new() -> Self {
        Self(Instant::now())
    }

    pub(super) fn consumed(&self, core: &Core, channel: &'static ChannelInfo) {
        of(core, channel).into_iter().for_each(|metrics| metrics.consumed());
    }

    pub(super) fn in_flight(&self, core: &Core, channel: &'static ChannelInfo) -> Option<crate::telemetry::InFlight> {
        of(core, channel).map(crate::telemetry::Processed::in_flight)
    }

    pub(super) fn handled(&self, core: &Core, channel: &'static ChannelInfo, handled: &Handled) {
        of(core, channel).into_iter().for_each(|metrics| metrics.handled(handled, self.0.elapsed()));
    }

    pub(super) fn retried(core: &Core, channel: &'static ChannelInfo) {
        of(core, channel).into_iter().for_each(|metrics| metrics.retried());
    }

    pub(super) fn dead(core: &Core, channel: &'static ChannelInfo) {
        of(core, channel).into_iter().for_each(|metrics| metrics.dead());
    }
}

#[cfg(not(feature = "metrics"))]
#[allow(clippy::unused_self, reason = "the same as with metrics")]
impl Meter {
    #[inline]
    pub(super) fn new() -> Self {
        Self()
    }

    #[inline]
    pub(super) fn consumed(&self, _: &Core, _: &'static ChannelInfo) {}

    #[inline]
    pub(super) fn in_flight(&self, _: &Core, _: &'static ChannelInfo) -> Option<std::convert::Infallible> {
        None
    }

    #[inline]
    pub(super) fn handled(&self, _: &Core, _: &'static ChannelInfo, _: &Handled) {}

    #[inline]
    pub(super) fn retried(_: &Core, _: &'static ChannelInfo) {}

    #[inline]
    pub(super) fn dead(_: &Core, _: &'static ChannelInfo) {}
}
