//! The capture in Wireshark: tshark with the generated dissector shows every field of every frame.
//!
//! The test needs tshark 4, which is a Debian package. Without it, the test says so and does nothing.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use core::time::Duration;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use etherparse::PacketBuilder;
use examples::capture;
use examples::sv2::Sv2;
use pcap_file::pcap::{PcapPacket, PcapWriter};
use pool_codec::schema::{Content, Kind, Value};
use pool_codec::{FrameReader, FrameSet, Pool};
use pool_schema::Schema;

static POOL: Pool = Pool::new(&Sv2::POOL_CONFIG);
const PORT: u16 = 34_255;

/// A field and its value, as tshark prints them.
type Leaf = (String, String);

fn has_tshark() -> bool {
    let found = Command::new("tshark").arg("--version").output().is_ok();
    if !found {
        println!(
            "SKIPPED: tshark is not installed, so the dissector is not checked (apt-get install tshark)"
        );
    }
    found
}

/// Writes a conversation whose client sends `stream` in segments of at most `segment` bytes.
fn write_pcap(path: &Path, stream: &[u8], segment: usize) {
    let mut writer = PcapWriter::new(File::create(path).unwrap()).unwrap();
    let mut sequence = 1000_u32;
    for (index, part) in stream.chunks(segment).enumerate() {
        let packet = PacketBuilder::ethernet2([1; 6], [2; 6])
            .ipv4([10, 0, 0, 1], [10, 0, 0, 2], 64)
            .tcp(40_000, PORT, sequence, 65_535)
            .ack(1);
        let mut bytes = Vec::new();
        packet.write(&mut bytes, part).unwrap();
        let time = Duration::from_micros(index as u64);
        let len = u32::try_from(bytes.len()).unwrap();
        writer.write_packet(&PcapPacket::new(time, len, &bytes)).unwrap();
        sequence = sequence.wrapping_add(part.len() as u32);
    }
}

/// A folder of this test run, which is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pool-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The protocol of each packet, as tshark prints it in JSON.
    fn tshark(&self, stream: &[u8], segment: usize) -> Vec<serde_json::Value> {
        let (pcap, lua) = (self.0.join("capture.pcap"), self.0.join("sv2.lua"));
        write_pcap(&pcap, stream, segment);
        std::fs::write(&lua, Schema::of::<Sv2>().dissector(&[PORT]).unwrap()).unwrap();
        let output = Command::new("tshark")
            .args([
                "-T",
                "json",
                "--no-duplicate-keys",
                "-J",
                "sv2",
                "-o",
                "tcp.desegment_tcp_streams:TRUE",
            ])
            .args(["-o", "gui.max_tree_items:10000000"])
            .arg("-X")
            .arg(format!("lua_script:{}", lua.display()))
            .arg("-r")
            .arg(&pcap)
            // Dissectors run as any user.
            .env("WIRESHARK_RUN_FROM_BUILD_DIRECTORY", "")
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !errors.contains("Lua"), "{errors}");
        let packets: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        packets
            .into_iter()
            .filter_map(|mut packet| {
                packet["_source"]["layers"].get_mut("sv2").map(|layer| layer.take())
            })
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Adds all leaves below a node. Equal keys were merged to arrays.
fn leaves(key: &str, node: &serde_json::Value, out: &mut Vec<Leaf>) {
    match node {
        serde_json::Value::Object(map) => {
            for (key, value) in map.iter().filter(|(key, _)| !key.starts_with("_ws")) {
                leaves(key, value, out);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| leaves(key, item, out)),
        serde_json::Value::String(text) => out.push((key.to_owned(), text.clone())),
        other => panic!("{other}"),
    }
}

/// The leaves that the dissector must show for a value, with the names that it gives them.
fn expected(value: &Value<'_>, key: &str, out: &mut Vec<Leaf>) {
    let mut push = |text: String| out.push((key.to_owned(), text));
    match value.content() {
        Content::Uint(number) => push(number.to_string()),
        Content::Int(number) => push(number.to_string()),
        // tshark prints fewer digits than a float has.
        Content::F32(number) => push(format!("~{number}")),
        Content::F64(number) => push(format!("~{number}")),
        Content::Bool(value) => push(u8::from(value).to_string()),
        Content::Char(c) => push(c.to_string()),
        Content::Bytes(bytes) => push(hex(bytes)),
        // The model of schemas has no lists of extensions, so the dissector shows their bytes.
        Content::Struct(_) if value.schema().name() == Some("Tlvs") => push(hex(value.as_bytes())),
        Content::Str(text) => push(text.to_owned()),
        Content::Items(items) => {
            if matches!(value.schema().kind(), Kind::Seq { .. }) {
                out.push((format!("{key}.count"), items.len().to_string()));
            }
            items.for_each(|item| expected(&item, key, out));
        }
        Content::Option(value) => value.iter().for_each(|value| expected(value, key, out)),
        Content::Enum(tag, name, fields) => {
            push(tag.to_string());
            let owner = value.schema().name().unwrap();
            for (field, value) in fields {
                expected(&value, &format!("sv2.{owner}.{name}.{field}"), out);
            }
        }
        Content::Struct(fields) => {
            // A definition that shares its name has a number: see the names of the schema.
            let owner = key.strip_prefix("sv2.").filter(|name| !name.contains('.'));
            let owner = owner.unwrap_or(value.schema().name().unwrap());
            for (field, value) in fields {
                expected(&value, &format!("sv2.{owner}.{field}"), out);
            }
        }
        Content::Tuple(fields) => {
            for (field, value) in fields {
                expected(&value, &format!("{key}.{field}"), out);
            }
        }
        content => panic!("{content:?}"),
    }
}

fn hex(bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.join(":")
}

fn is_same(found: &Leaf, wanted: &Leaf) -> bool {
    let value = match wanted.1.strip_prefix('~') {
        Some(float) => {
            let (found, wanted): (f64, f64) = (found.1.parse().unwrap(), float.parse().unwrap());
            found == wanted || ((found - wanted) / wanted).abs() < 1e-5
        }
        None => found.1 == wanted.1,
    };
    found.0 == wanted.0 && value
}

fn sorted(mut leaves: Vec<Leaf>) -> Vec<Leaf> {
    // Merged keys lose the order among other keys, but not among equal ones.
    leaves.sort_by(|(one, _), (other, _)| one.cmp(other));
    leaves
}

#[test]
fn every_field_of_every_frame() {
    if !has_tshark() {
        return;
    }
    let folder = Folder::new("dissector");
    let schema = Schema::of::<Sv2>();
    let (mut stream, mut wanted, mut frames) = (Vec::new(), Vec::new(), 0_usize);
    for file in capture::files(&capture::bundled()).unwrap() {
        let bytes = std::fs::read(&file).unwrap();
        let mut reader = FrameReader::<_, Sv2>::new(&bytes[..], &POOL);
        while let Some(frame) = reader.read().unwrap() {
            let value = Value::new(frame.message().unwrap().schema, frame.payload()).unwrap();
            let name = &schema.message(frame.id()).unwrap().name;
            wanted.push(("sv2.id".to_owned(), format!("{:#010x}", frame.id())));
            wanted.push(("sv2.length".to_owned(), frame.payload().len().to_string()));
            expected(&value, &format!("sv2.{name}"), &mut wanted);
            frames += 1;
        }
        stream.extend(bytes);
    }
    assert_eq!(frames, 484);
    // Small segments cut frames, and contain several small ones.
    let mut found = Vec::new();
    for layer in folder.tshark(&stream, 1400) {
        leaves("sv2", &layer, &mut found);
    }
    let (found, wanted) = (sorted(found), sorted(wanted));
    for (found, wanted) in found.iter().zip(&wanted) {
        assert!(is_same(found, wanted), "found {found:?}, wanted {wanted:?}");
    }
    assert_eq!(found.len(), wanted.len());
}

/// Frames that are malformed are marked, and the frames after them are shown.
#[test]
fn malformed_frames_are_marked() {
    if !has_tshark() {
        return;
    }
    let folder = Folder::new("dissector-malformed");
    let frame = |id: u8, payload: &[u8]| {
        let mut bytes = vec![0, 0, id, payload.len() as u8, 0, 0];
        bytes.extend(payload);
        bytes
    };
    let stream = [
        // SetupConnectionSuccess with a field that is cut, and with a byte too many; a message without any byte.
        frame(1, &[2, 0, 0]),
        frame(1, &[2, 0, 0, 0, 0, 0, 9]),
        frame(1, &[]),
        // SetupConnectionError whose text is longer than the payload.
        frame(2, &[0, 0, 0, 0, 9, b'x']),
        // SetupConnection of an unknown protocol.
        frame(0, &[7]),
        frame(0x99, &[1]),
        frame(1, &[2, 0, 5, 0, 0, 0]),
    ]
    .concat();
    for segment in [1, 7, 1400] {
        let text: String =
            folder.tshark(&stream, segment).iter().map(|layer| layer.to_string()).collect();
        for expected in [
            "SetupConnectionSuccess: the payload ends inside a number of 4 bytes (at byte 2)",
            "1 bytes after the message",
            "the payload is empty",
            "SetupConnectionError: the payload ends inside text of 9 bytes (at byte 5)",
            "SetupConnection: unknown tag 7 of Protocol (at byte 0)",
            "Unknown message",
            r#""sv2.SetupConnectionSuccess.flags":"5""#,
        ] {
            assert!(text.contains(expected), "{expected} in segments of {segment}: {text}");
        }
    }
}
