//! `mk48`: 1,000 updates of a game with ships, with many small vectors.

use crate::plain::plain;
use crate::random::Random;
use crate::sum::{Sum, fields};

plain! {
    #[derive(Copy)]
    #[frame(borrow)]
    #[borsh(use_discriminant = true)]
    #[wincode(tag_encoding = "u8")]
    #[repr(u8)]
    pub(crate) enum EntityType {
        ArleighBurke = 0,
        Bismarck = 1,
        Clemenceau = 2,
        Fletcher = 3,
        G5 = 4,
        Iowa = 5,
        Kolkata = 6,
        Osa = 7,
        Yasen = 8,
        Zubr = 9,
    }

    #[derive(Copy)]
    #[frame(copy)]
    pub(crate) struct Transform {
        altitude: i8,
        angle: u16,
        position: (f32, f32),
        velocity: i16,
    }

    #[derive(Copy)]
    #[frame(copy)]
    pub(crate) struct Guidance {
        angle: u16,
        submerge: bool,
        velocity: i16,
    }

    #[frame(borrow)]
    pub(crate) struct Contact {
        damage: u8,
        entity_id: u32,
        entity_type: Option<EntityType>,
        guidance: Guidance,
        player_id: Option<u16>,
        #[frame(max_len = 255)]
        reloads: Vec<bool>,
        transform: Transform,
        #[frame(max_len = 255)]
        turret_angles: Vec<u16>,
    }

    #[frame(borrow)]
    pub(crate) struct TerrainUpdate {
        chunk_id: (i8, i8),
        #[serde(with = "serde_bytes")]
        #[frame(max_len = 4096)]
        data: Vec<u8>,
    }

    #[frame(borrow)]
    pub(crate) struct Update {
        #[frame(max_len = 255)]
        contacts: Vec<Contact>,
        score: u32,
        world_radius: f32,
        #[frame(max_len = 255)]
        terrain_updates: Vec<TerrainUpdate>,
    }

    #[frame(borrow)]
    pub(crate) struct Updates {
        #[frame(max_len = 2000)]
        updates: Vec<Update>,
    }
}

/// The same with cells for short byte strings.
pub(crate) mod cells {
    use pool_codec::{Bytes, Seq};

    use super::{EntityType, EntityTypeRef, Guidance, GuidanceRef, Transform, TransformRef};
    use crate::plain::cells;

    cells! {
        pub(crate) struct Contact {
            pub(super) damage: u8,
            pub(super) entity_id: u32,
            pub(super) entity_type: Option<EntityType>,
            pub(super) guidance: Guidance,
            pub(super) player_id: Option<u16>,
            pub(super) reloads: Seq<bool, 255>,
            pub(super) transform: Transform,
            pub(super) turret_angles: Seq<u16, 255>,
        }

        pub(crate) struct TerrainUpdate {
            pub(super) chunk_id: (i8, i8),
            pub(super) data: Bytes<4096>,
        }

        pub(crate) struct Update {
            pub(super) contacts: Seq<Contact, 255>,
            pub(super) score: u32,
            pub(super) world_radius: f32,
            pub(super) terrain_updates: Seq<TerrainUpdate, 255>,
        }

        pub(crate) struct Updates {
            pub(super) updates: Seq<Update, 2000>,
        }
    }
}

impl Sum for EntityType {
    #[inline(always)]
    fn sum(&self) -> u64 {
        *self as u64
    }
}

impl Sum for ArchivedEntityType {
    #[inline(always)]
    fn sum(&self) -> u64 {
        match self {
            Self::ArleighBurke => 0,
            Self::Bismarck => 1,
            Self::Clemenceau => 2,
            Self::Fletcher => 3,
            Self::G5 => 4,
            Self::Iowa => 5,
            Self::Kolkata => 6,
            Self::Osa => 7,
            Self::Yasen => 8,
            Self::Zubr => 9,
        }
    }
}

fields! { [Transform, ArchivedTransform] (altitude angle position velocity) }
fields! { [Guidance, ArchivedGuidance] (angle submerge velocity) }
fields! {
    [Contact, ContactRef<'_>, cells::Contact, cells::ContactRef<'_>, ArchivedContact]
    (damage entity_id entity_type guidance player_id reloads transform turret_angles)
}
fields! {
    [
        TerrainUpdate, TerrainUpdateRef<'_>, cells::TerrainUpdate, cells::TerrainUpdateRef<'_>,
        ArchivedTerrainUpdate,
    ]
    (chunk_id data)
}
fields! {
    [Update, UpdateRef<'_>, cells::Update, cells::UpdateRef<'_>, ArchivedUpdate]
    (contacts score world_radius terrain_updates)
}
fields! {
    [Updates, UpdatesRef<'_>, cells::Updates, cells::UpdatesRef<'_>, ArchivedUpdates] (updates)
}

/// The kinds of ships, with their frequency, their weapons and their turrets.
const KINDS: [(EntityType, f64, i64, i64); 10] = [
    (EntityType::ArleighBurke, 2.14, 20, 1),
    (EntityType::Bismarck, 0.52, 10, 4),
    (EntityType::Clemenceau, 0.97, 16, 4),
    (EntityType::Fletcher, 1.46, 18, 4),
    (EntityType::G5, 13.16, 2, 0),
    (EntityType::Iowa, 1.55, 28, 3),
    (EntityType::Kolkata, 0.83, 15, 1),
    (EntityType::Osa, 7.25, 6, 2),
    (EntityType::Yasen, 4.06, 14, 0),
    (EntityType::Zubr, 12.92, 11, 3),
];

fn kind(random: &mut Random) -> (EntityType, i64, i64) {
    let total: f64 = KINDS.iter().map(|kind| kind.1).sum();
    let mut rest = random.float() * total;
    for (kind, frequency, weapons, turrets) in KINDS {
        if rest < frequency {
            return (kind, weapons, turrets);
        }
        rest -= frequency;
    }
    (EntityType::Zubr, 11, 3)
}

fn submerged(random: &mut Random, kind: EntityType) -> bool {
    kind == EntityType::Yasen && random.chance(0.9)
}

fn velocity(random: &mut Random) -> i16 {
    let velocity = match random.below(100) {
        0..80 => random.range(140..900),
        80..90 => 0,
        _ => random.range(-225..-35),
    };
    velocity as i16
}

fn contact(random: &mut Random, players: i64) -> Contact {
    let (kind, weapons, turrets) = kind(random);
    let visible = random.chance(0.7);
    let damage = if visible && random.chance(0.6) { 0 } else { random.below(200) as u8 };
    let loaded = random.float();
    let base = random.bits() as u16;
    let turret = |random: &mut Random| {
        if random.chance(0.75) {
            base.wrapping_add_signed(random.range(-200..200) as i16)
        } else {
            random.bits() as u16
        }
    };
    Contact {
        damage,
        entity_id: random.range(0..players * 20) as u32,
        entity_type: visible.then_some(kind),
        guidance: Guidance {
            angle: random.bits() as u16,
            submerge: submerged(random, kind),
            velocity: velocity(random),
        },
        player_id: visible.then(|| random.range(0..players) as u16),
        reloads: (0..if visible { weapons } else { 0 }).map(|_| random.chance(loaded)).collect(),
        transform: Transform {
            altitude: if submerged(random, kind) { random.range(-120..-35) as i8 } else { 0 },
            angle: random.bits() as u16,
            position: (random.float32() * 1500.0 - 750.0, random.float32() * 1500.0 - 750.0),
            velocity: velocity(random),
        },
        turret_angles: (0..if visible { turrets } else { 0 }).map(|_| turret(random)).collect(),
    }
}

fn terrain(random: &mut Random, radius: i64) -> TerrainUpdate {
    let len = if random.chance(0.02) { 900..1100 } else { 3..9 };
    TerrainUpdate {
        chunk_id: (random.range(-radius..radius) as i8, random.range(-radius..radius) as i8),
        data: random.vec(len, |random| random.bits() as u8),
    }
}

fn update(random: &mut Random) -> Update {
    let players = random.range(200..400);
    let world_radius = (players as f32 * 15000.0).sqrt() + random.float32() * 100.0 - 50.0;
    let radius = (world_radius / 1600.0).ceil() as i64;
    Update {
        contacts: random.vec(20..40, |random| contact(random, players)),
        score: (random.float().powi(4) * 5000.0) as u32 + random.below(50) as u32,
        world_radius,
        terrain_updates: random.vec(3..10, |random| terrain(random, radius)),
    }
}

pub(crate) fn generate() -> Updates {
    let mut random = Random::new();
    Updates { updates: (0..1000).map(|_| update(&mut random)).collect() }
}
