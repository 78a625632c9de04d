//! Every command, as a user runs it.
#![allow(
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const SCHEMA: &str = "../pool-schema/tests/files/everything.yaml";

fn frame(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cargo-frame")).arg("frame").args(arguments).output().unwrap()
}

/// The output of a command that succeeds.
#[track_caller]
fn text(arguments: &[&str]) -> String {
    let output = frame(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&text(arguments)).unwrap()
}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("cargo-frame-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn generate() {
    let expected = std::fs::read_to_string("../pool-schema/tests/generated/everything.rs").unwrap();
    assert_eq!(text(&["generate", SCHEMA]), expected);
    // The JSON of a schema is a schema.
    let folder = Folder::new("generate");
    let lock = folder.path("everything.lock");
    assert_eq!(text(&["generate", SCHEMA, "--json", "-o", &lock]), "");
    assert_eq!(text(&["check", SCHEMA, &lock]), "no differences\n");
}

#[test]
fn check_has_exit_codes() {
    let folder = Folder::new("check");
    let schema =
        |fields: &str| format!("name: Market\nmessages: {{ Tick: {{ fields: {{ {fields} }} }} }}");
    let old = folder.write("old.yaml", schema("price: u32"));
    let named = folder.write("named.yaml", schema("cents: u32"));
    let other = folder.write("other.yaml", schema("price: u64"));
    assert_eq!(frame(&["check", &old, &old]).status.code(), Some(0));
    assert_eq!(frame(&["check", &old, &named]).status.code(), Some(0));
    let output = frame(&["check", &old, &other]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stdout)
            .starts_with("breaks peers\n  Tick.price: was u32, is u64")
    );
    let changes: Value =
        serde_json::from_slice(&frame(&["check", "--json", &old, &other]).stdout).unwrap();
    assert_eq!(changes[0]["impact"], "breaks");
    assert_eq!(
        (&changes[0]["old_reads"], &changes[0]["new_reads"]),
        (&"wrong".into(), &"wrong".into())
    );
    let output = frame(&["check", &old, &folder.path("none.yaml")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("none.yaml` cannot be read"));
}

#[test]
fn mistakes_are_shown_at_once() {
    let output = frame(&["generate", "../pool-schema/tests/files/mistakes.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.matches("\nhelp: ").count() > 20, "{errors}");
}

#[test]
fn bill() {
    let bill = json(&["bill", SCHEMA, "--json", "--connections", "7"]);
    assert_eq!(bill["connections"]["count"], 7);
    assert_eq!(bill["messages"][1]["max_size"], 200);
    assert_eq!(bill["messages"][1]["size_class"], 256);
    let total = bill["connections"]["total"].as_u64().unwrap();
    assert!(total > bill["pool"]["footprint"].as_u64().unwrap());
    assert!(text(&["bill", SCHEMA]).contains("`Everything`, 1000 connections, bytes"));
    // The widest figures have a space before them.
    let text = text(&["bill", SCHEMA, "--connections", &u64::MAX.to_string()]);
    let needed = text.lines().filter(|line| line.contains(&format!("iB {}", u64::MAX)));
    assert!(needed.count() > 0, "{text}");
}

#[test]
fn json_schemas() {
    assert_eq!(json(&["json-schema", SCHEMA])["Order"]["title"], "Order");
    assert_eq!(json(&["json-schema", SCHEMA, "-m", "Book"])["title"], "Book");
    let output = frame(&["json-schema", SCHEMA, "-m", "Boook"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("the schema has Book, Order"));
}

#[test]
fn corpora_are_inspected() {
    let folder = Folder::new("corpus");
    assert!(text(&["corpus", SCHEMA, &folder.path("seeds")]).contains("of them valid"));
    let read = |name: &str| std::fs::read(folder.path("seeds/").to_owned() + name).unwrap();
    let well_formed =
        [read("Order-any-0.bin"), read("Ping-shortest.bin"), read("Book-longest.bin")].concat();
    let file = folder.write("stream.bin", well_formed);
    assert!(text(&["inspect", SCHEMA, &file]).starts_with("       0  Order, "));
    let lines = text(&["inspect", "--json", SCHEMA, &file]);
    let names: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(names.iter().map(|line| &line["message"]).eq(["Order", "Ping", "Book"]));
    assert!(names.iter().all(|line| line["fields"].is_object()), "{lines}");
    // What comes after a malformed frame is read.
    let broken = [read("Order-ones.bin"), read("header-above-limit.bin")[..6].to_vec()].concat();
    let above = u32::from_le_bytes([
        broken[broken.len() - 3],
        broken[broken.len() - 2],
        broken[broken.len() - 1],
        0,
    ]);
    let file = folder
        .write("broken.bin", [broken, vec![0; above as usize], read("Ping-shortest.bin")].concat());
    let output = frame(&["inspect", SCHEMA, &file]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("exceeds the maximum of") && text.ends_with("Ping, 0 bytes\n"), "{text}");
}

#[test]
fn a_dissector_needs_a_layout() {
    assert!(text(&["dissector", SCHEMA, "--port", "7000,7001"]).contains("ports = {7000, 7001}"));
    let folder = Folder::new("dissector");
    let known = "header: { rust: my::Short, size: 3, id: [0], length: [2, 1] }\nmessages: { A: { fields: [] } }";
    let path = folder.write("known.yaml", known);
    let lock = text(&["generate", "--json", &path]);
    assert!(text(&["dissector", &path]).contains("length = {2, 1}"));
    let mut lock: Value = serde_json::from_str(&lock).unwrap();
    lock["header"].as_object_mut().unwrap().remove("layout");
    let path = folder.write("unknown.lock", lock.to_string());
    let output = frame(&["dissector", &path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("help: describe it in a schema file"));
}

/// The page in Chromium: nothing is wider than a phone or a screen, in light and dark, and screenshots can be made.
///
/// The test needs Chromium, which is a Debian package. Without it, the test says so and checks the text alone.
#[test]
fn the_report_fits_screens_and_phones() {
    let folder = Folder::new("report");
    let old =
        std::fs::read_to_string(SCHEMA).unwrap().replace("type: u32, range", "type: u64, range");
    let old = folder.write("old.yaml", old);
    let page = text(&["report", SCHEMA, "--old", &old, "--connections", "50"]);
    for expected in [
        "Breaks peers",
        "Level.amount",
        "was u64, is u32",
        "50 connections",
        "The levels of a market.",
    ] {
        assert!(page.contains(expected), "{expected}");
    }
    assert!(!page.contains("http"), "the page has no references");
    let chromium = ["chromium", "google-chrome"]
        .into_iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok());
    let Some(chromium) = chromium else {
        println!(
            "SKIPPED: Chromium is not installed, so the page is not rendered (apt-get install chromium)"
        );
        return;
    };
    let script = "<script>document.title = 'overflow ' + (document.documentElement.scrollWidth - innerWidth)</script>";
    let path = folder.write("report.html", page.replace("</body>", &format!("{script}</body>")));
    let run = |extra: &[&str]| {
        let output = Command::new(chromium)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
            ])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ])
            .arg(format!("--user-data-dir={}", folder.path("profile")))
            .args(extra)
            .arg(format!("file://{path}"))
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for (width, scheme) in [("1200", "1"), ("500", "0")] {
        let (size, scheme) = (
            format!("--window-size={width},900"),
            format!("--blink-settings=preferredColorScheme={scheme}"),
        );
        let dom = run(&[&size, &scheme, "--dump-dom"]);
        let overflow = dom.split("<title>overflow ").nth(1).unwrap().split('<').next().unwrap();
        assert!(overflow.parse::<i64>().unwrap() <= 0, "{overflow} pixels too wide at {width}");
        let picture = folder.path("page.png");
        run(&[&size, &scheme, &format!("--screenshot={picture}")]);
        let bytes = std::fs::read(Path::new(&picture)).unwrap();
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 10_000, "the page is not empty");
    }
}
