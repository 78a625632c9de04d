//! The JSON Schemas of all messages accept every frame of the capture, and refuse what is not one.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use std::collections::HashMap;

use examples::capture;
use examples::sv2::Sv2;
use pool_codec::schema::Value;
use pool_codec::{FrameReader, FrameSet, Pool};
use pool_schema::Schema;
use serde_json::json;

static POOL: Pool = Pool::new(&Sv2::POOL_CONFIG);

#[test]
fn every_frame_is_valid() {
    let schema = Schema::of::<Sv2>();
    let validators: HashMap<u32, jsonschema::Validator> = schema
        .messages
        .iter()
        .map(|message| {
            let json = schema.json_schema(message);
            assert!(jsonschema::meta::is_valid(&json), "{}", message.name);
            (message.id, jsonschema::draft202012::new(&json).unwrap())
        })
        .collect();
    let mut frames = 0_usize;
    for file in capture::files(&capture::bundled()).unwrap() {
        let stream = std::fs::File::open(file).unwrap();
        let mut reader = FrameReader::<_, Sv2>::new(stream, &POOL);
        while let Some(frame) = reader.read().unwrap() {
            let info = frame.message().unwrap();
            let value = Value::new(info.schema, frame.payload()).unwrap();
            let json = serde_json::to_value(value).unwrap();
            let validator = &validators[&info.id];
            if let Err(error) = validator.validate(&json) {
                panic!("{}: {error}", info.name);
            }
            // A field more, and none at all.
            let mut more = json.clone();
            more["extra"] = json!(1);
            assert!(!validator.is_valid(&more), "{}", info.name);
            assert!(!validator.is_valid(&json!(7)), "{}", info.name);
            for (name, _) in json.as_object().unwrap() {
                let mut less = json.clone();
                less.as_object_mut().unwrap().remove(name);
                assert!(!validator.is_valid(&less), "{} without {name}", info.name);
                // The model does not have lists of extensions, so any value is valid there.
                if name == "extensions" {
                    continue;
                }
                let mut other = json.clone();
                other[name] = json!({ "other": "type" });
                assert!(!validator.is_valid(&other), "{}.{name} of another type", info.name);
            }
            frames += 1;
        }
    }
    assert_eq!(frames, 484);
}
