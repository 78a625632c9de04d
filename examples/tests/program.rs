//! The program `sv2`, as a user runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use examples::capture;
use serde_json::{Value, json};

fn sv2(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sv2")).args(arguments).output().expect("the program runs")
}

fn lines(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = core::str::from_utf8(&output.stdout).expect("the output is UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect()
}

/// Writes a capture file to the target directory and returns its path.
fn written(name: &str, bytes: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the temporary directory is writable");
    path.to_str().expect("the path is UTF-8").to_owned()
}

#[test]
fn replay_reports_agreement() {
    let output = sv2(&["replay", "--rounds", "2"]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("484 frames, 2171798 bytes"), "{text}");
    assert!(text.contains("held and in an arena, they agree"), "{text}");
    assert!(text.contains("re-encode to the same bytes in all of them"), "{text}");
    assert!(text.contains("An arena that is reset after each frame: at most "), "{text}");
}

#[test]
fn replay_of_a_truncated_capture_fails() {
    let whole = fs::read(capture::bundled().join("mining.NewMiningJob.bin")).expect("is bundled");
    let cut = written("cut.bin", &whole[..whole.len() - 1]);
    let output = sv2(&["replay", &cut]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("the stream ends inside the frame"), "{errors}");
}

#[test]
fn replay_reports_each_frame_that_does_not_agree() {
    let mut bytes =
        fs::read(capture::bundled().join("mining.NewMiningJob.bin")).expect("is bundled");
    bytes[51 + 6 + 8] = 7;
    let output = sv2(&["replay", &written("mismatch.bin", &bytes)]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(errors.starts_with("mismatch: frame of id 0x800015 at byte 51: "), "{errors}");
}

#[test]
fn inspect_prints_what_the_index_lists() {
    let index = fs::read(capture::bundled().join("index.json")).expect("the index is bundled");
    let index: Value = serde_json::from_slice(&index).expect("the index is JSON");
    let directory = capture::bundled();
    let printed = lines(&sv2(&["inspect", "--json", directory.to_str().expect("is UTF-8")]));

    // The index is sorted by protocol, and the directory by file name.
    let mut listed: Vec<&Value> = index["frames"].as_array().expect("a list").iter().collect();
    listed.sort_by_key(|frame| (frame["file"].as_str(), frame["offset"].as_u64()));
    assert_eq!(printed.len(), listed.len());
    for (printed, listed) in printed.iter().zip(listed) {
        let wanted = json!({
            "message": listed["message"],
            "offset": listed["offset"],
            "length": listed["length"],
            "fields": capture::current(
                listed["message"].as_str().expect("a name"),
                listed["fields"].clone(),
            ),
        });
        assert_eq!(printed, &wanted);
    }
}

#[test]
fn inspect_reports_malformed_frames_in_their_place() {
    let whole = fs::read(capture::bundled().join("mining.NewMiningJob.bin")).expect("is bundled");
    let before = lines(&sv2(&["inspect", "--json", &written("whole.bin", &whole)]));

    // The `min_ntime` of the second frame gets a tag that is neither 0 nor 1.
    let mut bytes = whole.clone();
    bytes[51 + 6 + 8] = 7;
    let printed = lines(&sv2(&["inspect", "--json", &written("tag.bin", &bytes)]));
    assert_eq!(printed.len(), before.len());
    assert_eq!(
        printed[1],
        json!({
            "message": "mining.NewMiningJob", "offset": 51, "length": 55,
            "error": {
                "kind": "InvalidOption", "offset": 8, "field": "min_ntime",
                "reason": "an option begins with 0 or 1, found 7",
            },
        })
    );
    assert_eq!((&printed[0], &printed[2..]), (&before[0], &before[2..]));

    // The third frame declares a payload that its message cannot have. The file continues after it.
    let mut bytes = whole.clone();
    bytes[106 + 3..106 + 6].copy_from_slice(&[50, 0, 0]);
    let printed = lines(&sv2(&["inspect", "--json", &written("length.bin", &bytes)]));
    assert_eq!(printed[2]["error"]["kind"], "TooLarge");
    assert_eq!(
        (&printed[2]["message"], &printed[2]["offset"]),
        (&json!("mining.NewMiningJob"), &json!(106))
    );
    assert_eq!(printed[..2], before[..2]);
    assert!(printed.len() > 3, "the frames after it are read");

    // The file ends inside the last frame.
    let printed =
        lines(&sv2(&["inspect", "--json", &written("end.bin", &whole[..whole.len() - 3])]));
    let (last, rest) = printed.split_last().expect("there are frames");
    assert_eq!(rest, &before[..before.len() - 1]);
    assert_eq!(last["error"]["kind"], "UnexpectedEof");
    assert_eq!(last["offset"], before[before.len() - 1]["offset"]);

    // An id that no message has.
    let mut bytes = whole;
    bytes[2] = 0x99;
    let printed = lines(&sv2(&["inspect", "--json", &written("id.bin", &bytes)]));
    assert_eq!(printed[0]["message"], "unknown.0x800099");
    assert_eq!(printed[1..], before[1..]);
}

#[test]
fn inspect_explains_errors_as_text() {
    let mut bytes =
        fs::read(capture::bundled().join("mining.NewMiningJob.bin")).expect("is bundled");
    bytes[51 + 6 + 8] = 7;
    let output = sv2(&["inspect", &written("people.bin", &bytes)]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success());
    assert!(text.contains("mining.NewMiningJob, 51 bytes"), "{text}");
    assert!(
        text.contains(
            "`NewMiningJob.min_ntime`: an option begins with 0 or 1, found 7 (at byte 8)"
        ),
        "{text}"
    );
    let missing = sv2(&["inspect", "no-such-file"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("cannot open \"no-such-file\""));
}

#[cfg(unix)]
#[test]
fn names_of_files_are_escaped() {
    let whole = fs::read(capture::bundled().join("mining.NewMiningJob.bin")).expect("is bundled");
    let file = written("\u{1b}]0;x\u{7}\u{202e}.bin", &whole);
    for file in [&*file, &format!("{file}.missing")] {
        let Output { stdout, stderr, .. } = sv2(&["inspect", file]);
        let text = String::from_utf8([stdout, stderr].concat()).expect("the output is UTF-8");
        assert!(text.contains(r"\u{1b}]0;x\u{7}\u{202e}.bin"), "{text:?}");
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text:?}");
    }
}
