//! `minecraft_savedata`: 500 players of a game, with nested and optional parts and short text.

use crate::plain::plain;

plain! {
    #[derive(Copy)]
    #[frame(borrow)]
    #[borsh(use_discriminant = true)]
    #[wincode(tag_encoding = "u8")]
    #[repr(u8)]
    pub(crate) enum GameType {
        Survival = 0,
        Creative = 1,
        Adventure = 2,
        Spectator = 3,
    }

    #[frame(borrow)]
    pub(crate) struct Item {
        pub(crate) count: i8,
        pub(crate) slot: u8,
        #[frame(max_len = 32)]
        pub(crate) id: String,
    }

    #[derive(Copy)]
    #[frame(copy)]
    pub(crate) struct Abilities {
        pub(crate) walk_speed: f32,
        pub(crate) fly_speed: f32,
        pub(crate) may_fly: bool,
        pub(crate) flying: bool,
        pub(crate) invulnerable: bool,
        pub(crate) may_build: bool,
        pub(crate) instabuild: bool,
    }

    #[frame(borrow)]
    pub(crate) struct Entity {
        #[frame(max_len = 32)]
        pub(crate) id: String,
        pub(crate) pos: (f64, f64, f64),
        pub(crate) motion: (f64, f64, f64),
        pub(crate) rotation: (f32, f32),
        pub(crate) fall_distance: f32,
        pub(crate) fire: u16,
        pub(crate) air: u16,
        pub(crate) on_ground: bool,
        pub(crate) no_gravity: bool,
        pub(crate) invulnerable: bool,
        pub(crate) portal_cooldown: i32,
        pub(crate) uuid: [u32; 4],
        #[frame(max_len = 32)]
        pub(crate) custom_name: Option<String>,
        pub(crate) custom_name_visible: bool,
        pub(crate) silent: bool,
        pub(crate) glowing: bool,
    }

    #[frame(borrow)]
    pub(crate) struct Recipe {
        #[frame(max_len = 32)]
        pub(crate) name: String,
    }

    #[frame(borrow)]
    pub(crate) struct RecipeBook {
        #[frame(max_len = 64)]
        pub(crate) recipes: Vec<Recipe>,
        #[frame(max_len = 64)]
        pub(crate) to_be_displayed: Vec<Recipe>,
        pub(crate) is_filtering_craftable: bool,
        pub(crate) is_gui_open: bool,
        pub(crate) is_furnace_filtering_craftable: bool,
        pub(crate) is_furnace_gui_open: bool,
        pub(crate) is_blasting_furnace_filtering_craftable: bool,
        pub(crate) is_blasting_furnace_gui_open: bool,
        pub(crate) is_smoker_filtering_craftable: bool,
        pub(crate) is_smoker_gui_open: bool,
    }

    #[frame(borrow)]
    pub(crate) struct Player {
        pub(crate) game_type: GameType,
        pub(crate) previous_game_type: GameType,
        pub(crate) score: i64,
        #[frame(max_len = 32)]
        pub(crate) dimension: String,
        pub(crate) selected_item_slot: u32,
        pub(crate) selected_item: Item,
        #[frame(max_len = 32)]
        pub(crate) spawn_dimension: Option<String>,
        pub(crate) spawn_x: i64,
        pub(crate) spawn_y: i64,
        pub(crate) spawn_z: i64,
        pub(crate) spawn_forced: Option<bool>,
        pub(crate) sleep_timer: u16,
        pub(crate) food_exhaustion_level: f32,
        pub(crate) food_saturation_level: f32,
        pub(crate) food_tick_timer: u32,
        pub(crate) xp_level: u32,
        pub(crate) xp_p: f32,
        pub(crate) xp_total: i32,
        pub(crate) xp_seed: i32,
        #[frame(max_len = 64)]
        pub(crate) inventory: Vec<Item>,
        #[frame(max_len = 64)]
        pub(crate) ender_items: Vec<Item>,
        pub(crate) abilities: Abilities,
        pub(crate) entered_nether_position: Option<(f64, f64, f64)>,
        pub(crate) root_vehicle: Option<([u32; 4], Entity)>,
        pub(crate) shoulder_entity_left: Option<Entity>,
        pub(crate) shoulder_entity_right: Option<Entity>,
        pub(crate) seen_credits: bool,
        pub(crate) recipe_book: RecipeBook,
    }

    #[frame(borrow)]
    pub(crate) struct Players {
        #[frame(max_len = 1000)]
        pub(crate) players: Vec<Player>,
    }
}

/// The same with cells for short text.
pub(crate) mod cells {
    use pool_codec::{Seq, Str};

    use super::{Abilities, AbilitiesRef, GameType, GameTypeRef};
    use crate::plain::cells;

    cells! {
        pub(crate) struct Item {
            pub(in crate::sets) count: i8,
            pub(in crate::sets) slot: u8,
            pub(in crate::sets) id: Str<32>,
        }

        pub(crate) struct Entity {
            pub(in crate::sets) id: Str<32>,
            pub(in crate::sets) pos: (f64, f64, f64),
            pub(in crate::sets) motion: (f64, f64, f64),
            pub(in crate::sets) rotation: (f32, f32),
            pub(in crate::sets) fall_distance: f32,
            pub(in crate::sets) fire: u16,
            pub(in crate::sets) air: u16,
            pub(in crate::sets) on_ground: bool,
            pub(in crate::sets) no_gravity: bool,
            pub(in crate::sets) invulnerable: bool,
            pub(in crate::sets) portal_cooldown: i32,
            pub(in crate::sets) uuid: [u32; 4],
            pub(in crate::sets) custom_name: Option<Str<32>>,
            pub(in crate::sets) custom_name_visible: bool,
            pub(in crate::sets) silent: bool,
            pub(in crate::sets) glowing: bool,
        }

        pub(crate) struct Recipe {
            pub(in crate::sets) name: Str<32>,
        }

        pub(crate) struct RecipeBook {
            pub(in crate::sets) recipes: Seq<Recipe, 64>,
            pub(in crate::sets) to_be_displayed: Seq<Recipe, 64>,
            pub(in crate::sets) is_filtering_craftable: bool,
            pub(in crate::sets) is_gui_open: bool,
            pub(in crate::sets) is_furnace_filtering_craftable: bool,
            pub(in crate::sets) is_furnace_gui_open: bool,
            pub(in crate::sets) is_blasting_furnace_filtering_craftable: bool,
            pub(in crate::sets) is_blasting_furnace_gui_open: bool,
            pub(in crate::sets) is_smoker_filtering_craftable: bool,
            pub(in crate::sets) is_smoker_gui_open: bool,
        }

        pub(crate) struct Player {
            pub(in crate::sets) game_type: GameType,
            pub(in crate::sets) previous_game_type: GameType,
            pub(in crate::sets) score: i64,
            pub(in crate::sets) dimension: Str<32>,
            pub(in crate::sets) selected_item_slot: u32,
            pub(in crate::sets) selected_item: Item,
            pub(in crate::sets) spawn_dimension: Option<Str<32>>,
            pub(in crate::sets) spawn_x: i64,
            pub(in crate::sets) spawn_y: i64,
            pub(in crate::sets) spawn_z: i64,
            pub(in crate::sets) spawn_forced: Option<bool>,
            pub(in crate::sets) sleep_timer: u16,
            pub(in crate::sets) food_exhaustion_level: f32,
            pub(in crate::sets) food_saturation_level: f32,
            pub(in crate::sets) food_tick_timer: u32,
            pub(in crate::sets) xp_level: u32,
            pub(in crate::sets) xp_p: f32,
            pub(in crate::sets) xp_total: i32,
            pub(in crate::sets) xp_seed: i32,
            pub(in crate::sets) inventory: Seq<Item, 64>,
            pub(in crate::sets) ender_items: Seq<Item, 64>,
            pub(in crate::sets) abilities: Abilities,
            pub(in crate::sets) entered_nether_position: Option<(f64, f64, f64)>,
            pub(in crate::sets) root_vehicle: Option<([u32; 4], Entity)>,
            pub(in crate::sets) shoulder_entity_left: Option<Entity>,
            pub(in crate::sets) shoulder_entity_right: Option<Entity>,
            pub(in crate::sets) seen_credits: bool,
            pub(in crate::sets) recipe_book: RecipeBook,
        }

        pub(crate) struct Players {
            pub(in crate::sets) players: Seq<Player, 1000>,
        }
    }
}
