//! The borrowed forms of `minecraft_savedata` for contenders that borrow text, and the sums of all forms.

use crate::plain::borrowed;
use crate::sets::minecraft::*;
use crate::sum::{Sum, fields};

borrowed! {
    pub(crate) struct BorrowedItem<'a> {
        count: i8,
        slot: u8,
        id: &'a str,
    }

    pub(crate) struct BorrowedEntity<'a> {
        id: &'a str,
        pos: (f64, f64, f64),
        motion: (f64, f64, f64),
        rotation: (f32, f32),
        fall_distance: f32,
        fire: u16,
        air: u16,
        on_ground: bool,
        no_gravity: bool,
        invulnerable: bool,
        portal_cooldown: i32,
        uuid: [u32; 4],
        #[serde(borrow)]
        custom_name: Option<&'a str>,
        custom_name_visible: bool,
        silent: bool,
        glowing: bool,
    }

    pub(crate) struct BorrowedRecipe<'a> {
        name: &'a str,
    }

    pub(crate) struct BorrowedRecipeBook<'a> {
        #[serde(borrow)]
        recipes: Vec<BorrowedRecipe<'a>>,
        #[serde(borrow)]
        to_be_displayed: Vec<BorrowedRecipe<'a>>,
        is_filtering_craftable: bool,
        is_gui_open: bool,
        is_furnace_filtering_craftable: bool,
        is_furnace_gui_open: bool,
        is_blasting_furnace_filtering_craftable: bool,
        is_blasting_furnace_gui_open: bool,
        is_smoker_filtering_craftable: bool,
        is_smoker_gui_open: bool,
    }

    pub(crate) struct BorrowedPlayer<'a> {
        game_type: GameType,
        previous_game_type: GameType,
        score: i64,
        dimension: &'a str,
        selected_item_slot: u32,
        #[serde(borrow)]
        selected_item: BorrowedItem<'a>,
        #[serde(borrow)]
        spawn_dimension: Option<&'a str>,
        spawn_x: i64,
        spawn_y: i64,
        spawn_z: i64,
        spawn_forced: Option<bool>,
        sleep_timer: u16,
        food_exhaustion_level: f32,
        food_saturation_level: f32,
        food_tick_timer: u32,
        xp_level: u32,
        xp_p: f32,
        xp_total: i32,
        xp_seed: i32,
        #[serde(borrow)]
        inventory: Vec<BorrowedItem<'a>>,
        #[serde(borrow)]
        ender_items: Vec<BorrowedItem<'a>>,
        abilities: Abilities,
        entered_nether_position: Option<(f64, f64, f64)>,
        #[serde(borrow)]
        root_vehicle: Option<([u32; 4], BorrowedEntity<'a>)>,
        #[serde(borrow)]
        shoulder_entity_left: Option<BorrowedEntity<'a>>,
        #[serde(borrow)]
        shoulder_entity_right: Option<BorrowedEntity<'a>>,
        seen_credits: bool,
        #[serde(borrow)]
        recipe_book: BorrowedRecipeBook<'a>,
    }

    pub(crate) struct BorrowedPlayers<'a> {
        #[serde(borrow)]
        players: Vec<BorrowedPlayer<'a>>,
    }
}

impl Sum for GameType {
    #[inline(always)]
    fn sum(&self) -> u64 {
        *self as u64
    }
}

impl Sum for ArchivedGameType {
    #[inline(always)]
    fn sum(&self) -> u64 {
        match self {
            Self::Survival => 0,
            Self::Creative => 1,
            Self::Adventure => 2,
            Self::Spectator => 3,
        }
    }
}

fields! {
    [Item, ItemRef<'_>, cells::Item, cells::ItemRef<'_>, ArchivedItem, BorrowedItem<'_>]
    (
        count slot id
    )
}
fields! {
    [Abilities, ArchivedAbilities]
    (
        walk_speed fly_speed may_fly flying invulnerable may_build instabuild
    )
}
fields! {
    [Entity, EntityRef<'_>, cells::Entity, cells::EntityRef<'_>, ArchivedEntity, BorrowedEntity<'_>]
    (
        id pos motion rotation fall_distance fire air on_ground no_gravity invulnerable
        portal_cooldown uuid custom_name custom_name_visible silent glowing
    )
}
fields! {
    [Recipe, RecipeRef<'_>, cells::Recipe, cells::RecipeRef<'_>, ArchivedRecipe, BorrowedRecipe<'_>]
    (
        name
    )
}
fields! {
    [
        RecipeBook, RecipeBookRef<'_>, cells::RecipeBook, cells::RecipeBookRef<'_>,
        ArchivedRecipeBook, BorrowedRecipeBook<'_>,
    ]
    (
        recipes to_be_displayed is_filtering_craftable is_gui_open
        is_furnace_filtering_craftable is_furnace_gui_open
        is_blasting_furnace_filtering_craftable is_blasting_furnace_gui_open
        is_smoker_filtering_craftable is_smoker_gui_open
    )
}
fields! {
    [Player, PlayerRef<'_>, cells::Player, cells::PlayerRef<'_>, ArchivedPlayer, BorrowedPlayer<'_>]
    (
        game_type previous_game_type score dimension selected_item_slot selected_item
        spawn_dimension spawn_x spawn_y spawn_z spawn_forced sleep_timer
        food_exhaustion_level food_saturation_level food_tick_timer xp_level xp_p xp_total
        xp_seed inventory ender_items abilities entered_nether_position root_vehicle
        shoulder_entity_left shoulder_entity_right seen_credits recipe_book
    )
}
fields! {
    [
        Players, PlayersRef<'_>, cells::Players, cells::PlayersRef<'_>, ArchivedPlayers,
        BorrowedPlayers<'_>,
    ]
    (
        players
    )
}
