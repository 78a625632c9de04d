//! The contenders, in the order of the table.

mod floor;
mod ours;
mod stratum;

use benches::chart::Role;
use benches::harness::Run;
use pool_codec::{FrameWriter, Sv2Header};

use crate::contender::Suffix;
use crate::results::Label;
use crate::scenario::Scenario;
use crate::stream::Repeat;

/// The number of slots of our pool in the class of the short message. The long one has [`LONG_CAPACITY`].
pub(crate) const CAPACITY: usize = 256;

/// The number of slots of our pool in the class of 1 MiB.
pub(crate) const LONG_CAPACITY: usize = 16;

pub(crate) const COPY: Label = ("copy", Role::Floor);
pub(crate) const OURS_HELD: Label = ("ours, held", Role::Ours);
pub(crate) const OURS_OWNED: Label = ("ours, owned", Role::Ours);
pub(crate) const STRATUM_HELD: Label = ("codec_sv2, held", Role::Rival);
pub(crate) const STRATUM_OWNED: Label = ("codec_sv2, owned", Role::Rival);

/// Returns the runs of all contenders in one scenario. They read the same bytes.
pub(crate) fn rows(suffix: Suffix, scenario: Scenario) -> Vec<(Label, Run)> {
    let job = ours::job(suffix.bytes());
    let mut writer = FrameWriter::<_, Sv2Header>::new(Vec::new(), &ours::POOL);
    writer.send(&job).and_then(|()| writer.flush()).expect("encodes");
    let (stream, expected) = (Repeat::new(writer.get_ref()), (job.channel_id, suffix.bytes()));
    vec![
        (COPY, scenario.run::<floor::Copies>(&stream, expected)),
        (OURS_HELD, scenario.run::<ours::Holds>(&stream, expected)),
        (OURS_OWNED, scenario.run::<ours::Owns>(&stream, expected)),
        (STRATUM_HELD, scenario.run::<stratum::Holds>(&stream, expected)),
        (STRATUM_OWNED, scenario.run::<stratum::Owns>(&stream, expected)),
    ]
}
