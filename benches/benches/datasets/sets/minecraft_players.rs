//! The generator of `minecraft_savedata`.

use crate::random::Random;
use crate::sets::minecraft::{
    Abilities, Entity, GameType, Item, Player, Players, Recipe, RecipeBook,
};

const ITEMS: [&str; 8] =
    ["dirt", "stone", "pickaxe", "sand", "gravel", "shovel", "chestplate", "steak"];
const ENTITIES: [&str; 8] =
    ["cow", "sheep", "zombie", "skeleton", "spider", "creeper", "parrot", "bee"];
const NAMES: [&str; 8] =
    ["rainbow", "princess", "steve", "johnny", "missy", "coward", "fairy", "howard"];
const RECIPES: [&str; 8] =
    ["pickaxe", "torch", "bow", "crafting table", "furnace", "shears", "arrow", "tnt"];
const DIMENSIONS: [&str; 3] = ["overworld", "nether", "end"];

fn game_type(random: &mut Random) -> GameType {
    let types = [GameType::Survival, GameType::Creative, GameType::Adventure, GameType::Spectator];
    types[random.below(types.len())]
}

fn item(random: &mut Random) -> Item {
    Item { count: random.bits() as i8, slot: random.bits() as u8, id: random.pick(&ITEMS) }
}

fn abilities(random: &mut Random) -> Abilities {
    Abilities {
        walk_speed: random.float32(),
        fly_speed: random.float32(),
        may_fly: random.flag(),
        flying: random.flag(),
        invulnerable: random.flag(),
        may_build: random.flag(),
        instabuild: random.flag(),
    }
}

fn position(random: &mut Random) -> (f64, f64, f64) {
    (random.float(), random.float(), random.float())
}

fn uuid(random: &mut Random) -> [u32; 4] {
    core::array::from_fn(|_| random.bits() as u32)
}

fn entity(random: &mut Random) -> Entity {
    Entity {
        id: random.pick(&ENTITIES),
        pos: position(random),
        motion: position(random),
        rotation: (random.float32(), random.float32()),
        fall_distance: random.float32(),
        fire: random.bits() as u16,
        air: random.bits() as u16,
        on_ground: random.flag(),
        no_gravity: random.flag(),
        invulnerable: random.flag(),
        portal_cooldown: random.bits() as i32,
        uuid: uuid(random),
        custom_name: random.option(|random| random.pick(&NAMES)),
        custom_name_visible: random.flag(),
        silent: random.flag(),
        glowing: random.flag(),
    }
}

fn recipe(random: &mut Random) -> Recipe {
    Recipe { name: random.pick(&RECIPES) }
}

fn recipe_book(random: &mut Random) -> RecipeBook {
    RecipeBook {
        recipes: random.vec(0..30, recipe),
        to_be_displayed: random.vec(0..10, recipe),
        is_filtering_craftable: random.flag(),
        is_gui_open: random.flag(),
        is_furnace_filtering_craftable: random.flag(),
        is_furnace_gui_open: random.flag(),
        is_blasting_furnace_filtering_craftable: random.flag(),
        is_blasting_furnace_gui_open: random.flag(),
        is_smoker_filtering_craftable: random.flag(),
        is_smoker_gui_open: random.flag(),
    }
}

fn player(random: &mut Random) -> Player {
    Player {
        game_type: game_type(random),
        previous_game_type: game_type(random),
        score: random.bits() as i64,
        dimension: random.pick(&DIMENSIONS),
        selected_item_slot: random.bits() as u32,
        selected_item: item(random),
        spawn_dimension: random.option(|random| random.pick(&DIMENSIONS)),
        spawn_x: random.bits() as i64,
        spawn_y: random.bits() as i64,
        spawn_z: random.bits() as i64,
        spawn_forced: random.option(Random::flag),
        sleep_timer: random.bits() as u16,
        food_exhaustion_level: random.float32(),
        food_saturation_level: random.float32(),
        food_tick_timer: random.bits() as u32,
        xp_level: random.bits() as u32,
        xp_p: random.float32(),
        xp_total: random.bits() as i32,
        xp_seed: random.bits() as i32,
        inventory: random.vec(0..40, item),
        ender_items: random.vec(0..27, item),
        abilities: abilities(random),
        entered_nether_position: random.option(position),
        root_vehicle: random.option(|random| (uuid(random), entity(random))),
        shoulder_entity_left: random.option(entity),
        shoulder_entity_right: random.option(entity),
        seen_credits: random.flag(),
        recipe_book: recipe_book(random),
    }
}

pub(crate) fn generate() -> Players {
    let mut random = Random::new();
    Players { players: (0..500).map(|_| player(&mut random)).collect() }
}
